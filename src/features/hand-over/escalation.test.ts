import { beforeAll, describe, expect, test } from 'vitest';
import { refusedWith } from '#features/inbox/builders.ts';
import { addPerson, addTeam, giveRole, leave } from '#features/people/index.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import { askNextPerson, handOn, lookAtEvidence, settle, take } from './commands/escalate.ts';
import { escalationsOf, openEscalations } from './escalation-queries.ts';
import { raise } from './index.ts';
import { askQuestion } from '#kernel/ask.ts';
import { openDesk } from './testing-desk.ts';
import type { Escalation, HandOverTables } from './words.ts';

const desk = await openDesk();
const { at } = desk;
const setup = systemActor('setup');

/** Somebody of the people's room, who also acts here. */
async function colleague(
  name: string,
  role?: 'senior-manager' | 'director',
  team = '',
): Promise<Actor & { kind: 'person'; id: string }> {
  const { id } = await perform(at.house, addPerson, {
    actor: setup,
    input: { name, email: `${newId()}@board.example`, kind: 'employee', team },
    door: 'cli',
  });
  if (role) await perform(at.house, giveRole, { actor: setup, input: { person: id, role }, door: 'cli' });
  return at.known(id, name, ...(role ? [role] : []));
}

let ward: Actor & { id: string };
let matron: Actor & { id: string };
let senior: Actor & { id: string };
let director: Actor & { id: string };
beforeAll(async () => {
  ward = await colleague('Wanda Ward');
  matron = await colleague('Mary Matron');
  senior = await colleague('Sen Senior', 'senior-manager');
  director = await colleague('Dee Director', 'director');
});

const rowOf = (id: string): Promise<Escalation> =>
  at.house.store
    .read<HandOverTables>()
    .selectFrom('escalations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
async function raised(over: object = {}) {
  const { id: enquiry } = await desk.desk.received({
    text: 'The night nurse shouts at my mother, 07700 900123',
  });
  const { id } = await perform(at.house, raise, {
    actor: desk.officer(),
    input: {
      enquiry,
      category: 'behaviour',
      severity: 'high',
      why: 'It is the third one',
      person: ward.id,
      next: matron.id,
      ...over,
    },
    door: 'web',
  });
  return { id, enquiry };
}
const does = (command: Parameters<typeof perform>[1], id: string, actor: Actor, input: object = {}) =>
  refusedWith(perform(at.house, command, { actor, id, input, door: 'web' }));
const nextAt = async (moment: string) => desk.timersAt(moment);

describe('a worry that is brought to a manager', () => {
  test('has its category, severity, person, due time and the words as they were, under its clause', async () => {
    const { id, enquiry } = await raised();
    const row = await rowOf(id);
    expect(row).toMatchObject({
      state: 'raised',
      asked_now: ward.id,
      category: 'behaviour',
      severity: 'high',
    });
    expect([row.acknowledge_by?.toString(), row.due_at.toString()]).toEqual([
      '2026-11-24T10:30:00Z',
      '2026-11-24T14:00:00Z',
    ]);
    expect(desk.opened(row.evidence)).toContain('The night nurse shouts');
    expect(String(row.evidence)).not.toContain('nurse');
    expect(String(row.evidence_digest)).toMatch(/^[0-9a-f]{64}$/);
    const line = (await at.house.store.trail.find({ row: id }))[0]?.entry;
    expect(line).toMatchObject({
      command: 'escalation.raise',
      clause: at.house.policies.get('icb002/1.0').cite('handover.escalate').clause,
    });
    expect(JSON.stringify(line)).not.toMatch(/nurse|900123|third/);
    expect(enquiry).toBe(row.enquiry);
  });

  test('keeps the words, though their author changes or deletes them', async () => {
    const { id, enquiry } = await raised();
    await desk.desk.bySystem('collector', at.house.commands.get('enquiry.change') ?? raise, enquiry, {
      text: 'Nothing to see',
    });
    expect((await desk.desk.rowOf(enquiry)).text).toBe('Nothing to see');
    expect(desk.opened((await rowOf(id)).evidence)).toContain('The night nurse shouts');
  });

  test('needs a person or a team, and a message that is there', async () => {
    expect(await refusedWith(raised({ person: undefined }))).toBe('input: person');
    expect(await refusedWith(raised({ person: newId() }))).toBe('input: person');
    expect(await refusedWith(raised({ enquiry: newId() }))).toBe('hand-over.no-enquiry');
    expect(await does(raise, undefined as never, ward)).toBe('kernel.not-yours');
  });

  test('goes to the people of a team, one after the other', async () => {
    const { id: team } = await perform(at.house, addTeam, {
      actor: setup,
      input: { name: `Ward ${newId()}` },
      door: 'cli',
    });
    const [a, b] = [await colleague('Anna', undefined, team), await colleague('Bert', undefined, team)];
    const { id } = await raised({ person: undefined, team, next: undefined });
    expect((await rowOf(id)).queue.list.slice(0, 2)).toEqual([a.id, b.id]);
  });
});

describe('whoever is asked', () => {
  test('sees it and nothing of the inbox; nobody else sees it', async () => {
    const { id, enquiry } = await raised();
    const seen = async (actor: Actor) =>
      ((await askQuestion(at.house, openEscalations, { actor })) as { rows: { id: string }[] }).rows.some(
        (row) => row.id === id,
      );
    expect([await seen(ward), await seen(matron), await seen(senior)]).toEqual([true, false, true]);
    expect(await refusedWith(desk.desk.asks('inbox.enquiry', ward, { id: enquiry }))).toBe(
      'kernel.not-found',
    );
    expect(await refusedWith(askQuestion(at.house, escalationsOf, { actor: ward, input: { enquiry } }))).toBe(
      'kernel.not-found',
    );
    expect(await does(lookAtEvidence, id, matron)).toBe('kernel.not-found');
    expect(await does(lookAtEvidence, id, ward)).toBe('done');
    expect(
      (await at.house.store.trail.find({ row: id, command: 'escalation.look-at-evidence' })).length,
    ).toBe(1);
  });

  test('says that they have it, and then nobody else is asked', async () => {
    const { id } = await raised();
    expect(await does(take, id, senior)).toBe('kernel.not-yours');
    expect(await does(take, id, ward)).toBe('done');
    await nextAt('2026-11-24T16:00:00Z');
    expect(await rowOf(id)).toMatchObject({ state: 'taken', taken_by: ward.id, asked: 0 });
    expect(await does(settle, id, ward, { outcome: 'Spoke to the nurse' })).toBe('done');
    expect(await rowOf(id)).toMatchObject({ state: 'settled', outcome: 'Spoke to the nurse' });
  });

  test('may hand it on to whose it is', async () => {
    const { id } = await raised();
    expect(await does(handOn, id, ward, { person: matron.id })).toBe('done');
    expect(await rowOf(id)).toMatchObject({ state: 'raised', asked_now: matron.id });
    expect(await does(take, id, matron)).toBe('done');
  });
});

describe('a worry that nobody takes', () => {
  test('goes to the next person after exactly thirty open minutes, then to whom the policy names', async () => {
    const { id } = await raised();
    await nextAt('2026-11-24T10:29:59Z');
    expect((await rowOf(id)).asked_now).toBe(ward.id);
    await nextAt('2026-11-24T10:30:00Z');
    expect(await rowOf(id)).toMatchObject({ asked_now: matron.id, asked: 1 });
    await nextAt('2026-11-24T11:00:00Z');
    expect((await rowOf(id)).asked_now).toBe(senior.id);
    await nextAt('2026-11-24T11:30:00Z');
    expect((await rowOf(id)).asked_now).toBe(director.id);
    await nextAt('2026-11-24T12:00:00Z');
    expect(await rowOf(id)).toMatchObject({ asked_now: director.id, acknowledge_by: null, state: 'raised' });
    // Whoever was asked first may still take it.
    expect(await does(take, id, ward)).toBe('done');
  });

  test('does not move while we are closed: Friday 16:50 moves on at Monday 09:20', async () => {
    at.clock.set('2026-11-27T16:50:00Z');
    const { id } = await raised();
    await nextAt('2026-11-30T09:19:59Z');
    expect((await rowOf(id)).asked).toBe(0);
    await nextAt('2026-11-30T09:20:00Z');
    expect((await rowOf(id)).asked).toBe(1);
  });

  test('passes over somebody who has left', async () => {
    const gone = await colleague('Gone Away');
    const { id } = await raised({ next: gone.id });
    const administrator = at.person('Ada Admin', 'administrator');
    expect(await does(leave, gone.id, administrator)).toBe('done');
    await nextAt('2026-11-24T10:30:00Z');
    expect((await rowOf(id)).asked_now).toBe(senior.id);
  });

  test('is the timer’s alone to move', async () => {
    const { id } = await raised();
    expect(await does(askNextPerson, id, person(director.id))).toBe('kernel.not-yours');
  });
});

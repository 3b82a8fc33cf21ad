import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { figures } from '#features/hand-over/figures.ts';
import { addPartner, answer, askDepartment, raise } from '#features/hand-over/index.ts';
import { handOverPages } from '#features/hand-over/pages.tsx';
import { inboxDesk } from '#features/inbox/builders.ts';
import { inboxPages } from '#features/inbox/pages.tsx';
import { addPerson } from '#features/people/index.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { newId } from '#kernel/ids.ts';
import { hiddenOf, type TestWeb } from '../web/testing-web.ts';
import { linkDoor } from './testing-links.ts';

let door: TestWeb;
let officer: Actor;
let manager: Actor & { readonly id: string };
let desk: ReturnType<typeof inboxDesk>;
beforeAll(async () => {
  door = await linkDoor([inboxPages, handOverPages]);
  officer = door.at.person('Olu Officer', 'communications');
  desk = inboxDesk(door.at, () => officer);
  const { id } = await perform(door.at.house, addPerson, {
    actor: systemActor('setup'),
    input: { name: 'Wanda Ward', email: 'wanda.ward@board.example', kind: 'employee' },
    door: 'cli',
  });
  manager = door.at.known(id, 'Wanda Ward');
});
afterAll(() => door.close());
beforeEach(() => door.at.clock.set('2026-11-24T10:00:00Z'));

const as = (actor: Actor) => ({ cookie: `person=${actor.kind === 'person' ? actor.id : ''}` });
const get = async (url: string, actor: Actor = officer) => door.get(url, as(actor));
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const canary = 'Nobody came all night, 07700 900123';
async function asked(receiver = `Nursing ${newId()}`) {
  const { id: enquiry } = await desk.received({ text: canary });
  const { id } = await perform(door.at.house, askDepartment, {
    actor: systemActor('reaction'),
    input: {
      enquiry,
      department: newId(),
      receiver,
      addresses: [],
      passedOn: door.at.clock.now().toString(),
      due: '2026-11-26T17:00:00Z',
      reason: 'It was passed on',
      content: JSON.stringify({ parts: [{ heading: 'What they wrote', words: canary }] }),
    },
    door: 'worker',
  });
  return { id, enquiry, receiver };
}

describe('the list', () => {
  test('names what is overdue and what nobody confirmed, and holds nothing of what was said', async () => {
    const { receiver } = await asked();
    expect(plain((await get('/hand-overs?view=overdue')).body)).not.toContain(receiver);
    door.at.clock.set('2026-11-26T17:00:01Z');
    for (const view of ['overdue', 'unconfirmed', 'open']) {
      const { body } = await get(`/hand-overs?view=${view}`);
      expect(plain(body)).toContain(receiver);
      expect(body).not.toMatch(/Nobody came|900123/);
    }
    expect(plain((await get('/hand-overs?view=overdue')).body)).toContain('Late by');
  });

  test('is not for those to whom the inbox is closed', async () => {
    expect((await get('/hand-overs', manager)).statusCode).toBe(404);
    expect((await get('/partners', manager)).statusCode).toBe(404);
  });
});

describe('beside an enquiry', () => {
  test('stands each hand-over and each escalation, with its state and its clause', async () => {
    const { enquiry, receiver } = await asked();
    await perform(door.at.house, raise, {
      actor: officer,
      input: { enquiry, category: 'care', severity: 'high', why: 'She is alone', person: manager.id },
      door: 'web',
    });
    const words = plain((await get(`/inbox/${enquiry}`)).body);
    for (const said of [receiver, 'Not confirmed yet', 'Poor care', 'Nobody has taken it yet', 'Wanda Ward'])
      expect(words).toContain(said);
    const policy = door.at.house.policies.get('icb002/1.0');
    for (const rule of ['handover.to-department', 'handover.escalate', 'handover.partners'] as const)
      expect(words).toContain(policy.cite(rule).clause);
  });
});

describe('whoever a worry is brought to', () => {
  test('reads it and the message as it was, though the inbox is closed to them', async () => {
    const { id: enquiry } = await desk.received({ text: canary });
    const { id } = await perform(door.at.house, raise, {
      actor: officer,
      input: { enquiry, category: 'care', severity: 'high', why: 'She is alone', person: manager.id },
      door: 'web',
    });
    const page = await get(`/escalations/${id}`, manager);
    expect(plain(page.body)).toContain('She is alone');
    expect(page.body).not.toContain('900123');
    expect(page.body).not.toContain(`/inbox/${enquiry}`);
    const evidence = await door.post(`/escalations/${id}/evidence`, as(manager));
    expect(plain(evidence.body)).toContain(canary);
    const stranger = door.at.person('Ned Nurse');
    expect((await get(`/escalations/${id}`, stranger)).statusCode).toBe(404);
    expect((await door.post(`/escalations/${id}/evidence`, as(stranger))).statusCode).toBe(404);
  });
});

describe('a copy for a partner', () => {
  test('is looked at exactly as it will be read, and sent from there', async () => {
    const { id: partner } = await perform(door.at.house, addPartner, {
      actor: officer,
      input: {
        name: `Police ${newId()}`,
        kind: 'external',
        contact: 'Call 01632 960 200',
        mayReceive: ['words', 'when'],
      },
      door: 'web',
    });
    const { id: enquiry } = await desk.received({ text: canary });
    const form = await get(`/do/hand-over.prepare-share?enquiry=${enquiry}`);
    const sent = await door.post('/do/hand-over.prepare-share', as(officer), {
      ...hiddenOf(form.body),
      enquiry,
      partner,
      fields: ['words', 'when'],
      reason: 'They may know the ward',
      basis: 'public-task',
    });
    expect(sent.statusCode).toBe(303);
    const home = String(sent.headers.location);
    expect((await get(home)).body).toContain('Not sent yet');
    const copy = await door.post(`${home}/copy`, as(officer));
    expect(plain(copy.body)).toContain('Nobody came all night, [phone number]');
    expect(copy.body).not.toContain('900123');
    const go = await door.post(
      /action="([^"]*send-share[^"]*)"/.exec(copy.body)?.[1] ?? '',
      as(officer),
      hiddenOf(copy.body),
    );
    expect([go.statusCode, go.headers.location]).toEqual([303, home]);
    expect(plain((await get(home)).body)).toContain('No letter can go: make a link and give it to them');
    const link = await door.post(`${home}/link`, as(officer));
    expect(link.body).toMatch(/http:\/\/signpost\.test\/hand-over#[\w-]{43}</);
  });
});

test('the figure names the share answered in time, department by department', async () => {
  door.at.clock.set('2026-12-01T10:00:00Z');
  const due = '2026-12-03T17:00:00Z';
  const one = async (receiver: string, answeredAt?: string) => {
    const { id } = await perform(door.at.house, askDepartment, {
      actor: systemActor('reaction'),
      input: {
        enquiry: newId(),
        department: newId(),
        receiver,
        addresses: [],
        passedOn: '2026-12-01T10:00:00Z',
        due,
        reason: 'It was passed on',
        content: '{"parts":[]}',
      },
      door: 'worker',
    });
    if (answeredAt === undefined) return;
    door.at.clock.set(answeredAt);
    await perform(door.at.house, answer, {
      actor: systemActor('receiver'),
      id,
      input: { how: 'letter', on: '2026-12-03' },
      door: 'web',
    });
    door.at.clock.set('2026-12-01T10:00:00Z');
  };
  await one('Audiology', due);
  await one('Audiology', '2026-12-03T17:00:01Z');
  await one('Estates');
  const figure = figures.find(({ rule }) => rule === 'handover.to-department');
  const period = {
    from: Temporal.Instant.from('2026-12-03T00:00:00Z'),
    to: Temporal.Instant.from('2026-12-04T00:00:00Z'),
  };
  const read = readerOf(door.at.house.store.read());
  const measured = await figure?.read(read, period, door.at.house.policies.get('icb002/1.0'));
  expect(measured).toMatchObject({ of: 3, value: 1 / 3 });
  expect(measured?.sentence).toContain('Audiology: 1 of 2; Estates: 0 of 1');
});

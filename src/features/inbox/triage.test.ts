import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { peopleIn } from '#features/people/index.ts';
import { reactionQueue } from '#kernel/event.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { on, room } from '#kernel/room.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { inboxDesk, queuedIn, refusedWith, type InboxDesk } from './builders.ts';
import { change } from './commands/changed-outside.ts';
import { choosePaging } from './commands/choose-paging.ts';
import { claim } from './commands/claim.ts';
import { markMissed, markNeedless, takeBackMark } from './commands/marks.ts';
import { putBack } from './commands/record-sent.ts';
import { relabel } from './commands/relabel.ts';
import { lower, raise } from './commands/severity.ts';
import { setApart } from './commands/join.ts';
import { triageAgain } from './commands/triage-again.ts';
import { enquiryFlagged } from './events.ts';
import { inbox, type InboxTables } from './index.ts';
import { timers } from './timers.ts';
import { readByPerson } from './watch.ts';

/** A room that would call somebody: here it only hears. */
const listener = room({
  name: 'listener',
  title: 'Listener',
  reactions: [on(enquiryFlagged, putBack, () => Promise.resolve(undefined))],
});

let at: TestHouse;
let desk: InboxDesk;
let officer: Actor;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), inbox, listener], now: '2026-11-24T10:00:00Z' });
  desk = inboxDesk(at, () => officer);
});
afterAll(() => at.close());
beforeEach(() => {
  at.clock.set('2026-11-24T10:00:00Z');
  officer = at.person('Olu Officer', 'communications');
});

const flags = async (id: string) =>
  (await queuedIn(at, reactionQueue('listener', 'inbox.enquiry-flagged', 'enquiry.put-back')))
    .map(({ data }) => data)
    .filter(({ enquiry }) => enquiry === id);
const grave = 'cant do this any more. tonight is my last night, sorry to everyone who tried';
const opened = (id: string, actor: Actor = officer) =>
  at.house
    .findStanding(readerOf(at.house.store.read()), actor.kind === 'person' ? actor.id : '', at.clock.now())
    .then((standing) => readByPerson(at.house, standing, id));

describe('what comes in', () => {
  test('is sorted in the transaction that takes it in, and what is grave is flagged at once, without a word of it', async () => {
    at.clock.set('2026-11-28T23:00:00Z');
    const { id } = await desk.received({ text: grave, authorName: 'Rowan Sea', authorHandle: 'rowan' });
    const row = await desk.rowOf(id);
    expect(row).toMatchObject({ risk: 1, tier: 'page', unread: true, first_read_at: null });
    expect([row.read_by?.toString(), row.paged_at?.toString()]).toEqual([
      '2026-11-28T23:15:00Z',
      '2026-11-28T23:00:00Z',
    ]);
    expect(await flags(id)).toEqual([{ enquiry: id, tier: 'page', severity: 1, lead: 'suicide_imminent' }]);
    const trail = JSON.stringify(await at.house.store.trail.find({ row: id }));
    expect(trail).toContain('suicide_imminent');
    for (const word of ['tonight', 'Rowan', 'rowan']) expect(trail).not.toContain(word);
  });
  test('is sorted by hand as well; whoever typed it in has read it', async () => {
    const { id } = await desk.captured({
      text: 'My dad has collapsed in your car park and nobody is coming',
    });
    expect(await desk.rowOf(id)).toMatchObject({ risk: 1, tier: 'page', unread: false });
    expect((await desk.rowOf(id)).first_read_at?.toString()).toBe('2026-11-24T10:00:00Z');
    expect(await flags(id)).toMatchObject([{ tier: 'page', lead: 'life_emergency' }]);
  });
  test('is flagged to look first where it is urgent, and not at all where it is ordinary', async () => {
    const urgent = await desk.received({
      text: 'They have shut all maternity from Monday, my neighbour says. Is that true??',
    });
    const ordinary = await desk.received();
    expect(await flags(urgent.id)).toMatchObject([
      { tier: 'look-first', severity: 2, lead: 'misinformation' },
    ]);
    expect(await flags(ordinary.id)).toEqual([]);
    expect(await desk.rowOf(ordinary.id)).toMatchObject({ risk: 3, tier: 'rest' });
  });
  test('once: told again by the network it is flagged no second time', async () => {
    const message = { text: grave, remote: 'said-twice' };
    const { id } = await desk.received(message);
    await desk.received(message);
    expect(await flags(id)).toHaveLength(1);
  });
  test('whatever it is, is never without a tier', async () => {
    for (const text of [
      '',
      ' ',
      '🙂',
      'x'.repeat(20_000),
      '\u202E',
      '999',
      'a\u0301'.repeat(3000),
      '{"list": []}',
      '<b>',
      'مرحبا',
    ]) {
      const { id } = await desk.received({ text });
      const row = await desk.rowOf(id);
      expect([text.slice(0, 9), row.tier]).not.toContain(null);
      expect(row.read_by).not.toBeNull();
      if (text.trim().length < 3) expect([text, row.tier]).toEqual([text, 'look-first']);
    }
  });
});

describe('a second message of the same person', () => {
  const talking = () => ({ authorId: `a-${newId()}`, root: `t-${newId()}` });
  test('that is grave makes the first one grave, under which it stands in the list', async () => {
    const who = talking();
    const first = await desk.received(who);
    await opened(first.id);
    at.clock.set('2026-11-24T10:05:00Z');
    const second = await desk.received({ ...who, text: grave });
    expect(await desk.rowOf(second.id)).toMatchObject({ state: 'joined', tier: 'page', risk: 1 });
    const leader = await desk.rowOf(first.id);
    expect(leader).toMatchObject({ risk: 1, tier: 'page', unread: true });
    expect([leader.read_by?.toString(), leader.first_read_at?.toString()]).toEqual([
      '2026-11-24T10:20:00Z',
      '2026-11-24T10:00:00Z',
    ]);
    expect(await flags(second.id)).toMatchObject([{ tier: 'page' }]);
    await opened(first.id);
    expect([(await desk.rowOf(first.id)).unread, (await desk.rowOf(second.id)).unread]).toEqual([
      false,
      false,
    ]);
  });
  test('that is harmless lowers nothing', async () => {
    const who = talking();
    const first = await desk.received({ ...who, text: grave });
    await desk.received({ ...who, text: 'Thank you so much' });
    expect(await desk.rowOf(first.id)).toMatchObject({ risk: 1, tier: 'page' });
  });
  test('that is set apart keeps what it says itself', async () => {
    const who = talking();
    await desk.received({ ...who, text: grave });
    const second = await desk.received(who);
    await desk.act(setApart, second.id);
    expect(await desk.rowOf(second.id)).toMatchObject({
      state: 'waiting',
      risk: 3,
      tier: 'rest',
      unread: true,
    });
  });
});

describe('a change by its author', () => {
  test('may raise it and flags it again; nobody has read the new words', async () => {
    const { id } = await desk.received();
    await opened(id);
    at.clock.set('2026-11-24T11:00:00Z');
    await desk.bySystem('collector', change, id, { text: grave });
    const row = await desk.rowOf(id);
    expect(row).toMatchObject({ risk: 1, tier: 'page', unread: true });
    expect([row.aim_at.toString(), row.read_by?.toString()]).toEqual([
      '2026-11-24T12:00:00Z',
      '2026-11-24T11:15:00Z',
    ]);
    expect(await flags(id)).toHaveLength(1);
    expect(row.labels.length).toBe(grave.length);
    await opened(id);
    // The first reading is kept once, whatever was read after it.
    expect((await desk.rowOf(id)).first_read_at?.toString()).toBe('2026-11-24T10:00:00Z');
  });
  test('to kinder words lowers nothing and flags nothing', async () => {
    const { id } = await desk.received({ text: grave });
    await desk.bySystem('collector', change, id, { text: 'Where is the clinic?' });
    expect(await desk.rowOf(id)).toMatchObject({ risk: 1, tier: 'page' });
    expect(await flags(id)).toHaveLength(1);
    expect((await desk.rowOf(id)).labels.list.map((label) => label.id)).toEqual(['service_enquiry']);
  });
  test('that makes grave again what a person had lowered flags it again', async () => {
    const { id } = await desk.received({ text: grave });
    await desk.act(lower, id, { level: 'level-3', reason: 'not-meant' });
    await desk.bySystem('collector', change, id, { text: `${grave}. goodbye` });
    expect(await desk.rowOf(id)).toMatchObject({ risk: 1 });
    expect(await flags(id)).toHaveLength(2);
  });
});

describe('severity', () => {
  test('is raised freely, and then it is to be read sooner', async () => {
    const { id } = await desk.received();
    at.clock.set('2026-11-24T10:30:00Z');
    await desk.act(raise, id, { level: 'level-1' });
    expect(await desk.rowOf(id)).toMatchObject({ risk: 1 });
    expect((await desk.rowOf(id)).read_by?.toString()).toBe('2026-11-24T10:45:00Z');
    expect(await refusedWith(desk.act(raise, id, { level: 'level-1' }))).toBe('inbox.gravest');
  });
  test('cannot be lowered by raising it, nor raised by lowering it', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(raise, id, { level: 'level-3' }))).toBe('input: level');
    expect(await refusedWith(desk.act(lower, id, { level: 'level-2', reason: 'over' }))).toBe('input: level');
  });
  test('is lowered only with one of the policy’s reasons, and the trail says who, from what and why, in ids', async () => {
    const { id } = await desk.received({ text: grave });
    expect(await refusedWith(desk.act(lower, id, { level: 'level-3' }))).toBe('input: reason');
    expect(await refusedWith(desk.act(lower, id, { level: 'level-3', reason: 'because' }))).toBe(
      'input: reason',
    );
    await desk.act(lower, id, { level: 'level-3', reason: 'misread' });
    expect(await desk.rowOf(id)).toMatchObject({ risk: 3, tier: 'page' });
    const line = await desk.lineOf(id, 'enquiry.lower');
    expect(line?.facts).toEqual({ before: 1, severity: 3, reason: 'misread' });
    expect(line?.actor).toMatch(/^person:/);
  });
  test('is lowered by no part of the program', async () => {
    const { id } = await desk.received({ text: grave });
    for (const name of ['collector', 'timer', 'reaction', 'watch', 'sender'] as const)
      expect(
        await refusedWith(
          perform(at.house, lower, {
            actor: { kind: 'system', name },
            id,
            input: { level: 'level-4', reason: 'over' },
            version: 2,
            door: 'worker',
          }),
        ),
      ).toBe('kernel.not-yours');
  });
  test('orders the list before age, whatever came first', async () => {
    const early = await desk.received();
    at.clock.set('2026-11-24T10:20:00Z');
    const late = await desk.received({ text: grave });
    const ids = (await desk.asks('inbox.waiting', officer)).rows.map((row: { id: string }) => row.id);
    expect(ids.indexOf(late.id)).toBeLessThan(ids.indexOf(early.id));
  });
});

test('the morning list begins with the gravest of the night, though it came last', async () => {
  at.clock.set('2026-11-24T20:00:00Z');
  const early = await desk.received();
  at.clock.set('2026-11-25T06:00:00Z');
  const late = await desk.received({ text: grave });
  const ids = (await desk.asks('inbox.morning', officer)).rows.map((row: { id: string }) => row.id);
  expect(ids.indexOf(late.id)).toBeLessThan(ids.indexOf(early.id));
});

describe('labels', () => {
  test('are changed by a person, from the policy’s list, in the order in which they lead', async () => {
    const { id } = await desk.received();
    await desk.act(relabel, id, { lead: 'complaint', second: 'service_enquiry' });
    const row = await desk.rowOf(id);
    expect(row.labels.list.map(({ id: label, by }) => [label, by])).toEqual([
      ['complaint', 'person'],
      ['service_enquiry', 'person'],
    ]);
    // What triage saw for a label that stays is still shown.
    expect(row.labels.list[1]?.spans).not.toEqual([]);
    expect((await desk.lineOf(id, 'enquiry.relabel'))?.facts).toEqual({
      before: 'service_enquiry',
      labels: 'complaint service_enquiry',
      severity: 3,
    });
  });
  test('that are graver raise; others lower nothing', async () => {
    const { id } = await desk.received();
    await desk.act(relabel, id, { lead: 'safeguarding_adult' });
    expect((await desk.rowOf(id)).risk).toBe(2);
    await desk.act(relabel, id, { lead: 'compliment' });
    expect((await desk.rowOf(id)).risk).toBe(2);
  });
  test('are of the list, and each once', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(relabel, id, { lead: 'nonsense' }))).toBe('input: lead');
    expect(await refusedWith(desk.act(relabel, id, { lead: 'spam', third: 'spam' }))).toBe('input: second');
  });
});

describe('that a person has read it', () => {
  test('is kept once, at the first opening, and never says who', async () => {
    const { id } = await desk.received();
    at.clock.set('2026-11-24T10:07:00Z');
    await opened(id);
    at.clock.set('2026-11-24T10:50:00Z');
    await opened(id, at.person('Second Reader', 'senior-manager'));
    expect(await desk.rowOf(id)).toMatchObject({ unread: false });
    expect((await desk.rowOf(id)).first_read_at?.toString()).toBe('2026-11-24T10:07:00Z');
    const lines = await at.house.store.trail.find({ row: id, command: 'enquiry.mark-read' });
    expect(lines.map(({ entry }) => entry.actor)).toEqual(['system:watch']);
  });
  test('is not said by somebody who may not see it, nor by answering a question over the API', async () => {
    const { id } = await desk.received();
    await opened(id, at.person('Bil Admin', 'administrator'));
    await desk.asks('inbox.enquiry', officer, { id });
    expect(await desk.rowOf(id)).toMatchObject({ unread: true, first_read_at: null });
  });
  test('is not said by claiming it from the list', async () => {
    const { id } = await desk.received();
    await desk.act(claim, id);
    expect((await desk.rowOf(id)).unread).toBe(true);
  });
  test('has a view of what waits for it, the gravest first, and a count of what would call somebody', async () => {
    const { counts: before } = await desk.asks('inbox.waiting', officer, { view: 'unread' });
    const calm = await desk.received();
    const alarming = await desk.received({ text: grave });
    const { rows, counts } = await desk.asks('inbox.waiting', officer, { view: 'unread' });
    const ids = rows.map((row: { id: string }) => row.id);
    expect(ids.indexOf(alarming.id)).toBeLessThan(ids.indexOf(calm.id));
    expect([counts.unread - before.unread, counts.alarming - before.alarming]).toEqual([2, 1]);
    await opened(alarming.id);
    expect((await desk.asks('inbox.waiting', officer)).counts.alarming).toBe(before.alarming);
  });
});

describe('what triage has not read', () => {
  /** A row as it was before there was triage. */
  const fromBefore = async (text: string): Promise<string> => {
    const { id } = await desk.received({ text: 'Where is the clinic?' });
    await at.house.store.write(async ({ db }) => {
      await readerOf(db)
        .tables<InboxTables>()
        .updateTable('enquiries')
        .set({
          text,
          tier: null,
          labels: sql`'{"list": [], "length": 0}'::jsonb`,
          risk: 4,
          read_by: null,
          triaged_at: null,
        })
        .where('id', '=', id)
        .execute();
    });
    return id;
  };
  const due = async () =>
    (await timers
      .find(({ name }) => name === 'triage-again')
      ?.due(readerOf(at.house.store.read()), at.clock.now())) ?? [];
  test('says so in the list, and is read by timer as soon as it can be: then it rises and is flagged', async () => {
    const id = await fromBefore(grave);
    expect((await desk.asks('inbox.enquiry', officer, { id })).enquiry.triage).toMatchObject({
      tier: null,
      labels: [],
      readBy: null,
    });
    expect(await due()).toContain(id);
    await desk.bySystem('timer', triageAgain, id);
    expect(await desk.rowOf(id)).toMatchObject({ tier: 'page', risk: 1 });
    expect((await desk.rowOf(id)).read_by).not.toBeNull();
    expect(await flags(id)).toMatchObject([{ tier: 'page' }]);
    expect(await due()).not.toContain(id);
  });
  test('is left alone where it has been read already', async () => {
    const { id } = await desk.received();
    await desk.act(raise, id, { level: 'level-2' });
    await desk.bySystem('timer', triageAgain, id);
    expect(await desk.rowOf(id)).toMatchObject({ risk: 2, tier: 'rest' });
    expect(await flags(id)).toEqual([]);
  });
});

describe('marks', () => {
  test('say with one step where triage was wrong, and are taken back', async () => {
    const missed = await desk.received();
    const needless = await desk.received({ text: grave });
    await desk.act(markMissed, missed.id);
    await desk.act(markNeedless, needless.id);
    expect([(await desk.rowOf(missed.id)).mark, (await desk.rowOf(needless.id)).mark]).toEqual([
      'should-have-paged',
      'need-not-have-paged',
    ]);
    expect((await desk.lineOf(missed.id, 'enquiry.mark-missed'))?.facts).toMatchObject({
      mark: 'should-have-paged',
      tier: 'rest',
    });
    await desk.act(takeBackMark, missed.id);
    expect(await desk.rowOf(missed.id)).toMatchObject({ mark: null, marked_at: null });
    expect(await refusedWith(desk.act(takeBackMark, missed.id))).toBe('inbox.no-mark');
  });
  test('fit what triage said', async () => {
    const rest = await desk.received();
    const page = await desk.received({ text: grave });
    expect(await refusedWith(desk.act(markNeedless, rest.id))).toBe('inbox.it-did-not-call');
    expect(await refusedWith(desk.act(markMissed, page.id))).toBe('inbox.it-did-call');
  });
});

describe('shadow running', () => {
  const choose = (actor: Actor, mode: string, step = 'at0') =>
    perform(at.house, choosePaging, { actor, input: { mode, step }, door: 'api' });
  test('computes and records what it would call for, and calls nobody, until somebody senior chooses otherwise', async () => {
    const joan = at.person('Joan Senior', 'senior-manager');
    expect(await refusedWith(choose(officer, 'shadow'))).toBe('kernel.not-yours');
    await choose(joan, 'shadow');
    const { id } = await desk.received({ text: grave });
    expect(await desk.rowOf(id)).toMatchObject({ tier: 'page', risk: 1, paged_at: null });
    expect(await flags(id)).toMatchObject([{ tier: 'look-first', severity: 1 }]);
    expect(await desk.asks('inbox.triage', joan)).toMatchObject({ mode: 'shadow' });
    at.clock.set('2026-11-24T10:10:00Z');
    await choose(joan, 'paging');
    const after = await desk.received({ text: grave });
    expect((await desk.rowOf(after.id)).paged_at).not.toBeNull();
    expect(await flags(after.id)).toMatchObject([{ tier: 'page' }]);
  });
  test('the threshold that was chosen holds from then on, and plain words of danger call at any', async () => {
    const joan = at.person('Joan Senior', 'senior-manager');
    const letter = 'I got a letter with somebody else’s name on it. What should I do with it?';
    at.clock.set('2026-11-24T10:20:00Z');
    await choose(joan, 'paging', 'at30');
    const quiet = await desk.received({ text: letter });
    const plain = await desk.received({ text: 'hes not breathing' });
    expect([(await desk.rowOf(quiet.id)).tier, (await desk.rowOf(plain.id)).tier]).toEqual([
      'look-first',
      'page',
    ]);
    at.clock.set('2026-11-24T10:30:00Z');
    await choose(joan, 'paging', 'at0');
    const again = await desk.received({ text: letter });
    expect((await desk.rowOf(again.id)).tier).toBe('page');
  });
});

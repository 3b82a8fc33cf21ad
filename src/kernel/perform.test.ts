import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { act, command } from './command.ts';
import { effect, event } from './event.ts';
import { ask, form } from './form.ts';
import { lifecycle, table, type Row } from './lifecycle.ts';
import { choices, need } from './need.ts';
import { offer, verbsFor, seenRow } from './offer.ts';
import { role, self, system } from './party.ts';
import { perform } from './perform.ts';
import { InputRefused, Refused, refusals } from './refusal.ts';
import { systemActor, type Actor } from './rights.ts';
import { room } from './room.ts';
import { newId } from './ids.ts';
import { readerOf } from './need.ts';
import { standingOf } from './house.ts';

interface Ticket extends Row {
  state: 'open' | 'held' | 'done';
  title: string;
  author: string;
  secret: boolean;
  team: string | null;
  token: string | null;
  outside: string | null;
}
interface Mark extends Row {
  state: 'made';
  ticket: string;
}

const refuse = refusals({
  'test.too-late': {
    sentence: 'It is {hour} o’clock: too late.',
    instead: 'Come tomorrow.',
    status: 409,
    rule: 'inbox.answer',
  },
});
const ticketDone = event<{ ticket: string }>('test.ticket-done');
const ring = effect<{ ticket: string }>('test.ring');

const ticket = lifecycle('ticket', {
  table: table<Ticket>('test_tickets'),
  sight: {
    see: [role('communications'), role('director'), self('author')],
    guarded: { by: 'secret', only: [role('guardian')] },
  },
  home: (id) => `/tickets/${id}`,
  steps: [
    { from: 'nothing', by: 'open', to: 'open', who: [self('author')], rule: 'inbox.answer' },
    { from: 'nothing', by: 'take-in', to: 'open', who: [system('collector')], rule: 'inbox.check' },
    {
      from: ['open'],
      by: 'edit',
      to: 'same',
      who: [self('author'), role('communications')],
      rule: 'inbox.answer',
    },
    { from: ['open'], by: 'move', to: ['held', 'done'], who: [role('communications')], rule: 'inbox.answer' },
    {
      from: ['open', 'held'],
      by: 'finish',
      to: 'done',
      who: [role('communications')],
      rule: 'inbox.reply-within',
      otherThan: ['edit', 'open'],
    },
    { from: ['open'], by: 'stop', to: 'held', who: [role('director')], rule: 'inbox.answer' },
    { from: ['open'], by: 'send', to: 'done', who: [system('sender')], rule: 'inbox.answer' },
    { from: ['open'], by: 'equip', to: 'same', who: [role('director')], rule: 'inbox.answer' },
  ],
});
const mark = lifecycle('mark', {
  table: table<Mark>('test_marks'),
  sight: { see: [role('communications')] },
  home: (id) => `/marks/${id}`,
  steps: [{ from: 'nothing', by: 'make', to: 'made', who: [role('communications')], rule: 'inbox.answer' }],
});

const teams = need(async () =>
  choices([
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ]),
);
const open = command(ticket, 'open', {
  label: 'Open a ticket',
  about: 'Opens one.',
  input: form({ title: ask.line('Title', { empty: 'Give it a title' }) }),
  decide: ({ input, standing }) => ({
    create: {
      title: input.title,
      author: standing.actor.kind === 'person' ? standing.actor.id : '',
      secret: false,
      team: null,
      token: null,
      outside: null,
    },
  }),
});
const takeIn = command(ticket, 'take-in', {
  label: 'Take in',
  about: 'Takes one in, once.',
  input: form({ outside: ask.line('Their id') }),
  once: ['outside'],
  decide: ({ input }) => ({
    create: {
      title: 'from outside',
      author: '00000000-0000-7000-8000-000000000000',
      secret: false,
      team: null,
      token: null,
      outside: input.outside,
    },
  }),
});
const edit = command(ticket, 'edit', {
  label: 'Edit',
  about: 'Changes the title and team.',
  stale: 'refuse',
  needs: { teams },
  input: form({
    title: ask.line('Title', { empty: 'Give it a title' }),
    team: ask.choice('Team', 'Choose a team', 'teams'),
  }),
  decide: ({ input, needs }) => ({ set: { title: input.title, team: needs.teams.get(input.team).id } }),
});
const move = command(ticket, 'move', {
  label: 'Move',
  about: 'Goes where it is told.',
  input: form({ where: ask.oneOf('Where?', 'Choose where', { held: 'Held', done: 'Done' }) }),
  decide: ({ input }) => ({ to: input.where }),
});
const make = command(mark, 'make', {
  label: 'Mark',
  about: 'Makes a mark.',
  input: form({ ticket: ask.given('Ticket', ask.line('Ticket')) }),
  decide: ({ input }) => ({ create: { ticket: input.ticket } }),
});
const finish = command(ticket, 'finish', {
  label: 'Finish',
  about: 'Finishes it.',
  input: form({}),
  can: ({ now }) => (now.toString().includes('T23:') ? refuse('test.too-late', { hour: 23 }) : undefined),
  decide: ({ id }) => ({
    event: ticketDone({ ticket: id }),
    send: [ring({ ticket: id })],
    also: [act(make, 'new', { ticket: id })],
    facts: { rang: true },
  }),
});
const stop = command(ticket, 'stop', {
  label: 'Stop',
  about: 'Stops all.',
  closes: 'test-sending',
  input: form({}),
  decide: () => ({}),
});
const stopped = need(
  async (read) => {
    const row = await read
      .tables<{ test_tickets: Ticket }>()
      .selectFrom('test_tickets')
      .select('id')
      .where('state', '=', 'held')
      .executeTakeFirst();
    return row !== undefined;
  },
  { gate: 'test-sending' },
);
const send = command(ticket, 'send', {
  label: 'Send',
  about: 'Sends unless stopped.',
  needs: { stopped },
  input: form({}),
  can: ({ needs }) => (needs.stopped ? refuse('test.too-late', { hour: 0 }) : undefined),
  decide: () => ({}),
});
const equip = command(ticket, 'equip', {
  label: 'Equip',
  about: 'Keeps a token.',
  input: form({ token: ask.secret('Token', { empty: 'Give the token' }) }),
  decide: ({ input }) => ({ set: { token: input.token } }),
});

const tests = room({
  name: 'test',
  title: 'Test',
  lifecycles: [ticket, mark],
  commands: [open, takeIn, edit, move, finish, stop, send, equip, make],
  effects: ['test.ring'],
  migrations: 'src/kernel/testing-migrations',
});

let at: TestHouse;
let author: Actor;
let officer: Actor;
let director: Actor;
beforeAll(async () => {
  at = await testHouse({ rooms: [tests], now: '2026-11-18T10:00:00Z' });
});
afterAll(() => at.close());
beforeEach(() => {
  at.clock.set('2026-11-18T10:00:00Z');
  author = at.person('Ann Author');
  officer = at.person('Olu Officer', 'communications');
  director = at.person('Dee Director', 'director');
});

const door = 'api';
const opened = (actor: Actor = author, title = 'Bins') =>
  perform(at.house, open, { actor, input: { title }, door });
const refusedWith = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => new Error('it was not refused'),
    (caught: unknown) => caught,
  );
  return error instanceof Refused ? error.code : String(error);
};

describe('perform', () => {
  test('makes a row, keeps the policy that it began under, and cites the clause in the trail', async () => {
    const done = await opened();
    expect(done).toMatchObject({ state: 'open', version: 1 });
    expect(done.citation.policy).toBe('icb002/1.0');
    const [line] = await at.house.store.trail.find({ kind: 'ticket', row: done.id });
    expect(line?.entry).toMatchObject({
      command: 'ticket.open',
      from: null,
      to: 'open',
      rule: 'inbox.answer',
      clause: done.citation.clause,
      door: 'api',
    });
  });

  test('keeps no words in the trail, only digests', async () => {
    const done = await opened(author, 'canary words of a person');
    const lines = await at.house.store.trail.find({ row: done.id });
    expect(JSON.stringify(lines)).not.toContain('canary');
    expect(Object.keys(lines[0]?.entry.input ?? {})).toEqual(['title']);
  });

  test('answers in order: not seen, not now, not yours, changed since, someone else', async () => {
    const { id } = await opened();
    const stranger = at.person('Sam Stranger');
    const edited = { title: 'New', team: 'north' };
    expect(
      await refusedWith(perform(at.house, edit, { actor: stranger, id, input: edited, version: 1, door })),
    ).toBe('kernel.not-found');
    expect(await refusedWith(perform(at.house, finish, { actor: author, id, door }))).toBe(
      'kernel.not-yours',
    );
    expect(
      await refusedWith(perform(at.house, edit, { actor: author, id, input: edited, version: 9, door })),
    ).toBe('kernel.changed-since');
    expect(await refusedWith(perform(at.house, edit, { actor: author, id, input: edited, door }))).toBe(
      'kernel.version-missing',
    );
    await perform(at.house, edit, { actor: officer, id, input: edited, version: 1, door });
    expect(await refusedWith(perform(at.house, finish, { actor: officer, id, door }))).toBe(
      'kernel.someone-else',
    );
    const second = at.person('Oz Officer', 'communications');
    expect(await perform(at.house, finish, { actor: second, id, door })).toMatchObject({ state: 'done' });
    expect(await refusedWith(perform(at.house, finish, { actor: second, id, door }))).toBe('kernel.not-now');
  });

  test('any text for an id is not found, never a fault', async () => {
    for (const id of ['undefined', '1; drop table', '', newId()]) {
      expect(await refusedWith(perform(at.house, finish, { actor: officer, id, door }))).toBe(
        'kernel.not-found',
      );
    }
  });

  test('lists shape errors and values that were not offered together', async () => {
    const { id } = await opened();
    const promise = perform(at.house, edit, {
      actor: author,
      id,
      input: { title: '', team: 'west' },
      version: 1,
      door,
    });
    await expect(promise).rejects.toBeInstanceOf(InputRefused);
    await promise.catch((error: InputRefused) => {
      expect(error.errors).toContainEqual({ field: 'title', message: 'Give it a title' });
      expect(error.errors).toContainEqual({
        field: 'team',
        message: expect.stringContaining('not on the list'),
      });
    });
  });

  test('a refused right says nothing about the input', async () => {
    const { id } = await opened();
    expect(
      await refusedWith(perform(at.house, move, { actor: author, id, input: { where: 'nowhere' }, door })),
    ).toBe('kernel.not-yours');
  });

  test('goes where the decision says, and only where the table allows', async () => {
    const { id } = await opened();
    expect(
      await perform(at.house, move, { actor: officer, id, input: { where: 'held' }, door }),
    ).toMatchObject({ state: 'held', version: 2 });
  });

  test('does what follows in the same transaction, with its own line in the trail', async () => {
    const { id } = await opened();
    await perform(at.house, finish, { actor: officer, id, door });
    const marks = await at.house.store
      .read<{ test_marks: Mark }>()
      .selectFrom('test_marks')
      .selectAll()
      .where('ticket', '=', id)
      .execute();
    expect(marks).toHaveLength(1);
    const lines = await at.house.store.trail.find({ kind: 'mark', row: marks[0]?.id ?? '' });
    expect(lines[0]?.entry.command).toBe('mark.make');
    const [done] = await at.house.store.trail.find({ kind: 'ticket', row: id });
    expect(done?.entry.facts).toEqual({ rang: true });
  });

  test('what can refuses, refuses for every door, with the clause', async () => {
    const { id } = await opened();
    at.clock.set('2026-11-18T23:10:00Z');
    const error = await perform(at.house, finish, { actor: officer, id, door: 'worker' }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(Refused);
    if (error instanceof Refused) {
      expect(error.message).toBe('It is 23 o’clock: too late.');
      expect(error.citation?.rule).toBe('inbox.answer');
    }
  });

  test('one key, six at once: one act, six equal answers', async () => {
    const { id } = await opened();
    const key = newId();
    const all = await Promise.all(
      Array.from({ length: 6 }, () =>
        perform(at.house, move, { actor: officer, id, input: { where: 'held' }, key, door }),
      ),
    );
    expect(new Set(all.map((done) => JSON.stringify([done.id, done.state, done.version]))).size).toBe(1);
    expect(await at.house.store.trail.find({ row: id })).toHaveLength(2);
  });

  test('a key bound to one request does not answer another', async () => {
    const { id } = await opened();
    const key = newId();
    await perform(at.house, move, { actor: officer, id, input: { where: 'held' }, key, door });
    expect(
      await refusedWith(perform(at.house, move, { actor: officer, id, input: { where: 'done' }, key, door })),
    ).toBe('kernel.key-used');
    expect(await refusedWith(perform(at.house, finish, { actor: officer, id, key, door }))).toBe(
      'kernel.key-used',
    );
    const other = at.person('Oz Officer', 'communications');
    expect(await perform(at.house, finish, { actor: other, id, key, door })).toMatchObject({ state: 'done' });
  });

  test('a creating command that says what makes its row unique makes it once', async () => {
    const outside = newId();
    const take = () =>
      perform(at.house, takeIn, { actor: systemActor('collector'), input: { outside }, door: 'worker' });
    const all = await Promise.all([take(), take(), take(), take()]);
    expect(new Set(all.map((done) => done.id)).size).toBe(1);
    expect(await at.house.store.trail.find({ row: all[0]?.id ?? '' })).toHaveLength(1);
  });

  test('a system that is not named may not, and a person may not do a system’s work', async () => {
    const { id } = await opened();
    expect(
      await refusedWith(perform(at.house, send, { actor: systemActor('timer'), id, door: 'worker' })),
    ).toBe('kernel.not-yours');
    expect(await refusedWith(perform(at.house, send, { actor: officer, id, door }))).toBe('kernel.not-yours');
  });

  test('a secret is sealed in the row and stands nowhere in the trail', async () => {
    const { id } = await opened();
    await perform(at.house, equip, { actor: director, id, input: { token: 'canary-token-1' }, door });
    const row = await at.house.store
      .read<{ test_tickets: Ticket }>()
      .selectFrom('test_tickets')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.token).not.toContain('canary');
    expect(row.token?.length).toBeGreaterThan(20);
    const [line] = await at.house.store.trail.find({ row: id });
    expect(line?.entry.input).toEqual({});
  });

  test('a role that was taken away stops the act that is already on the screen', async () => {
    const { id } = await opened();
    await offer(at.house, finish, { actor: officer, id });
    at.grants(officer);
    expect(await refusedWith(perform(at.house, finish, { actor: officer, id, door }))).toBe(
      'kernel.not-found',
    );
  });

  test('after a stop commits nothing passes its gate', async () => {
    const made = await Promise.all(Array.from({ length: 24 }, () => opened()));
    const [first, ...rest] = made;
    const sends = rest.map((one) =>
      perform(at.house, send, { actor: systemActor('sender'), id: one.id, door: 'worker' }).catch(
        () => undefined,
      ),
    );
    await perform(at.house, stop, { actor: director, id: first?.id ?? '', door });
    await Promise.all(sends);
    const lines = await at.house.store.trail.find({ kind: 'ticket', limit: 200 });
    const order = lines.map((line) => line.entry.command);
    const stopAt = order.indexOf('ticket.stop');
    expect(order.slice(0, stopAt)).not.toContain('ticket.send');
  });
});

describe('offer', () => {
  test('shows the fields with their choices, the version and the clause', async () => {
    const { id } = await opened();
    const offered = await offer(at.house, edit, { actor: author, id });
    expect(offered.fields.map((field) => [field.name, field.kind, field.choices?.length])).toEqual([
      ['title', 'line', undefined],
      ['team', 'choice', 2],
    ]);
    expect(offered).toMatchObject({ version: 1 });
  });

  test('gives the refusal that perform would give', async () => {
    const { id } = await opened();
    const stranger = at.person('Sam Stranger');
    expect(await refusedWith(offer(at.house, finish, { actor: stranger, id }))).toBe('kernel.not-found');
    expect(await refusedWith(offer(at.house, finish, { actor: author, id }))).toBe('kernel.not-yours');
    at.clock.set('2026-11-18T23:10:00Z');
    expect(await refusedWith(offer(at.house, finish, { actor: officer, id }))).toBe('test.too-late');
  });

  test('lists what may be done now, and who could do the rest', async () => {
    const { id } = await opened();
    const read = readerOf(at.house.store.read());
    const standing = await standingOf(at.house, read, author, at.clock.now());
    if (!standing) throw new Error('no standing');
    const row = await seenRow(read, ticket, standing, id);
    if (!row) throw new Error('no row');
    const verbs = await verbsFor(at.house, ticket, row, standing);
    const by = new Map(verbs.map((verb) => [verb.command.verb, verb.refused?.whoCould]));
    expect(by.get('edit')).toBeUndefined();
    expect(by.has('edit')).toBe(true);
    expect(by.get('finish')).toEqual(['communications officer']);
    expect(by.has('send')).toBe(false);
  });
});

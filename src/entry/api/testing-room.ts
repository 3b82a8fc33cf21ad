import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { lifecycle, table, type Row } from '#kernel/lifecycle.ts';
import { choices, need } from '#kernel/need.ts';
import { role, self, system } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { room } from '#kernel/room.ts';

interface Parcel extends Row {
  state: 'waiting' | 'delivered';
  sender: string;
  contents: string;
  depot: string | null;
  collect_at: Temporal.Instant | null;
  key: string | null;
}
interface ParcelTables {
  test_parcels: Parcel;
}

const parcel = lifecycle('parcel', {
  table: table<Parcel>('test_parcels'),
  sight: { see: [role('communications'), role('director'), self('sender')] },
  home: (id) => `/parcels/${id}`,
  steps: [
    { from: 'nothing', by: 'post', to: 'waiting', who: [self('sender')], rule: 'inbox.answer' },
    { from: 'nothing', by: 'take-in', to: 'waiting', who: [system('collector')], rule: 'inbox.check' },
    {
      from: ['waiting'],
      by: 'route',
      to: 'same',
      who: [self('sender'), role('communications')],
      rule: 'inbox.answer',
    },
    {
      from: ['waiting'],
      by: 'deliver',
      to: 'delivered',
      who: [role('communications')],
      rule: 'inbox.reply-within',
      otherThan: ['post'],
    },
    { from: ['waiting'], by: 'lock', to: 'same', who: [role('director')], rule: 'inbox.answer' },
    { from: ['delivered'], by: 'burst', to: 'same', who: [role('director')], rule: 'inbox.answer' },
  ],
});

const nowhere = { depot: null, collect_at: null, key: null };
const post = command(parcel, 'post', {
  label: 'Post a parcel',
  about: 'Takes a parcel in.',
  input: form({
    contents: ask.line('What is in it?', { empty: 'Say what is in it' }),
    kinds: ask.several('What kind is it?', { heavy: 'Heavy', fragile: 'Fragile' }),
    collect: ask.moment('When may we collect it?', 'Give a moment'),
    urgent: ask.tick('Is it urgent?'),
  }),
  decide: ({ input, standing }) => ({
    create: {
      ...nowhere,
      sender: standing.actor.kind === 'person' ? standing.actor.id : '',
      contents: input.contents,
      collect_at: input.collect,
    },
  }),
});
const takeIn = command(parcel, 'take-in', {
  label: 'Take in',
  about: 'Takes one in.',
  input: form({}),
  decide: ({ id }) => ({ create: { ...nowhere, sender: id, contents: 'unknown' } }),
});
const depots = need(async () =>
  choices([
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ]),
);
const route = command(parcel, 'route', {
  label: 'Route the parcel',
  about: 'Says which depot it goes through.',
  stale: 'refuse',
  needs: { depots },
  input: form({ depot: ask.choice('Which depot?', 'Choose a depot', 'depots'), note: ask.maybe('A note') }),
  decide: ({ input, needs }) => ({ set: { depot: needs.depots.get(input.depot).id } }),
});
const deliver = command(parcel, 'deliver', {
  label: 'Deliver it',
  about: 'Says that it has arrived.',
  input: form({}),
  decide: () => ({}),
});
const lock = command(parcel, 'lock', {
  label: 'Lock it',
  about: 'Keeps a key.',
  input: form({ key: ask.secret('Key', { empty: 'Give the key' }) }),
  decide: ({ input }) => ({ set: { key: input.key } }),
});
const burst = command(parcel, 'burst', {
  label: 'Burst',
  about: 'Goes wrong.',
  input: form({}),
  decide: () => {
    throw new Error('the canary words of a person are in this message');
  },
});

const row = z.object({
  id: z.string(),
  contents: z.string(),
  collectAt: z.instanceof(Temporal.Instant).nullable(),
});
const waiting = question('parcels.waiting', {
  about: 'Which parcels wait?',
  input: form({
    contents: ask.maybe('Contents'),
    kinds: ask.several('Kinds', { heavy: 'Heavy', fragile: 'Fragile' }),
  }),
  output: z.object({ kinds: z.array(z.string()), rows: z.array(row) }),
  askers: [role('staff')],
  async read(reading) {
    const { input } = reading;
    let query = reading
      .tables<ParcelTables>()
      .selectFrom('test_parcels')
      .selectAll()
      .where('state', '=', 'waiting')
      .where(reading.seen(parcel));
    if (input.contents !== undefined) query = query.where('contents', '=', input.contents);
    // Every column goes out of here: the declared output alone keeps the key in.
    const rows = await query.execute();
    return { kinds: input.kinds, rows: rows.map((each) => ({ ...each, collectAt: each.collect_at })) };
  },
});
const hours = question('parcels.hours', {
  about: 'When is the counter open?',
  input: form({}),
  output: z.object({ open: z.string() }),
  askers: 'public',
  read: async () => ({ open: '9am to 5pm' }),
});
const many = question('parcels.many', {
  about: 'So many rows.',
  input: form({ rows: ask.whole('How many?', { min: 0, max: 1000 }) }),
  output: z.array(z.number()),
  askers: [role('staff')],
  read: async ({ input }) => Array.from({ length: input.rows }, (_, at) => at),
});

/** A room with one of everything, for the tests of the doors. */
export const parcels = room({
  name: 'parcels',
  title: 'Parcels',
  lifecycles: [parcel],
  commands: [post, takeIn, route, deliver, lock, burst],
  questions: [waiting, hours, many],
  migrations: 'src/entry/api/testing-migrations',
});

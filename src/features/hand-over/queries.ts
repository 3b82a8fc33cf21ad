import { sql, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { namesOf } from '#features/people/index.ts';
import { orDeleted } from './deleted.ts';
import { handOver, readers } from './lifecycle.ts';
import { openMinutesLeft } from './open-time.ts';
import type { HandOver, HandOverTables } from './words.ts';

const moment = z.iso.datetime();
const maybe = moment.nullable();

/** What stands on a list: to whom, by when and how far; nothing of what was said. */
const listed = z.strictObject({
  id: z.uuid(),
  state: z.string(),
  version: z.int(),
  kind: z.enum(['question', 'details', 'share']),
  enquiry: z.uuid(),
  receiver: z.string(),
  kindsOfDetails: z.array(z.string()),
  basis: z.string().nullable(),
  handedAt: moment,
  handedBy: z.string().nullable(),
  dueAt: maybe,
  /** Open minutes left of its time; below nothing when late. */
  minutesLeft: z.int().nullable(),
  acknowledgeBy: maybe,
  receivedAt: maybe,
  answeredAt: maybe,
  answeredOn: z.iso.date().nullable(),
  answeredHow: z.string().nullable(),
  askedBack: z.string().nullable(),
  returnedWhy: z.string().nullable(),
  endedAt: maybe,
  letter: z.string(),
  letterAt: maybe,
  asked: z.int(),
  askedOf: z.int(),
  reminders: z.int(),
  copyHere: z.boolean(),
  policy: z.string(),
});
export type Listed = z.output<typeof listed>;

type Rows = SelectQueryBuilder<HandOverTables, 'hand_overs', HandOver>;

/** Lists by what is to be done about them. */
export const views = {
  open: 'With somebody now',
  overdue: 'Overdue',
  unconfirmed: 'Nobody said that they have it',
  asking: 'They asked us something',
  ended: 'Ended in the last four weeks',
} as const;
export type View = keyof typeof views;

const conditionOf = (view: View, now: Temporal.Instant) =>
  ({
    open: sql<boolean>`state in ('open', 'received', 'asking')`,
    overdue: sql<boolean>`state in ('open', 'received', 'asking') and due_at < ${now}`,
    unconfirmed: sql<boolean>`state = 'open' and (acknowledge_by is null or acknowledge_by < ${now} or asked > 0)`,
    asking: sql<boolean>`state = 'asking'`,
    ended: sql<boolean>`state in ('taken', 'answered', 'returned', 'expired', 'withdrawn') and changed_at > ${now.subtract({ hours: 24 * 28 })}`,
  })[view];

const PAGE = 50;

export const list = question('hand-over.list', {
  about:
    'What was handed over to departments, to named receivers and to partners, by what is to be done about it.',
  askers: readers,
  input: form({
    view: ask.given(
      'View',
      z.enum(Object.keys(views) as [View, ...View[]], { error: 'Choose a list' }).optional(),
    ),
    after: ask.given('Go on after', z.uuid({ error: 'Go back to the first page' }).optional()),
  }),
  output: z.strictObject({
    view: z.string(),
    rows: z.array(listed),
    counts: z.record(z.string(), z.int()),
    next: z.uuid().nullable(),
  }),
  async read(reading) {
    const { now, seen, input } = reading;
    const view = input.view ?? 'open';
    let query = rowsOf(reading).where(conditionOf(view, now)).orderBy('id', 'desc');
    if (input.after !== undefined) query = query.where('id', '<', input.after);
    const [found, counts] = await Promise.all([
      query.limit(PAGE + 1).execute(),
      reading
        .tables<HandOverTables>()
        .selectFrom('hand_overs')
        .select((is) =>
          (Object.keys(views) as View[]).map((one) =>
            is.fn.countAll<number>().filterWhere(conditionOf(one, now)).as(one),
          ),
        )
        .where(seen(handOver))
        .executeTakeFirstOrThrow(),
    ]);
    const rows = found.slice(0, PAGE);
    return {
      view,
      rows: await asListed(reading, rows),
      counts: { ...counts },
      next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    };
  },
});

export const ofEnquiry = question('hand-over.of-enquiry', {
  about: 'What was handed over about one enquiry, the latest first.',
  askers: readers,
  input: form({ enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the enquiry' })) }),
  output: z.strictObject({ rows: z.array(listed) }),
  async read(reading) {
    const rows = await rowsOf(reading)
      .where('enquiry', '=', reading.input.enquiry)
      .orderBy('id', 'desc')
      .limit(20)
      .execute();
    return { rows: await asListed(reading, rows) };
  },
});

export const one = question('hand-over.one', {
  about: 'One hand-over: to whom, by when, and what they did with it. What they were given is not in it.',
  askers: readers,
  input: form({ id: ask.given('Hand-over', z.uuid({ error: 'Give the hand-over' })) }),
  output: listed,
  async read(reading) {
    const row = await reading.row(handOver, reading.input.id);
    const [shown] = row ? await asListed(reading, [row]) : [];
    if (!shown) throw refuse('kernel.not-found');
    return shown;
  },
});

const rowsOf = ({ tables, seen }: Pick<Reading<unknown>, 'tables' | 'seen'>): Rows =>
  tables<HandOverTables>().selectFrom('hand_overs').selectAll().where(seen(handOver)) as Rows;

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

async function asListed(reading: Reading<unknown>, rows: readonly HandOver[]): Promise<Listed[]> {
  const names = await namesOf(
    reading,
    rows.flatMap((row) => row.handed_by ?? []),
  );
  const { now, policy } = reading;
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    version: row.version,
    kind: row.kind,
    enquiry: row.enquiry,
    receiver: row.receiver,
    kindsOfDetails: [...row.kinds_of_details.list],
    basis: row.basis,
    handedAt: row.created_at.toString(),
    handedBy: row.handed_by === null ? null : (names.get(row.handed_by) ?? 'A colleague'),
    dueAt: text(row.due_at),
    minutesLeft: row.due_at === null ? null : openMinutesLeft(policy, now, row.due_at),
    acknowledgeBy: text(row.acknowledge_by),
    receivedAt: text(row.received_at),
    answeredAt: text(row.answered_at),
    answeredOn: row.answered_on?.toString() ?? null,
    answeredHow: orDeleted(row.answered_how),
    askedBack: orDeleted(row.asked_back),
    returnedWhy: orDeleted(row.returned_why),
    endedAt: text(row.ended_at),
    letter: row.letter,
    letterAt: text(row.letter_at),
    asked: row.asked,
    askedOf: row.addresses.list.length,
    reminders: row.reminders,
    copyHere: row.content !== null,
    policy: row.policy,
  }));
}

export const questions = [list, ofEnquiry, one];

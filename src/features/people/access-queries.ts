import { z } from 'zod';
import { form } from '#kernel/form.ts';
import type { Reader } from '#kernel/need.ts';
import { question, type Reading } from '#kernel/question.ts';
import { roleWords } from './access.ts';
import { accessReview, person, reviewSight } from './lifecycle.ts';
import { namesOf } from './needs.ts';
import { lastConfirmed, openReview } from './review-needs.ts';
import { today } from './working-hours.ts';
import type { AccessReview, PeopleTables } from './words.ts';

const id = z.uuid();
const when = z.string().nullable();

const shownCheck = z.object({
  id,
  version: z.int(),
  state: z.string(),
  person: id,
  name: z.string(),
  roleWords: z.string(),
  /** The role has ended meanwhile, by another way than this review. */
  ended: z.boolean(),
  decidedBy: when,
});

/** The review of access as it stands, when the next is due, and those that were confirmed. */
export const accessReviewNow = question('people.access-review', {
  about:
    'Shows the open review of access with each role to decide about, when the next one is due, and the last ones.',
  askers: reviewSight,
  input: form({}),
  output: z.object({
    review: z
      .object({ id, version: z.int(), dueOn: z.string(), overdue: z.boolean(), checks: z.array(shownCheck) })
      .nullable(),
    next: z.object({ opensOn: z.string(), dueOn: z.string() }).nullable(),
    past: z.array(
      z.object({
        id,
        dueOn: z.string(),
        confirmedOn: z.string(),
        confirmedBy: when,
        late: z.boolean(),
        kept: z.int(),
        removed: z.int(),
      }),
    ),
  }),
  async read(reading) {
    const read: Reader = { tables: reading.tables };
    const [open, last] = await Promise.all([openReview(read), lastConfirmed(read)]);
    return {
      review: open ? await shownReview(reading, open) : null,
      next:
        last?.next_due_on && last.next_opens_on && !open
          ? { opensOn: last.next_opens_on.toString(), dueOn: last.next_due_on.toString() }
          : null,
      past: await pastReviews(reading),
    };
  },
});

type Asking = Pick<Reading<never>, 'tables' | 'seen' | 'now' | 'policy'>;

async function shownReview(reading: Asking, row: AccessReview) {
  const checks = await reading
    .tables<PeopleTables>()
    .selectFrom('access_checks')
    .innerJoin('people', 'people.id', 'access_checks.person')
    .innerJoin('grants', 'grants.id', 'access_checks.given_role')
    .select(['access_checks.id', 'access_checks.version', 'access_checks.state', 'access_checks.person'])
    .select(['access_checks.role', 'access_checks.at', 'access_checks.decided_by', 'people.name'])
    .select('grants.state as given')
    .where('access_checks.review', '=', row.id)
    .orderBy('people.name')
    .orderBy('access_checks.role')
    .limit(200)
    .execute();
  const names = await namesOf(
    reading,
    checks.flatMap((one) => one.decided_by ?? []),
  );
  return {
    id: row.id,
    version: row.version,
    dueOn: row.due_on.toString(),
    overdue: Temporal.PlainDate.compare(today(reading.now, reading.policy), row.due_on) > 0,
    checks: checks.map((one) => ({
      id: one.id,
      version: one.version,
      state: one.state,
      person: one.person,
      name: one.name,
      roleWords: roleWords(one),
      ended: one.state === 'open' && one.given !== 'given',
      decidedBy: one.decided_by === null ? null : (names.get(one.decided_by) ?? null),
    })),
  };
}

async function pastReviews(reading: Asking) {
  const rows = await reading
    .tables<PeopleTables>()
    .selectFrom('access_reviews')
    .leftJoin('access_checks', 'access_checks.review', 'access_reviews.id')
    .select(['access_reviews.id', 'access_reviews.due_on'])
    .select(['access_reviews.confirmed_on', 'access_reviews.confirmed_by'])
    .select((of) => [
      of.fn.count<number>('access_checks.id').filterWhere('access_checks.state', '=', 'kept').as('kept'),
      of.fn
        .count<number>('access_checks.id')
        .filterWhere('access_checks.state', '=', 'removed')
        .as('removed'),
    ])
    .where(reading.seen(accessReview))
    .where('access_reviews.state', '=', 'confirmed')
    .groupBy('access_reviews.id')
    .orderBy('access_reviews.confirmed_on', 'desc')
    .limit(20)
    .execute();
  const names = await namesOf(
    reading,
    rows.flatMap((row) => row.confirmed_by ?? []),
  );
  return rows.flatMap(({ confirmed_on: on, ...row }) =>
    on === null
      ? []
      : {
          id: row.id,
          dueOn: row.due_on.toString(),
          confirmedOn: on.toString(),
          confirmedBy: row.confirmed_by === null ? null : (names.get(row.confirmed_by) ?? null),
          late: Temporal.PlainDate.compare(on, row.due_on) > 0,
          kept: row.kept,
          removed: row.removed,
        },
  );
}

/** Who was said to be leaving, by when their access had to end, and when it did. */
export const leavers = question('people.leavers', {
  about:
    'Lists leavers of the last year: when it was said, by when access had to end, when it ended, and whether late.',
  askers: reviewSight,
  input: form({}),
  output: z.object({
    leavers: z.array(
      z.object({
        person: id,
        name: z.string(),
        flaggedAt: when,
        accessEndsAt: z.string(),
        endedAt: when,
        late: z.boolean(),
      }),
    ),
  }),
  async read({ tables, seen, now }) {
    const rows = await tables<PeopleTables>()
      .selectFrom('people')
      .select(['id', 'name', 'leaver_flagged_at', 'access_ends_at', 'left_at'])
      .where(seen(person))
      .where('access_ends_at', '>=', now.subtract({ hours: 24 * 366 }))
      .orderBy('access_ends_at', 'desc')
      .limit(200)
      .execute();
    return {
      leavers: rows.flatMap(({ access_ends_at: endsAt, ...row }) =>
        endsAt === null
          ? []
          : {
              person: row.id,
              name: row.name,
              flaggedAt: row.leaver_flagged_at?.toString() ?? null,
              accessEndsAt: endsAt.toString(),
              endedAt: row.left_at?.toString() ?? null,
              late: Temporal.Instant.compare(row.left_at ?? now, endsAt) > 0,
            },
      ),
    };
  },
});

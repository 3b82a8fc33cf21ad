import { choices, need, type Option, type Reader } from '#kernel/need.ts';
import { opensAccounts, roleWords } from './access.ts';
import type { AccessReview, PeopleTables } from './words.ts';

const of = (read: Reader) => read.tables<PeopleTables>();

/** One role that opens accounts, by its grant's id, with whoever holds it. */
export interface Holding extends Option {
  readonly person: string;
  readonly role: string;
  readonly at: string;
}

/** Every role given now that opens accounts of the organisation: what a review goes through. */
export const holdings = need(async (read) => {
  const rows = await of(read)
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person')
    .select(['grants.id', 'people.name', 'grants.person', 'grants.role', 'grants.at'])
    .where('grants.state', '=', 'given')
    .where('grants.role', 'in', [...opensAccounts])
    .orderBy('people.name')
    .orderBy('grants.role')
    .orderBy('grants.id')
    .execute();
  return choices<Holding>(rows.map((row) => ({ ...row, hint: roleWords(row) })));
});

/** Does anybody hold a role that opens accounts? */
export async function holdsAny(read: Reader): Promise<boolean> {
  const found = await of(read)
    .selectFrom('grants')
    .select('id')
    .where('state', '=', 'given')
    .where('role', 'in', [...opensAccounts])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The gate of the review: nothing in it is decided while it opens or ends. */
export const REVIEWING = 'people.access-review';

/** The review that is open, and the one confirmed last. */
export const reviews = need(
  async (read) => ({ open: await openReview(read), last: await lastConfirmed(read) }),
  { gate: REVIEWING },
);

export const openReview = (read: Reader): Promise<AccessReview | undefined> =>
  of(read).selectFrom('access_reviews').selectAll().where('state', '=', 'due').executeTakeFirst();

export const lastConfirmed = (read: Reader): Promise<AccessReview | undefined> =>
  of(read)
    .selectFrom('access_reviews')
    .selectAll()
    .where('state', '=', 'confirmed')
    .orderBy('confirmed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** How the checks of the review acted on stand: a role that ended meanwhile needs no decision any more. */
export const tally = need(async (read, { row }) => {
  const rows = await of(read)
    .selectFrom('access_checks')
    .innerJoin('grants', 'grants.id', 'access_checks.given_role')
    .select(['access_checks.state', 'grants.state as given'])
    .where('access_checks.review', '=', String(row?.['id']))
    .execute();
  const count = (state: string) => rows.filter((one) => one.state === state).length;
  return {
    undecided: rows.filter((one) => one.state === 'open' && one.given === 'given').length,
    kept: count('kept'),
    removed: count('removed'),
  };
});

/** Of the check acted on: is its review open, and does its role still hold? */
export const underReview = need(
  async (read, { row }) => {
    const found = await of(read)
      .selectFrom('access_checks')
      .innerJoin('access_reviews', 'access_reviews.id', 'access_checks.review')
      .innerJoin('grants', 'grants.id', 'access_checks.given_role')
      .select(['access_reviews.state as review', 'grants.state as given'])
      .where('access_checks.id', '=', String(row?.['id']))
      .executeTakeFirst();
    return { open: found?.review === 'due', given: found?.given === 'given' };
  },
  { gate: REVIEWING },
);

/** Has a check of the open review removed the grant acted on? */
export const removedByReview = need(async (read, { row }) => {
  const found = await of(read)
    .selectFrom('access_checks')
    .innerJoin('access_reviews', 'access_reviews.id', 'access_checks.review')
    .select('access_checks.id')
    .where('access_checks.given_role', '=', String(row?.['id']))
    .where('access_checks.state', '=', 'removed')
    .where('access_reviews.state', '=', 'due')
    .executeTakeFirst();
  return found !== undefined;
});

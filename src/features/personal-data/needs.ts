import { choices, need, type Reader } from '#kernel/need.ts';
import type { Hold, PersonalDataTables } from './words.ts';

const textOf = (row: Readonly<Record<string, unknown>> | undefined, column: string): string => {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
};

export const passOnReasons = need(async (_, { policy }) =>
  choices(policy.value('details.passed-on').reasons),
);
export const notNeededReasons = need(async (_, { policy }) =>
  choices(policy.value('details.not-needed').reasons),
);
export const matters = need(async (_, { policy }) => choices(policy.value('details.held').matters));

/** Holds that stand on a removal. */
export const standingOn = (read: Reader, removal: string): Promise<Pick<Hold, 'id' | 'state'>[]> =>
  read
    .tables<PersonalDataTables>()
    .selectFrom('holds')
    .select(['id', 'state'])
    .where('removal', '=', removal)
    .where('state', 'in', ['placed', 'in-place'])
    .orderBy('id')
    .execute();

/** A hold closes this gate, and a deletion passes through it: neither begins while the other is deciding. */
export const HOLDING = 'personal-data.holding';

/** Of a removal: holds that stand on it. */
export const itsHolds = need((read, { row }) => standingOn(read, textOf(row, 'id')), { gate: HOLDING });

/** Of a hold: the others that stand on the same removal. */
export const otherHolds = need(async (read, { row }) => {
  const all = await standingOn(read, textOf(row, 'removal'));
  return all.filter((one) => one.id !== textOf(row, 'id'));
});

/** Of a hold: what it stops, and how that stands. */
export const heldRemoval = need(async (read, { row }) =>
  read
    .tables<PersonalDataTables>()
    .selectFrom('removals')
    .select(['id', 'state'])
    .where('id', '=', textOf(row, 'removal'))
    .executeTakeFirst(),
);

/** The removal of an enquiry, for what other rooms tell us about it. */
export const removalOf = (read: Reader, enquiry: string) =>
  read
    .tables<PersonalDataTables>()
    .selectFrom('removals')
    .select(['id', 'state', 'kinds'])
    .where('enquiry', '=', enquiry)
    .executeTakeFirst();

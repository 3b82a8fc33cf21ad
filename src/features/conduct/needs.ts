import { isId } from '#kernel/ids.ts';
import { choices, need, type Reader } from '#kernel/need.ts';
import { systemStanding, type Standing } from '#kernel/rights.ts';
import { enquiriesOfAuthor, enquiryToMeasure } from '#features/inbox/index.ts';
import type { ConductTables, MeasureKind } from './words.ts';

const enquiryIn = (input: Readonly<Record<string, unknown>> | undefined): string | undefined => {
  const id = input?.['enquiry'];
  return typeof id === 'string' && isId(id) ? id : undefined;
};

/** The message that a measure is to be about, if this person may see it; undefined while only a form is shown. */
export const about = need(async (read, { input, standing }) => {
  const id = enquiryIn(input);
  return id === undefined ? undefined : enquiryToMeasure(read, standing, id);
});

/** What was done before about what the same person wrote, by kind. What was dropped or refused does not count. */
export async function takenAgainst(
  read: Reader,
  standing: Standing,
  enquiry: string,
): Promise<ReadonlyMap<MeasureKind, number>> {
  const ids = await enquiriesOfAuthor(read, standing, enquiry);
  if (ids.length === 0) return new Map();
  const rows = await read
    .tables<ConductTables>()
    .selectFrom('measures')
    .select(['kind', (count) => count.fn.countAll<string>().as('count')])
    .where('enquiry', 'in', ids)
    .where('state', 'not in', ['asked', 'refused', 'unknown', 'dropped'])
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}

/** Kinds of measures that were taken before against the same person. */
export const before = need(async (read, { input }): Promise<ReadonlySet<MeasureKind>> => {
  const id = enquiryIn(input);
  if (id === undefined) return new Set();
  return new Set((await takenAgainst(read, systemStanding('reaction'), id)).keys());
});

/** House rules that may bring this kind of measure, as the policy has them. */
export const houseRulesFor = (kind: MeasureKind) =>
  need(async (_, { policy }) =>
    choices(
      policy
        .value('conduct.house-rules')
        .rules.filter((one) => one.measures.includes(kind))
        .map(({ id, name, words }) => ({ id, name, hint: words })),
    ),
  );

/** With which reasons milder steps may be left out. */
export const skipReasons = need(async (_, { policy }) =>
  choices(policy.value('conduct.in-steps').skipReasons),
);

/** The approved words of warnings. */
export const templates = need(async (_, { policy }) =>
  choices(
    policy.value('conduct.warning').templates.map(({ id, name, text }) => ({ id, name, hint: text, text })),
  ),
);

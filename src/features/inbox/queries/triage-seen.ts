import { z } from 'zod';
import type { Policy } from '#policy/index.ts';
import { labelIn, labelName } from '../triage-reading.ts';
import type { Labels } from '../triage-words.ts';
import type { Enquiry } from '../words.ts';

/** A place in a text, as shown: what caused a label. */
export const place = z.strictObject({ start: z.int(), end: z.int(), label: z.string() });
export type Place = z.output<typeof place>;

const moment = z.iso.datetime();

/** What triage made of a message, and whether a person has read it. */
export const triageSeen = z.strictObject({
  tier: z.enum(['page', 'look-first', 'rest']).nullable().describe('Null: not yet read by triage'),
  labels: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().describe('In the policy’s words'),
      goesTo: z.string().describe('Who usually deals with it'),
      words: z.array(z.string()).describe('What caused it'),
      byPerson: z.boolean(),
    }),
  ),
  notUnderstood: z.string().nullable().describe('Why triage could make little of it'),
  pagedAt: moment.nullable().describe('When it called somebody; null where it called nobody'),
  unread: z.boolean().describe('No person has read it, or what is answered with it'),
  readBy: moment.nullable().describe('By when a person reads it'),
  firstReadAt: moment.nullable(),
  mark: z.enum(['should-have-paged', 'need-not-have-paged']).nullable(),
});
export type TriageSeen = z.output<typeof triageSeen>;

export const triageColumns = [
  'tier',
  'labels',
  'not_understood',
  'paged_at',
  'unread',
  'read_by',
  'first_read_at',
  'mark',
] as const;

const longestWords = 80;

/**
 * Where the words that caused labels stand in a text. The places were found in the words as they came in: in a text
 * of another length, such as one from which somebody's details were taken, they would point at others, so there are none.
 * @param shown the text as this person sees it.
 */
export const placesIn = (shown: string, { list, length }: Labels): Place[] =>
  shown.length !== length
    ? []
    : list.flatMap(({ id, spans }) =>
        spans
          .filter(({ start, end }) => start >= 0 && start < end && end <= shown.length)
          .map(({ start, end }) => ({ start, end, label: id })),
      );

/** @param shown the text as this person sees it. */
export function asTriageSeen(
  row: Pick<Enquiry, (typeof triageColumns)[number]>,
  shown: string,
  policy: Policy,
): TriageSeen {
  const places = placesIn(shown, row.labels);
  return {
    tier: row.tier,
    labels: row.labels.list.map(({ id, by }) => ({
      id,
      name: labelName(policy, id),
      goesTo: labelIn(policy, id)?.goesTo ?? '',
      words: wordsOf(
        shown,
        places.filter((one) => one.label === id),
      ),
      byPerson: by === 'person',
    })),
    notUnderstood: row.not_understood,
    pagedAt: row.paged_at?.toString() ?? null,
    unread: row.unread,
    readBy: row.read_by?.toString() ?? null,
    firstReadAt: row.first_read_at?.toString() ?? null,
    mark: row.mark,
  };
}

const wordsOf = (shown: string, places: readonly Place[]): string[] => [
  ...new Set(
    places.map(({ start, end }) => {
      const words = shown.slice(start, end).replaceAll(/\s+/g, ' ');
      return words.length <= longestWords
        ? words
        : `${words.slice(0, longestWords).toWellFormed().trimEnd()}…`;
    }),
  ),
];

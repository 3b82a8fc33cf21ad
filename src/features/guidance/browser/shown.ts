import type { Grades, NamedPolicy, BioFinding, Severity } from '#checks/index.ts';
import type { RuleName } from '#policy/index.ts';
import { kindInWords, type PersonalDatum, type Span } from '#text/index.ts';
import type { Facts } from '../facts.ts';
import type { Rests, ShownFinding, Stretch } from './messages.ts';

/** The part of a policy that checks ask for, from what the page brought along. */
export function policyFrom({ policy, organisation, rules }: Facts): Grades & NamedPolicy {
  const of = (rule: string) => {
    const found = rules[rule];
    if (!found) throw new Error(`The page brought nothing about ${rule}`);
    return found;
  };
  return {
    id: policy,
    document: { organisation },
    value: (rule) => of(rule).value as never,
    cite(rule) {
      const { clause, title, words, basis } = of(rule);
      return { rule, clause, title, words, basis, policy };
    },
  };
}

export const restsOn = ({ rules }: Facts, rule: RuleName): Rests => {
  const { clause = '', words = '', basis = 'default' } = rules[rule] ?? {};
  return { clause: basis === 'default' ? null : clause, words, basis };
};

const doesBy: Readonly<Record<Severity, ShownFinding['does']>> = {
  block: 'stops',
  'needs-role': 'asks',
  'needs-approval': 'asks',
  warn: 'advice',
  note: 'advice',
};

/** Where a detail stands once for sure, it is left out wherever it stands again, cue or no cue. */
export function everywhere(text: string, data: readonly PersonalDatum[]): PersonalDatum[] {
  const all = [...data];
  const covered = new Uint8Array(text.length);
  for (const { start, end } of data) covered.fill(1, start, end);
  const details = new Map(data.map((one) => [text.slice(one.start, one.end), one]));
  for (const [words, one] of details) {
    if (words === '') continue;
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
      const end = start + words.length;
      if (covered.subarray(start, end).includes(1)) continue;
      covered.fill(1, start, end);
      all.push({ ...one, start, end });
    }
  }
  return all.toSorted((one, two) => one.start - two.start);
}

const masks = ({ kind }: PersonalDatum): string => `[${kindInWords(kind)}]`;

/** The stretch from `start` to `end` with what is private in it, even in part, left out. */
export function masked(text: string, { start, end }: Span, data: readonly PersonalDatum[]): string {
  let words = '';
  let from = start;
  for (const one of data) {
    if (one.end <= from || one.start >= end) continue;
    words += text.slice(from, Math.max(from, one.start)) + masks(one);
    from = one.end;
  }
  return words + text.slice(from, Math.max(from, end));
}

/** Somebody's detail as it was written, and what stands in its place. */
export interface Detail {
  readonly words: string;
  readonly mask: string;
}

export const detailsOf = (text: string, data: readonly PersonalDatum[]): Detail[] =>
  data.map((one) => ({ words: text.slice(one.start, one.end), mask: masks(one) }));

/** A message may repeat words of the text; nobody's details among them. */
const withoutDetails = (message: string, details: readonly Detail[]): string =>
  details.reduce((left, { words, mask }) => left.replaceAll(words, mask), message);

/** What was typed, with everything in it that is somebody's. */
export interface Looked {
  readonly text: string;
  readonly data: readonly PersonalDatum[];
  readonly details: readonly Detail[];
}

const longest = 80;
const cut = (words: string): string =>
  words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words;

export function shownFinding(facts: Facts, { text, data, details }: Looked, found: BioFinding): ShownFinding {
  const { rule, severity, start, end, field, fix } = found;
  return {
    ...restsOn(facts, rule),
    key: `${rule} ${start} ${end} ${fix ? 'fix' : ''}`,
    does: doesBy[severity],
    grave: facts.rules[rule]?.grave[severity] ?? severity,
    message: withoutDetails(found.message, details),
    excerpt: field === 'text' ? cut(masked(text, found, data)) : '',
    places: field === 'text' && start < end ? [{ start, end }] : [],
    fixes: field === 'text' && fix ? [fix] : [],
  };
}

/** The same thing in several places is told once. */
export function together(findings: readonly ShownFinding[]): ShownFinding[] {
  const told = new Map<string, ShownFinding>();
  for (const one of findings) {
    const same = JSON.stringify([one.clause, one.words, one.grave, one.message, one.fixes[0]?.replacement]);
    const first = told.get(same);
    const places = [...(first?.places ?? []), ...one.places];
    const fixes = [...(first?.fixes ?? []), ...one.fixes];
    told.set(same, { ...(first ?? one), places, fixes });
  }
  return [...told.values()];
}

const order: readonly ShownFinding['does'][] = ['stops', 'asks', 'advice'];

/** As they are shown: by what they do, then by their place. */
export const inOrder = (findings: readonly ShownFinding[]): ShownFinding[] =>
  findings.toSorted(
    (one, two) => order.indexOf(one.does) - order.indexOf(two.does) || startOf(one) - startOf(two),
  );

const startOf = ({ places }: ShownFinding): number => places[0]?.start ?? 0;

/** A finding about everything marks nothing: the marks would hide all others. */
const marks = ({ start, end }: Span, text: string): boolean =>
  !(start === 0 && end === text.length && end > longest);

/**
 * The text in stretches, each marked with the findings that are about it and the gravest thing that they do. What
 * is private is left out. Joined without their marks the stretches are the masked text.
 */
export function stretchesOf(
  text: string,
  findings: readonly ShownFinding[],
  data: readonly PersonalDatum[],
): Stretch[] {
  const marking = findings.flatMap(({ does, places }, at) =>
    places.filter((one) => marks(one, text)).map((one) => ({ ...one, does, number: at + 1 })),
  );
  const inside = (at: number): boolean => data.some((one) => at > one.start && at < one.end);
  const edges = [0, text.length, ...[...marking, ...data].flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(edges)].filter((at) => !inside(at)).toSorted((one, two) => one - two);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    const about = marking.filter((one) => one.start < end && one.end > start);
    const does = order.find((one) => about.some((each) => each.does === one)) ?? null;
    return {
      words: masked(text, { start, end }, data),
      does,
      numbers: [...new Set(about.map(({ number }) => number))],
    };
  });
}

import { pagingByDefault, type Label } from '../labels.ts';
import type { ModelCard } from '../model.ts';
import { isHarmless, type Example } from './texts.ts';

/** What a model makes of the frozen gate, and where its own cuts are. */
export interface GateReading {
  readonly scored: readonly GateScore[];
  readonly cuts: ModelCard['tiers'];
}

export interface GateScore {
  readonly example: Example;
  readonly page: number;
  readonly look: number;
}

export interface Compared {
  readonly group: string;
  readonly texts: number;
  /** How many of them each finds. */
  readonly present: number;
  readonly candidate: number;
  readonly loses: boolean;
}

export interface Decision {
  readonly accepted: boolean;
  readonly compared: readonly Compared[];
}

/** Groups of few texts move by one or two whatever is trained: one text in so many may be lost in a group, none over all. */
const oneIn = 20;

const groups: readonly (readonly [name: string, labels: readonly Label[]])[] = [
  ['life', ['life_emergency', 'suicide_imminent']],
  ['violence and incidents', ['threat_violence', 'major_incident']],
  ['safeguarding', ['safeguarding_child', 'safeguarding_adult']],
  ['distress and patient safety', ['mental_distress', 'patient_safety']],
  ['speaking up and staff abuse', ['speak_up', 'staff_abuse']],
  ['data, impersonation, misinformation', ['data_exposed', 'impersonation_security', 'misinformation']],
];

/**
 * Whether a retrained model may take the present one's place. Both tiers are compared at the share of harmless texts
 * that the present model lets through, so that neither wins by waking people more often.
 */
export function decided(present: GateReading, candidate: GateReading): Decision {
  const compared = [
    ...tierCompared('page', passedBy(present, candidate, 'page'), ({ labels }) =>
      labels.some((label) => pagingByDefault.includes(label)),
    ),
    // What is not in English is always looked at first, whatever a model thinks.
    ...tierCompared(
      'look first',
      passedBy(present, candidate, 'look').filter(({ example }) => isEnglish(example)),
      (one) => !isHarmless(one),
    ),
  ];
  return { accepted: compared.every(({ loses }) => !loses), compared };
}

interface Passed {
  readonly example: Example;
  readonly present: boolean;
  readonly candidate: boolean;
}

/** A language with fewer texts than this counts with the others: one or two texts are a matter of chance. */
const fewest = 10;

const isEnglish = ({ lang }: Example): boolean => lang === undefined;

/** Which texts each model passes: the present one at its cuts, the other at cuts that pass no more harmless texts. */
function passedBy(present: GateReading, candidate: GateReading, tier: 'page' | 'look'): Passed[] {
  return [true, false].flatMap((english) => {
    const side = (reading: GateReading): readonly GateScore[] =>
      reading.scored.filter(({ example }) => isEnglish(example) === english);
    const cut = tier === 'page' && !english ? present.cuts.pageUnread : present.cuts[tier];
    const passes = side(present).map((one) => one[tier] > cut);
    const allowed = side(present).filter(({ example }, at) => isHarmless(example) && passes[at]).length;
    const others = side(candidate);
    const fair = cutFor(
      others.filter(({ example }) => isHarmless(example)).map((one) => one[tier]),
      allowed,
    );
    return others.map((one, at) => ({
      example: one.example,
      present: passes[at] ?? false,
      candidate: one[tier] > fair,
    }));
  });
}

/** The lowest cut above which at most so many stand. */
const cutFor = (harmless: readonly number[], most: number): number =>
  harmless.toSorted((one, two) => two - one)[most] ?? -Infinity;

function tierCompared(
  tier: string,
  passed: readonly Passed[],
  counts: (one: Example) => boolean,
): Compared[] {
  const risks = passed.filter(({ example }) => counts(example));
  const byLabels = groups.map(
    ([name, labels]) =>
      [name, risks.filter(({ example }) => example.labels.some((label) => labels.includes(label)))] as const,
  );
  const byLanguage = Map.groupBy(risks, ({ example }) => example.lang ?? 'English');
  const large = [...byLanguage].filter(([, some]) => some.length >= fewest);
  const others = [...byLanguage.values()].filter((some) => some.length < fewest).flat();
  return [
    row(`${tier}: all`, risks, 0),
    ...[...byLabels, ...large, ['other languages', others] as const]
      .filter(([, some]) => some.length > 0)
      .map(([name, some]) => row(`${tier}: ${name}`, some, Math.floor(some.length / oneIn))),
  ];
}

function row(group: string, some: readonly Passed[], mayLose: number): Compared {
  const present = some.filter((one) => one.present).length;
  const candidate = some.filter((one) => one.candidate).length;
  return { group, texts: some.length, present, candidate, loses: present - candidate > mayLose };
}

export const inLines = ({ accepted, compared }: Decision): string[] => [
  ...compared.map(
    ({ group, texts, present, candidate, loses }) =>
      `${group}: ${present} of ${texts} now, ${candidate} retrained${loses ? '  <- loses' : ''}`,
  ),
  accepted
    ? 'Accepted: it loses nothing on the gate.'
    : 'Refused: it loses on the gate at the same share of harmless texts. The present model stays.',
];

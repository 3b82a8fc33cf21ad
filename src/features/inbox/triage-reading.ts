import type { Policy } from '#policy/index.ts';
import {
  modelName,
  severityOf,
  triage,
  type Label,
  type Severity as Named,
  type Triage,
} from '#triage/index.ts';
import type { LabelSeen, Labels, Severity, Tier, Triaged } from './triage-words.ts';

/** Whether triage calls somebody now, and how sure it must be. */
export interface Paging {
  readonly mode: 'paging' | 'shadow';
  readonly margin: number;
}

/** What triage made of a message, in the columns of its row; and how grave it is by that. */
export interface Reading {
  readonly severity: Severity;
  readonly lead: string | undefined;
  readonly columns: Omit<Triaged, 'paged_at'> & { readonly tier: Tier | null };
}

interface Message {
  readonly text: string;
  readonly pictures: number;
}

const levels: Readonly<Record<Named, Severity>> = { S1: 1, S2: 2, S3: 3, S4: 4, S5: 4 };

/** What nobody could read is looked at first: never called harmless. */
export const unreadSeverity = 2;

export const notTriaged = {
  tier: null,
  labels: { list: [], length: 0 },
  page_score: null,
  pages_anyway: false,
  triage_model: null,
  not_understood: null,
  triaged_at: null,
} as const;

/** Reads a message, or says that it could not: what comes in is taken in all the same. */
export function readMessage(
  { text, pictures }: Message,
  at: { readonly now: Temporal.Instant; readonly policy: Policy; readonly paging: Paging },
): Reading {
  const pagingLabels = labelsOf(at.policy)
    .filter((label) => label.pages)
    .map(({ id }) => id as Label);
  return readingOf(() => triage(text, { pictures, pagingLabels, pageMargin: at.paging.margin }), text, at);
}

/** @param read triage itself: where it throws, the message counts as not read. */
export function readingOf(
  read: () => Triage,
  text: string,
  { now, policy }: { readonly now: Temporal.Instant; readonly policy: Policy },
): Reading {
  let found: Triage;
  try {
    found = read();
  } catch {
    // Whatever went wrong here must not keep a message out. It stands as not read, and is tried again by timer.
    return { severity: unreadSeverity, lead: undefined, columns: notTriaged };
  }
  const tier = found.page ? 'page' : found.lookFirst ? 'look-first' : 'rest';
  const list = seenIn(found);
  return {
    severity: gravestOf(policy, list, tier),
    lead: found.lead,
    columns: {
      tier,
      labels: { list, length: text.length },
      page_score: found.scores.page,
      pages_anyway: found.scores.anyway,
      triage_model: modelName(),
      not_understood: found.unread ?? null,
      triaged_at: now,
    },
  };
}

const seenIn = ({ labels, reasons, scores }: Triage): LabelSeen[] =>
  labels.map((id) => ({
    id,
    score: rounded(scores.labels[id]),
    spans: reasons.filter((one) => one.label === id).map(({ start, end }) => ({ start, end })),
    by: 'triage',
  }));

const rounded = (score: number | undefined): number | null =>
  score === undefined || !Number.isFinite(score) ? null : Math.round(score * 100) / 100;

export const labelsOf = (policy: Policy) => policy.value('inbox.triage').labels;

/** The policy's label by its id; undefined for one that this policy does not know. */
export const labelIn = (policy: Policy, id: string) => labelsOf(policy).find((label) => label.id === id);

export const labelName = (policy: Policy, id: string): string =>
  labelIn(policy, id)?.name ?? id.replaceAll('_', ' ');

function gravestOf(policy: Policy, list: readonly LabelSeen[], tier: Tier): Severity {
  const hurried: Severity = tier === 'rest' ? 4 : 2;
  return graver(hurried, ...list.map(({ id }) => levelOf(policy, id)));
}

/** How grave a label is, by the policy; by triage where the policy does not know it. */
export const levelOf = (policy: Policy, id: string): Severity =>
  (labelIn(policy, id)?.severity as Severity | undefined) ?? levels[severityOf(id as Label)] ?? 4;

export const graver = (...some: readonly number[]): Severity => Math.min(...some) as Severity;

const order: readonly (Tier | null)[] = ['page', 'look-first', 'rest', null];

/** The one that is seen sooner. Not read at all comes last: it says nothing. */
export const sooner = (one: Tier | null, other: Tier | null): Tier | null =>
  order.indexOf(one) <= order.indexOf(other) ? one : other;

/** Labels after a message was read again: what a person chose stays, in front of what triage sees now. */
export const keptByPeople = (before: Labels, now: Labels): Labels => {
  const chosen = before.list.filter(({ by }) => by === 'person');
  const ids = new Set(chosen.map(({ id }) => id));
  // Places lie in the text as it stands now: those of the earlier one are gone with it.
  const own = chosen.map((one) => ({
    ...one,
    spans: now.list.find(({ id }) => id === one.id)?.spans ?? [],
  }));
  return { list: [...own, ...now.list.filter(({ id }) => !ids.has(id))], length: now.length };
};

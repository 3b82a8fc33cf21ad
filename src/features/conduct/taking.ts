import { createHash } from 'node:crypto';
import { InputRefused, refuse as notFound } from '#kernel/refusal.ts';
import type { Standing } from '#kernel/rights.ts';
import type { NewRow } from '#kernel/command.ts';
import type { Policy } from '#policy/index.ts';
import type { MeasuredEnquiry } from '#features/inbox/index.ts';
import { readsLikeCriticism } from './criticism.ts';
import { refuse } from './refusals.ts';
import { againstPeople, type Measure, type MeasureKind } from './words.ts';

/** What a person says when they take a measure. */
export interface Said {
  readonly houseRule: string;
  readonly why: string;
  readonly skipped?: string | undefined;
  readonly beyond?: string | undefined;
}

interface Taking {
  readonly id: string;
  readonly standing: Standing;
  readonly policy: Policy;
  readonly about: MeasuredEnquiry | undefined;
}

/**
 * Shows later that somebody's copy of the words is what was judged, without keeping the words. Salted with the
 * measure's own id, so that equal words of two people do not show as equal.
 */
export const wordsDigest = (id: string, text: string): string =>
  createHash('sha256').update(`${id}\n${text}`).digest('hex');

/**
 * The row of a measure that somebody takes.
 * @throws Refused where nothing can be done there; 404 where this person sees no such message.
 */
export function taken(
  kind: MeasureKind,
  { id, standing, policy, about }: Taking,
  said: Said,
): NewRow<Measure> {
  if (!about || standing.actor.kind !== 'person') throw notFound('kernel.not-found');
  const details = said.houseRule === policy.value('conduct.details-hidden').houseRule;
  refuseWhereNothingCanBeDone(kind, about, policy);
  return {
    ...untouched,
    kind,
    enquiry: about.id,
    network: about.network,
    account: about.account,
    remote: about.remote,
    author: againstPeople.includes(kind) ? about.author_id : null,
    by_hand: about.by_hand || about.account === null || about.remote === null,
    house_rule: said.houseRule,
    details: details && kind === 'hide',
    why: said.why,
    skipped: said.skipped ?? null,
    beyond: said.beyond ?? null,
    // Of somebody's details not even a digest is kept: few words are easily guessed.
    words_digest: details ? null : wordsDigest(id, about.text),
    received_at: about.received_at,
    asked_by: standing.actor.id,
  };
}

function refuseWhereNothingCanBeDone(kind: MeasureKind, about: MeasuredEnquiry, policy: Policy): void {
  const { networks } = policy.value('register.networks');
  if (!networks.some(({ id }) => id === about.network)) throw refuse('conduct.no-network');
  if (kind === 'hide' && about.visibility !== 'public') throw refuse('conduct.not-public');
  if (againstPeople.includes(kind) && about.author_id === '') throw refuse('conduct.nobody-known');
}

/** What is asked only where it matters: why milder steps are left out, and what goes beyond criticism. */
export function refuseUnexplained(
  kind: MeasureKind,
  { about, policy, before }: Pick<Taking, 'policy' | 'about'> & { readonly before: ReadonlySet<MeasureKind> },
  said: Said,
): void {
  const errors = [];
  const first = milderFirst(kind, policy, before);
  if (first.length > 0 && said.skipped === undefined)
    errors.push({
      field: 'skipped',
      message: `Nothing milder was done about this person before: ${first.join(' or ').toLowerCase()} first, or choose why not`,
    });
  if (about && said.beyond === undefined && isCritical(about))
    errors.push({
      field: 'beyond',
      message:
        'This reads like criticism, a complaint or a concern, and people may be critical of us. Say what goes beyond that, or leave it and answer the message',
    });
  if (errors.length > 0) throw new InputRefused(errors);
}

export const isCritical = (about: Pick<MeasuredEnquiry, 'text' | 'law_clocks'>): boolean =>
  readsLikeCriticism(about.text, about.law_clocks.list.length > 0);

/** The names of the steps of which one comes first; none where one was taken, or where this one needs none before it. */
export function milderFirst(kind: MeasureKind, policy: Policy, before: ReadonlySet<MeasureKind>): string[] {
  const { steps } = policy.value('conduct.in-steps');
  const after = steps.find((step) => step.id === kind)?.after ?? [];
  if (after.some((one) => before.has(one))) return [];
  return steps.filter((step) => after.includes(step.id)).map((step) => step.name);
}

const untouched = {
  template: null,
  report_of: null,
  report_as: null,
  decided_by: null,
  review_on: null,
  renewed: 0,
  undoing: false,
  ends_why: null,
  done_at: null,
  ended_at: null,
  attempts: 0,
  carrying_until: null,
  not_before: null,
  in_doubt: false,
  held_why: null,
  refused_why: null,
  case_number: null,
  appealed_at: null,
  appeal_due_at: null,
  appeal_outcome: null,
  asked_to_remove_at: null,
} as const;

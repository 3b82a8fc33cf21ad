import type { Happened } from '#kernel/event.ts';
import type { Policy } from '#policy/index.ts';
import { enquiryFlagged } from './events.ts';
import { levelOf, type Paging } from './triage-reading.ts';
import type { Labels, Tier } from './triage-words.ts';

export interface Flaggable {
  readonly tier: Tier | null;
  readonly risk: number;
  readonly labels: Labels;
}

/** Whether this calls somebody now. While triage only records, it calls nobody. */
export const calls = (tier: Tier | null, { mode }: Paging): boolean => tier === 'page' && mode === 'paging';

/** Tells other rooms of what somebody must look at now, or first. What would have called somebody is at least looked at first. */
export function flagged(id: string, row: Flaggable, paging: Paging, policy: Policy): Happened[] {
  const { tier, risk, labels } = row;
  if (tier !== 'page' && (tier !== 'look-first' || risk > 2)) return [];
  return [
    enquiryFlagged({
      enquiry: id,
      tier: calls(tier, paging) ? 'page' : 'look-first',
      severity: risk,
      lead: gravestLabel(policy, labels) ?? '',
    }),
  ];
}

/** Of several labels the gravest; of equally grave ones the one that leads. */
export const gravestLabel = (policy: Policy, { list }: Labels): string | undefined =>
  list.map(({ id }) => id).toSorted((one, other) => levelOf(policy, one) - levelOf(policy, other))[0];

/** For the trail: ids and numbers, and never a word of the message. */
export const triageFacts = ({ tier, risk, labels }: Flaggable) => ({
  tier,
  severity: risk,
  labels: labels.list.map(({ id }) => id).join(' '),
});

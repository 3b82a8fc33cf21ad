import { z } from 'zod';
import type { Policy } from '#policy/index.ts';
import { labelOf, networkOf } from './say.ts';
import { decisions, type Page } from './words.ts';

const moment = z.iso.datetime();

/** A page as lists have it. Nothing of what the public wrote is in it. */
export const listedPage = z.strictObject({
  id: z.uuid(),
  enquiry: z.uuid(),
  state: z.enum(['ringing', 'acknowledged', 'decided']),
  version: z.int(),
  inHours: z.boolean(),
  severity: z.int(),
  label: z.string(),
  network: z.string(),
  receivedAt: moment,
  openedAt: moment,
  pagedAt: moment.nullable(),
  /** From receipt until a channel took the first message. */
  secondsToPage: z.int().nullable(),
  acknowledgedAt: moment.nullable(),
  acknowledgedBy: z.string().nullable(),
  minutesToAcknowledge: z.int().nullable(),
  nextAt: moment.nullable(),
  hole: z.boolean(),
  /** Since when no channel has taken the last step. */
  faultAt: moment.nullable(),
  decision: z
    .enum(Object.keys(decisions) as [keyof typeof decisions, ...(keyof typeof decisions)[]])
    .nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
  forNothing: z.boolean().nullable(),
});
export type ListedPage = z.output<typeof listedPage>;

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

export const peopleOf = (rows: readonly Page[]): string[] =>
  rows.flatMap((row) => [row.acknowledged_by, row.decided_by]).filter((id) => id !== null);

export function asListedPage(row: Page, policy: Policy, names: ReadonlyMap<string, string>): ListedPage {
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? 'A colleague'));
  return {
    id: row.id,
    enquiry: row.enquiry,
    state: row.state,
    version: row.version,
    inHours: row.in_hours,
    severity: row.severity,
    label: labelOf(policy, row.lead).name,
    network: networkOf(policy, row.network),
    receivedAt: row.received_at.toString(),
    openedAt: row.created_at.toString(),
    pagedAt: text(row.paged_at),
    secondsToPage:
      row.paged_at === null ? null : Math.round(row.received_at.until(row.paged_at).total('seconds')),
    acknowledgedAt: text(row.acknowledged_at),
    acknowledgedBy: name(row.acknowledged_by),
    minutesToAcknowledge:
      row.acknowledged_at === null
        ? null
        : Math.round(row.created_at.until(row.acknowledged_at).total('minutes')),
    nextAt: text(row.next_at),
    hole: row.hole,
    faultAt: text(row.fault_at),
    decision: row.decision,
    decidedBy: name(row.decided_by),
    decidedAt: text(row.decided_at),
    forNothing: row.for_nothing,
  };
}

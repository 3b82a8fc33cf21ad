import { z } from 'zod';
import { namesOf } from '#features/people/index.ts';
import type { Reading } from '#kernel/question.ts';
import type { Policy } from '#policy/index.ts';
import type { Measure } from './words.ts';

/** A measure as pages and the API show it. Whom it is against is not in it: that stands with the message. */
export const shown = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.string(),
  kindName: z.string(),
  state: z.string(),
  enquiry: z.uuid(),
  network: z.string(),
  houseRule: z.string(),
  houseRuleName: z.string(),
  details: z.boolean(),
  why: z.string(),
  skipped: z.string().nullable(),
  beyond: z.string().nullable(),
  askedBy: z.string(),
  decidedBy: z.string().nullable(),
  takenAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  undoing: z.boolean(),
  endsWhy: z.string().nullable(),
  reviewOn: z.iso.date().nullable(),
  renewed: z.int(),
  refusedWhy: z.string().nullable(),
  heldWhy: z.string().nullable(),
  caseNumber: z.string().nullable(),
  appealDueAt: z.iso.datetime().nullable(),
  appealOutcome: z.string().nullable(),
  askedToRemoveAt: z.iso.datetime().nullable(),
  minutesToHide: z.int().nullable(),
});
export type ShownMeasure = z.infer<typeof shown>;

const instant = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

export async function asShown(
  rows: readonly Measure[],
  asking: Pick<Reading<never>, 'tables' | 'policy'>,
): Promise<ShownMeasure[]> {
  const people = rows.flatMap((row) => [row.asked_by, row.decided_by ?? []].flat());
  const names = await namesOf(asking, people);
  return rows.map((row) => oneShown(row, names, asking.policy));
}

function oneShown(row: Measure, names: ReadonlyMap<string, string>, policy: Policy): ShownMeasure {
  const { steps, skipReasons } = policy.value('conduct.in-steps');
  const { rules } = policy.value('conduct.house-rules');
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    kindName: nameIn(steps, row.kind),
    state: row.state,
    enquiry: row.enquiry,
    network: row.network,
    houseRule: row.house_rule,
    houseRuleName: nameIn(rules, row.house_rule),
    details: row.details,
    why: row.why,
    skipped: row.skipped === null ? null : nameIn(skipReasons, row.skipped),
    beyond: row.beyond,
    askedBy: names.get(row.asked_by) ?? 'A colleague',
    decidedBy: row.decided_by === null ? null : (names.get(row.decided_by) ?? 'A colleague'),
    takenAt: row.created_at.toString(),
    doneAt: instant(row.done_at),
    endedAt: instant(row.ended_at),
    undoing: row.undoing,
    endsWhy: row.ends_why,
    reviewOn: row.review_on?.toString() ?? null,
    renewed: row.renewed,
    refusedWhy: row.refused_why,
    heldWhy: row.held_why,
    caseNumber: row.case_number,
    appealDueAt: instant(row.appeal_due_at),
    appealOutcome: row.appeal_outcome,
    askedToRemoveAt: instant(row.asked_to_remove_at),
    minutesToHide: minutesToHide(row),
  };
}

/** Whole minutes from receipt until others did not see it any more; null for every other measure. */
export const minutesToHide = (row: Pick<Measure, 'kind' | 'received_at' | 'done_at'>): number | null =>
  row.kind !== 'hide' || row.done_at === null
    ? null
    : Math.max(0, Math.floor((row.done_at.epochMilliseconds - row.received_at.epochMilliseconds) / 60_000));

import { z } from 'zod';
import type { Policy } from '#policy/index.ts';
import type { Removal } from './words.ts';

const moment = z.iso.datetime();

/** A removal as lists and the API give it. Nothing of what the public wrote is in it. */
export const shown = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  enquiry: z.uuid(),
  state: z.string(),
  network: z.string(),
  visibility: z.string(),
  kinds: z.array(z.string()),
  noticedAt: moment,
  department: z.string().nullable(),
  receiver: z.string().nullable(),
  why: z.string().nullable().describe('Why it was passed on, or why nobody needs it'),
  handOver: z.uuid().nullable(),
  passedOnAt: moment.nullable(),
  passedOnBy: z.string().nullable(),
  remindAt: moment.nullable(),
  remindedAt: moment.nullable(),
  toldAt: moment.nullable(),
  confirmedAt: moment.nullable(),
  confirmedBy: z.string().nullable(),
  dueAt: moment.nullable(),
  overdue: z.boolean().describe('Past the day on which it had to be gone'),
  erasedAt: moment.nullable(),
  backupsPastOn: z.iso.date().nullable().describe('The first day on which no backup holds it any longer'),
  outside: z.string().nullable(),
  outsideAt: moment.nullable(),
  outsideBy: z.string().nullable(),
  heldAt: moment.nullable(),
  pickedAt: moment.nullable(),
  checkedAt: moment.nullable(),
  verdict: z.string().nullable(),
});
export type Shown = z.output<typeof shown>;

interface Naming {
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  readonly names: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, string>;
}

const text = (at: Temporal.Instant | null): string | null => at && at.toString();

/** The policy’s words for the reason; the id where a later policy no longer knows it. */
function whyOf(row: Pick<Removal, 'why' | 'not_needed' | 'unconfirmed_why'>, policy: Policy): string | null {
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  if (row.not_needed !== null) return nameIn(policy.value('details.not-needed').reasons, row.not_needed);
  if (row.unconfirmed_why !== null) return row.unconfirmed_why;
  return row.why === null ? null : nameIn(policy.value('details.passed-on').reasons, row.why);
}

export const isOverdue = (
  row: Pick<Removal, 'state' | 'due_at' | 'erased_at'>,
  now: Temporal.Instant,
): boolean =>
  row.due_at !== null &&
  row.state !== 'held' &&
  Temporal.Instant.compare(row.erased_at ?? now, row.due_at) > 0;

export function asShown(row: Removal, { now, policy, names, departments }: Naming): Shown {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? 'A colleague'));
  return {
    id: row.id,
    version: row.version,
    enquiry: row.enquiry,
    state: row.state,
    network: row.network,
    visibility: row.visibility,
    kinds: [...row.kinds.list],
    noticedAt: row.noticed_at.toString(),
    department: row.department === null ? null : (departments.get(row.department) ?? 'A department'),
    receiver: row.receiver,
    why: whyOf(row, policy),
    handOver: row.hand_over,
    passedOnAt: text(row.passed_on_at),
    passedOnBy: nameOf(row.passed_on_by),
    remindAt: text(row.remind_at),
    remindedAt: text(row.reminded_at),
    toldAt: text(row.told_at),
    confirmedAt: text(row.confirmed_at),
    confirmedBy: row.confirmed_by,
    dueAt: text(row.due_at),
    overdue: isOverdue(row, now),
    erasedAt: text(row.erased_at),
    backupsPastOn: row.backups_past_on?.toString() ?? null,
    outside: row.outside,
    outsideAt: text(row.outside_at),
    outsideBy: nameOf(row.outside_by),
    heldAt: text(row.held_at),
    pickedAt: text(row.picked_at),
    checkedAt: text(row.checked_at),
    verdict: row.verdict,
  };
}

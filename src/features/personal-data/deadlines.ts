import type { Policy } from '#policy/index.ts';
import { workingDayAfter } from '#features/inbox/index.ts';

/** When the team is reminded that nobody confirmed, and when information governance is told. */
export function chaseFrom(policy: Policy, from: Temporal.Instant) {
  const { remindWorkingDays, tellWorkingDays } = policy.value('details.unconfirmed');
  return {
    remind_at: workingDayAfter(policy, from, remindWorkingDays).to,
    tell_at: workingDayAfter(policy, from, tellWorkingDays).to,
    reminded_at: null,
    told_at: null,
  };
}

/** From when it is deleted, and by when it must be gone: on the last day that the policy gives. */
export function deletionFrom(policy: Policy, from: Temporal.Instant) {
  const { within, counts } = policy.value('details.deleted');
  if (counts === 'elapsed') {
    const due = from.add({ hours: 24 * within });
    return { from_at: due.subtract({ hours: 24 }), due_at: due };
  }
  const day = workingDayAfter(policy, from, within);
  return { from_at: day.from, due_at: day.to };
}

/** The first day on which no backup holds what was deleted. */
export function backupsPastOn(policy: Policy, erased: Temporal.Instant): Temporal.PlainDate {
  const { backupDays } = policy.value('details.deleted');
  return erased
    .toZonedDateTimeISO(policy.zone)
    .toPlainDate()
    .add({ days: backupDays + 1 });
}

import { gravest, inOrder } from './labels.ts';
import type { Triage } from './triage.ts';

/** Where a conversation stands after another message: never lower than before. Only a person lowers it, with a reason. */
export function raised(before: Triage | undefined, now: Triage): Triage {
  if (!before) return now;
  const page = before.page || now.page;
  const labels = inOrder([...before.labels, ...now.labels]);
  return {
    ...now,
    labels,
    lead: labels[0],
    severity: gravest([before.severity, now.severity]),
    page,
    lookFirst: !page && (before.lookFirst || now.lookFirst),
    unread: now.unread ?? before.unread,
    scores: {
      page: highest(before.scores.page, now.scores.page),
      anyway: before.scores.anyway || now.scores.anyway,
      labels: { ...before.scores.labels, ...now.scores.labels },
    },
  };
}

const highest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

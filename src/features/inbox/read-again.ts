import type { Policy } from '#policy/index.ts';
import { calls } from './flagging.ts';
import { readBy } from './read-by.ts';
import { graver, keptByPeople, readMessage, sooner, type Paging } from './triage-reading.ts';
import type { Enquiry } from './words.ts';

interface At {
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  readonly paging: Paging;
}

/**
 * A message that triage reads another time: because its author changed it, or because it could not be read before.
 * It rises or stays; a program never lowers.
 */
export function readAgain(row: Enquiry, text: string, at: At) {
  const { severity, columns } = readMessage({ text, pictures: row.pictures.list.length }, at);
  const tier = sooner(row.tier, columns.tier);
  const risk = graver(row.risk, severity);
  const raised = risk < row.risk || (tier !== row.tier && tier !== 'rest');
  const paged = raised && calls(columns.tier, at.paging);
  const limit = row.limit_at;
  return {
    raised,
    set: {
      // Where it cannot be read now, what was read before stays.
      ...(columns.tier === null ? {} : columns),
      labels: columns.tier === null ? row.labels : keptByPeople(row.labels, columns.labels),
      tier,
      risk,
      paged_at: paged ? at.now : row.paged_at,
      read_by:
        raised || row.read_by === null
          ? readBy(at.policy, { risk, tier, from: at.now, limit: laterOf(limit, at.now) })
          : row.read_by,
    },
  };
}

const laterOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) >= 0 ? one : other;

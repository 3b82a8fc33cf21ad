import { need, type Reader } from '#kernel/need.ts';
import type { Policy } from '#policy/index.ts';
import { isInHours } from './step.ts';
import { of } from './there.ts';

const compare = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b);

/**
 * The last of the policy's times that has come, where none of our digests is as late as that one and we were closed.
 * @param after the time of the last digest.
 */
export function digestSlot(
  policy: Policy,
  now: Temporal.Instant,
  after: Temporal.Instant | undefined,
): Temporal.Instant | undefined {
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const slot = [today.subtract({ days: 1 }), today]
    .flatMap((day) =>
      policy
        .value('paging.digest')
        .times.map((time) => day.toZonedDateTime({ timeZone: policy.zone, plainTime: time }).toInstant()),
    )
    .filter((at) => compare(at, now) <= 0)
    .toSorted(compare)
    .at(-1);
  if (!slot || isInHours(policy, slot) || isInHours(policy, now)) return undefined;
  return after && compare(slot, after) <= 0 ? undefined : slot;
}

interface Items {
  /** When each was noted, the last ones first. */
  readonly noted: readonly Temporal.Instant[];
  /** The time of the last digest. */
  readonly after: Temporal.Instant | undefined;
}

/** How many a digest of that time has: what came in later is for the next one. */
export const countAt = ({ noted }: Items, slot: Temporal.Instant | undefined): number =>
  slot ? noted.filter((at) => compare(at, slot) <= 0).length : 0;

async function since(read: Reader): Promise<Items> {
  const last = await of(read)
    .selectFrom('night_digests')
    .select('slot')
    .orderBy('slot', 'desc')
    .limit(1)
    .executeTakeFirst();
  let items = of(read)
    .selectFrom('night_items')
    .select('created_at')
    .where('in_hours', '=', false)
    .orderBy('created_at', 'desc')
    .limit(1000);
  if (last) items = items.where('created_at', '>', last.slot);
  const rows = await items.execute();
  return { noted: rows.map((row) => row.created_at), after: last?.slot };
}

/** What was noted since the last digest. */
export const itemsSince = need(since);

/** One, where something was noted since the last digest: whether its time has come, the policy says. */
export const digestDue = async (read: Reader): Promise<string[]> =>
  (await since(read)).noted.length > 0 ? ['new'] : [];

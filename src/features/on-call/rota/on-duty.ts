import { holdersOf } from '#features/people/index.ts';
import type { Reader } from '#kernel/need.ts';
import type { RotaTables } from './words.ts';

/** Who is to be reached at a moment, in the order in which they are tried. Ids of people, or null for nobody. */
export interface OnDuty {
  readonly shift: string | null;
  readonly duty: string | null;
  readonly deputy: string | null;
  readonly director: string | null;
}

/**
 * Who is on duty at that moment. Somebody of the rota who has left, or no longer holds the role, is nobody: whoever
 * pages must go on to the next. The rota is asked whether or not the organisation is open.
 * @param zone where the organisation's days begin and end.
 */
export async function onDuty(read: Reader, at: Temporal.Instant, zone: string): Promise<OnDuty> {
  const when = { now: at, zone };
  const [shift, managers, directors] = await Promise.all([
    shiftAt(read, at),
    holdersOf(read, 'duty-manager', when),
    holdersOf(read, 'director', when),
  ]);
  const here = new Set(managers.map(({ id }) => id));
  const ifHere = (id: string | null | undefined) =>
    id !== null && id !== undefined && here.has(id) ? id : null;
  return {
    shift: shift?.id ?? null,
    duty: ifHere(shift?.person),
    deputy: ifHere(shift?.deputy),
    director: directors[0]?.id ?? null,
  };
}

/** The shift that covers a moment; its last moment belongs to the next one. */
export const shiftAt = (read: Reader, at: Temporal.Instant) =>
  read
    .tables<RotaTables>()
    .selectFrom('shifts')
    .select(['id', 'person', 'deputy', 'starts_at', 'ends_at'])
    .where('state', '=', 'planned')
    .where('starts_at', '<=', at)
    .where('ends_at', '>', at)
    .executeTakeFirst();

import { namesOf } from '#features/people/index.ts';
import { choices, need, type Option, type Reader } from '#kernel/need.ts';
import { isBefore } from './cover.ts';
import { of, turnsWithin } from './needs.ts';
import type { Swap, Turn } from './words.ts';
import { stretchInWords } from './said.ts';

/** Is somebody asking to swap this shift already? */
export const swapOpen = need(async (read, { row }) => {
  const found = await of(read)
    .selectFrom('swaps')
    .select('id')
    .where('shift', '=', String(row?.['id']))
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return found !== undefined;
});

export interface OtherShift extends Option {
  readonly person: string;
}

/** Shifts of others that have not begun, to ask for in return. */
export const othersAhead = need(async (read, { row, now, policy }) => {
  const to = now.add({ hours: 24 * 190 });
  const turns = (await turnsWithin(read, { from: now, to })).filter(
    (turn) => isBefore(now, turn.from) && turn.person !== row?.['person'],
  );
  const names = await namesOf(
    read,
    turns.map(({ person }) => person),
  );
  return choices<OtherShift>(
    turns.map((turn) => ({
      id: turn.id,
      person: turn.person,
      name: `${names.get(turn.person) ?? 'Somebody'}: ${stretchInWords(turn, policy.zone)}`,
    })),
  );
});

/** The shifts that a swap is about, where they still stand as they did when it was asked for. */
export const swapOf = need(async (read, { row, now }) => {
  const asked = row as unknown as Readonly<Pick<Swap, 'shift' | 'in_return' | 'asked_by' | 'asked_of'>>;
  const [shift, inReturn] = await Promise.all([
    standing(read, asked.shift, asked.asked_by, now),
    standing(read, asked.in_return, asked.asked_of, now),
  ]);
  const names = await namesOf(read, asked.asked_of === null ? [] : [asked.asked_of]);
  return {
    shift,
    inReturn,
    askedOf: asked.asked_of === null ? undefined : names.get(asked.asked_of),
    stands: shift !== undefined && (asked.in_return === null || inReturn !== undefined),
  };
});

async function standing(
  read: Reader,
  id: string | null,
  person: string | null,
  now: Temporal.Instant,
): Promise<Turn | undefined> {
  if (id === null || person === null) return undefined;
  return of(read)
    .selectFrom('shifts')
    .select(['id', 'person', 'deputy', 'starts_at as from', 'ends_at as to'])
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .where('person', '=', person)
    .where('starts_at', '>', now)
    .executeTakeFirst();
}

/** Requests that nobody took in time, or whose shift has changed since. */
export async function lapsed(read: Reader, now: Temporal.Instant): Promise<string[]> {
  const rows = await of(read)
    .selectFrom('swaps')
    .innerJoin('shifts', 'shifts.id', 'swaps.shift')
    .leftJoin('shifts as back', 'back.id', 'swaps.in_return')
    .select('swaps.id')
    .where('swaps.state', '=', 'asked')
    .where((is) =>
      is.or([
        is('shifts.state', '<>', 'planned'),
        is('shifts.starts_at', '<=', now),
        is('shifts.person', '<>', is.ref('swaps.asked_by')),
        is('back.state', '<>', 'planned'),
        is('back.starts_at', '<=', now),
        is('back.person', '<>', is.ref('swaps.asked_of')),
      ]),
    )
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}

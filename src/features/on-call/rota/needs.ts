import { sql, type RawBuilder } from 'kysely';
import { holdersOf, namesOf } from '#features/people/index.ts';
import { choices, need, type Choices, type Option, type Reader } from '#kernel/need.ts';
import { earlier, isBefore, type Stretch } from './cover.ts';
import type { RotaTables, Turn } from './words.ts';

/** The gate that every change of the rota closes, so that two plans never meet in one moment. */
export const ROTA = 'on-call.rota';

export const of = (read: Reader) => read.tables<RotaTables>();

export interface DutyPerson extends Option {
  /** The moment from which they can be on call no more, as far as is known. */
  readonly until: Temporal.Instant | null;
}

/** Who may be put on the rota: people who are here and hold the role. */
export const dutyPeople = need(async (read, { now, policy }) =>
  dutyPeopleAt(read, { now, zone: policy.zone }),
);

export async function dutyPeopleAt(
  read: Reader,
  when: { now: Temporal.Instant; zone: string },
): Promise<Choices<DutyPerson>> {
  return choices(await holdersOf(read, 'duty-manager', when));
}

/** Shifts that stand, of some time, in order. @param seen where a person asks: what they may see. */
export async function turnsWithin(
  read: Reader,
  { from, to }: Stretch,
  seen: RawBuilder<boolean> = sql`true`,
): Promise<Turn[]> {
  const rows = await of(read)
    .selectFrom('shifts')
    .select(['id', 'person', 'deputy', 'starts_at as from', 'ends_at as to'])
    .where('state', '=', 'planned')
    .where(seen)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .limit(2000)
    .execute();
  return rows;
}

export interface Rota {
  readonly turns: readonly Turn[];
  /** Names of everybody on it. */
  readonly names: ReadonlyMap<string, string>;
}

/** The rota as far as a decision looks at it: from some weeks back, since nights running reach back, to its end. */
export const rota = need(async (read, { now }): Promise<Rota> => {
  const day = Temporal.Duration.from({ hours: 24 });
  const hours = (days: number) => ({ hours: day.hours * days });
  const turns = await turnsWithin(read, { from: now.subtract(hours(70)), to: now.add(hours(800)) });
  const names = await namesOf(
    read,
    turns.flatMap(({ person, deputy }) => (deputy === null ? [person] : [person, deputy])),
  );
  return { turns, names };
});

/**
 * What of these shifts counts as cover: those of people who are here and hold the role, up to the moment at which
 * either ends. Somebody who has left covers nothing.
 */
export const coverOf = (turns: readonly Turn[], people: Choices<DutyPerson>): Turn[] =>
  turns.flatMap((turn) => {
    if (!people.has(turn.person)) return [];
    const { until } = people.get(turn.person);
    const to = until === null ? turn.to : earlier(turn.to, until);
    return isBefore(turn.from, to) ? [{ ...turn, to }] : [];
  });

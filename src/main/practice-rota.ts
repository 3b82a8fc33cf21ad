import {
  askSwap,
  callForNote,
  cancelShift,
  planPattern,
  readNote,
  turnsWithin,
  writeNote,
} from '#features/on-call/index.ts';
import { peopleWithRoles } from '#features/people/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import type { OpenHouse } from './open-house.ts';

/** How far back the rota of practice reaches, so that there is something to hand over and to share out. */
const WEEKS_BACK = 2;
const WEEKS = 8;

interface Rota {
  readonly opened: OpenHouse;
  readonly moveTo: (instant: Temporal.Instant) => void;
  readonly doing: (
    command: AnyCommand,
    actor: Actor,
    input: Record<string, unknown>,
    id?: string,
  ) => Promise<{ id: string }>;
}

/** The evening on which the rota of practice begins: a Monday's, some weeks before this moment. */
export const rotaBegins = (now: Temporal.Instant, zone: string): Temporal.Instant => {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1, weeks: WEEKS_BACK });
  return monday.toZonedDateTime({ timeZone: zone, plainTime: '10:00' }).toInstant();
};

/**
 * A rota of weekdays and weekends in turn, with what makes one lively: a weekend that nobody has, a swap that waits,
 * and a handover note that nobody wrote.
 */
export async function seedRota(
  opened: OpenHouse,
  now: Temporal.Instant,
  moveTo: (instant: Temporal.Instant) => void,
): Promise<void> {
  const { house } = opened;
  const rota: Rota = {
    opened,
    moveTo,
    doing: (command, actor, input, id) => perform(house, command, { actor, id, input, door: 'cli' }),
  };
  const people = await peopleWithRoles(readerOf(house.store.read()));
  const holding = (role: string) => people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  const [first, second, third] = holding('duty-manager');
  const [planner] = holding('senior-manager');
  if (first === undefined || planner === undefined) throw new Error('Practice has nobody to be on call');
  const begins = house.clock.now();
  const { zone } = house.policies.inForce(begins);
  await rota.doing(planPattern, person(planner), {
    pattern: 'weekdays-weekend',
    firstDay: begins.toZonedDateTimeISO(zone).toPlainDate().toString(),
    weeks: WEEKS,
    hour: 17,
    first,
    ...(second === undefined ? {} : { second }),
    ...(third === undefined ? {} : { third }),
    nextIsDeputy: true,
    anyway: true,
  });
  const turns = await turnsWithin(readerOf(house.store.read()), {
    from: begins,
    to: now.add({ hours: 24 * 60 }),
  });
  await handOver(rota, turns, now);
  moveTo(now);
  const ahead = turns.filter(({ from }) => Temporal.Instant.compare(now, from) < 0);
  const [, hole] = ahead.filter(({ from }) => from.toZonedDateTimeISO(zone).dayOfWeek === 5);
  if (hole) await rota.doing(cancelShift, person(planner), {}, hole.id);
  const swapped = ahead.find(({ id, person: of }) => id !== hole?.id && of === second);
  if (swapped) await rota.doing(askSwap, person(swapped.person), { why: 'A family wedding' }, swapped.id);
}

const said = [
  'Quiet. Two people asked on Facebook about the walk-in centre over the weekend; the morning list has both.',
  'A rumour about maternity on X, answered with the agreed line. Watch whether it comes again.',
  'All quiet. Nothing is open.',
];

type Turns = Awaited<ReturnType<typeof turnsWithin>>;

/** Goes through the shifts that are over: each leaves its note, and the last one does not. */
async function handOver({ moveTo, doing }: Rota, turns: Turns, now: Temporal.Instant): Promise<void> {
  const over = turns.filter(({ to }) => Temporal.Instant.compare(to, now) <= 0);
  for (const [index, turn] of over.entries()) {
    moveTo(turn.to.subtract({ minutes: 30 }));
    const { id } = await doing(callForNote, systemActor('timer'), {});
    if (index === over.length - 1) continue;
    await doing(writeNote, person(turn.person), { text: said[index % said.length], noDetails: true }, id);
    const next = turns[index + 1];
    moveTo(turn.to.add({ minutes: 10 }));
    if (next) await doing(readNote, person(next.person), {}, id);
  }
}

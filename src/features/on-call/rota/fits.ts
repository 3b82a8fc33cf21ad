import { InputRefused } from '#kernel/refusal.ts';
import type { Policy } from '#policy/index.ts';
import { dayAt, hoursOf } from './hours.ts';
import { isBefore, later, overlap, type Stretch } from './cover.ts';
import type { DutyPerson, Rota } from './needs.ts';
import { tooLong } from './nights.ts';
import { refuse } from './refusals.ts';
import { momentInWords } from './said.ts';
import type { Turn } from './words.ts';

/** A shift is a week at most: each week has its test page, and each shift its note. */
const LONGEST = { days: 7 } as const;
/** Nobody knows who works here in more than a year; and a decision looks at the rota no further. */
const FURTHEST_DAYS = 400;

type Placed = Omit<Turn, 'id'> & { readonly id: string | undefined };

/** @throws InputRefused where the times make no shift, or the deputy is the same person. */
export function refuseMisshapen(turn: Placed, now: Temporal.Instant, zone: string): void {
  const wrong = (field: string, message: string) => new InputRefused([{ field, message }]);
  if (!isBefore(turn.from, turn.to)) throw wrong('to', 'It must end after it begins');
  if (!isBefore(now, turn.to)) throw wrong('to', 'It must end in the future');
  if (isBefore(now.add({ hours: 24 * FURTHEST_DAYS }), turn.to))
    throw wrong('to', `Plan ${FURTHEST_DAYS} days ahead at most`);
  const longest = turn.from.toZonedDateTimeISO(zone).add(LONGEST).toInstant();
  if (isBefore(longest, turn.to)) throw wrong('to', `Plan ${LONGEST.days} days at most as one shift`);
  if (turn.deputy === turn.person) throw wrong('deputy', 'Choose somebody else as deputy, or nobody');
}

/** @throws Refused where it shares a moment with another shift. */
export function refuseOverlap(turn: Placed, { turns, names }: Rota, zone: string): void {
  const other = turns.find((one) => one.id !== turn.id && overlap(one, turn));
  if (!other) return;
  throw refuse('on-call.taken-already', {
    name: names.get(other.person) ?? 'Somebody',
    from: momentInWords(other.from, zone),
    to: momentInWords(other.to, zone),
  });
}

/** @throws InputRefused where somebody cannot be on call until the end, as far as is known. */
export function refuseGone(turn: Placed, person: DutyPerson, field: string, zone: string): void {
  if (person.until === null || !isBefore(person.until, turn.to)) return;
  throw new InputRefused([
    { field, message: `${person.name} can be on call until ${momentInWords(person.until, zone)} only` },
  ]);
}

interface Rest {
  readonly before: readonly Turn[];
  readonly after: readonly (Stretch & { readonly person: string })[];
  readonly people: readonly string[];
  readonly nameOf: (person: string) => string;
  readonly anyway: boolean;
}

/**
 * Warns where somebody would have too many nights running; the policy may refuse it instead.
 * @returns true where it was so and is planned all the same.
 */
export function refuseUnrested({ before, after, people, nameOf, anyway }: Rest, policy: Policy): boolean {
  const { nightsRunning: most, over } = policy.value('on-call.rest');
  const found = tooLong(hoursOf(policy), { before, after }, people, most);
  if (!found) return false;
  const name = nameOf(found.person);
  if (over === 'refuse') throw refuse('on-call.too-many-nights', { name, nights: found.nights, most });
  if (!anyway)
    throw new InputRefused([
      {
        field: 'anyway',
        message: `${name} would be on call ${found.nights} nights running, more than ${most}. Tick this to do it all the same`,
      },
    ]);
  return true;
}

/** The moments that follow from those of a shift: its note, and its test page. */
export function momentsOf({ from, to }: Stretch, policy: Policy) {
  const { opensMinutesBefore } = policy.value('on-call.handover-note');
  const { zone } = hoursOf(policy);
  const test = firstAt(policy.value('on-call.test-page').hour, { from, to }, zone);
  const day = dayAt(test, zone);
  return {
    note_from: later(from, to.subtract({ minutes: opensMinutesBefore })),
    test_at: test,
    test_week: day.subtract({ days: day.dayOfWeek - 1 }),
  };
}

/** The first time in a shift at which it is this hour; its beginning where it never is. */
function firstAt(hour: number, { from, to }: Stretch, zone: string): Temporal.Instant {
  const begins = from.toZonedDateTimeISO(zone);
  const sameDay = begins.withPlainTime({ hour });
  const at = (isBefore(sameDay.toInstant(), from) ? sameDay.add({ days: 1 }) : sameDay).toInstant();
  return isBefore(at, to) ? at : from;
}

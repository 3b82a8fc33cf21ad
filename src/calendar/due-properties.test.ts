import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHours, anyMinute, anyReceipt, plainEdge } from './builders.ts';
import { dueTimes } from './due.ts';
import {
  dateAt,
  isOpen,
  nextOpening,
  windowsOn,
  workingMinutesBetween,
  weekdayOf,
  type WorkingHours,
} from './hours.ts';
import { minuteOfDay } from './windows.ts';

/** Half a year of weeks holds the target, so that no case runs out of dates. */
const anyCase = fc
  .record({ hours: anyHours(anyMinute), targetMinutes: fc.integer({ min: 1, max: 2880 }) })
  .filter(({ hours, targetMinutes }) => minutesAWeek(hours) * 26 >= targetMinutes);

const minutesAWeek = ({ weekly }: WorkingHours): number =>
  Object.values(weekly)
    .flat()
    .reduce((sum, [opens, closes]) => sum + minuteOfDay(closes) - minuteOfDay(opens), 0);

const compare = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b);

test('an item is never due before it came in, and the open minutes up to the aim are the target', () => {
  fc.assert(
    fc.property(anyCase, anyReceipt(1), ({ hours, targetMinutes }, received) => {
      const { aimAt, limitAt, inHours } = dueTimes({ received, targetMinutes, hours });
      expect(compare(aimAt, received)).toBe(1);
      expect(compare(limitAt, received)).toBe(1);
      expect(workingMinutesBetween(hours, received, aimAt)).toBeCloseTo(targetMinutes, 9);
      expect(inHours).toBe(isOpen(hours, received));
      expect(inHours).toBe(nextOpening(hours, received).equals(received));
    }),
    { numRuns: 400 },
  );
});

test('what comes in later is never aimed at earlier', () => {
  fc.assert(
    fc.property(
      anyCase,
      anyReceipt(1),
      fc.nat(4 * 86_400_000),
      ({ hours, targetMinutes }, received, wait) => {
        const first = dueTimes({ received, targetMinutes, hours });
        const second = dueTimes({ received: received.add({ milliseconds: wait }), targetMinutes, hours });
        expect(compare(first.aimAt, second.aimAt)).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 400 },
  );
});

test('the limit is the aim in hours, and not before the aim outside them where the day is long enough', () => {
  fc.assert(
    fc.property(anyCase, anyReceipt(1), ({ hours, targetMinutes }, received) => {
      const { aimAt, limitAt, inHours } = dueTimes({ received, targetMinutes, hours });
      const dayIsEnough = workingMinutesBetween(hours, received, limitAt) >= targetMinutes;
      expect(compare(limitAt, aimAt) >= 0).toBe(dayIsEnough);
      expect(inHours && !limitAt.equals(aimAt)).toBe(false);
      const clock = dueTimes({ received, targetMinutes, hours, outOfHours: 'next-opening-clock' });
      expect(clock.limitAt.equals(clock.aimAt)).toBe(true);
      const next = dueTimes({ received, targetMinutes, hours, beforeOpening: 'next' });
      expect(compare(next.limitAt, limitAt)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 400 },
  );
});

test('windows of a date stand in order and lie on that date', () => {
  fc.assert(
    fc.property(anyHours(anyMinute), anyReceipt(1), (hours, at) => {
      const date = dateAt(hours, at);
      const periods = windowsOn(hours, date);
      const edges = periods.flatMap(({ opens, closes }) => [
        opens.epochMilliseconds,
        closes.epochMilliseconds,
      ]);
      expect(edges.toSorted((a, b) => a - b)).toEqual(edges);
      for (const { opens, closes } of periods) {
        expect(compare(opens, closes)).toBe(-1);
        expect(dateAt(hours, opens).equals(date)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

/** The clock on the wall, minute by minute: knows nothing of windows as moments. */
function openByTheWall(hours: WorkingHours, at: Temporal.Instant): boolean {
  const wall = at.toZonedDateTimeISO(hours.zone);
  const date = wall.toPlainDate();
  const exception = hours.exceptions[date.toString()];
  const usual = hours.holidays?.days.has(date.toString()) ? [] : (hours.weekly[weekdayOf(date)] ?? []);
  const now = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  return (exception ? exception.windows : usual).some(([opens, closes]) => opens <= now && now < closes);
}

function countedMinuteByMinute(hours: WorkingHours, received: Temporal.Instant, targetMinutes: number) {
  const inHours = openByTheWall(hours, received);
  let at = received;
  let counted = 0;
  let answerDay: Temporal.PlainDate | undefined;
  let limitAt = received;
  let aimAt: Temporal.Instant | undefined;
  for (let minute = 0; minute < 60 * 24 * 60; minute += 1) {
    const next = at.add({ minutes: 1 });
    if (openByTheWall(hours, at)) {
      const day = dateAt(hours, at);
      answerDay ??= day;
      if (day.equals(answerDay)) limitAt = next;
      counted += 1;
      if (counted === targetMinutes) aimAt = next;
    }
    const dayIsOver = answerDay !== undefined && !dateAt(hours, next).equals(answerDay);
    if (aimAt && dayIsOver)
      return { inHours, aimAt: aimAt.toString(), limitAt: (inHours ? aimAt : limitAt).toString() };
    at = next;
  }
  return undefined;
}

test('agrees with a clerk who counts minute by minute on the wall clock, across both clock changes', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      anyHours(plainEdge),
      anyReceipt(60_000),
      fc.integer({ min: 1, max: 400 }),
      (hours, received, targetMinutes) => {
        const counted = countedMinuteByMinute(hours, received, targetMinutes);
        fc.pre(counted !== undefined);
        compared += 1;
        const due = dueTimes({ received, targetMinutes, hours });
        expect({
          inHours: due.inHours,
          aimAt: due.aimAt.toString(),
          limitAt: due.limitAt.toString(),
        }).toEqual(counted);
      },
    ),
    { numRuns: 60 },
  );
  expect(compared).toBe(60);
});

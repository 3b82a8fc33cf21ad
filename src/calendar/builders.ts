import * as fc from 'fast-check';
import { weekdays, type DayException, type WorkingHours } from './hours.ts';
import { bundledHolidays } from './named.ts';
import type { Window } from './windows.ts';

/** Random calendars and receipts, for property tests only. */

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Windows with any edges of `edges` (minutes of the day), at most three, some touching. */
export const anyWindows = (edges: fc.Arbitrary<number>): fc.Arbitrary<Window[]> =>
  fc.uniqueArray(edges, { minLength: 2, maxLength: 6 }).map((all) => {
    const sorted = all.toSorted((a, b) => a - b);
    const windows: Window[] = [];
    for (let at = 0; at + 1 < sorted.length; at += 2)
      windows.push([clock(sorted[at] ?? 0), clock(sorted[at + 1] ?? 0)]);
    return windows;
  });

export const anyMinute = fc.integer({ min: 0, max: 1440 });

/** Edges at which counting by the clock on the wall is beyond doubt, also in the hour that comes twice. */
export const plainEdge = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((hour) => hour * 60),
  fc.integer({ min: 12, max: 96 }).map((quarter) => quarter * 15),
);

export const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

export const anyException = (edges: fc.Arbitrary<number>): fc.Arbitrary<DayException> =>
  fc.oneof(fc.constant<Window[]>([]), anyWindows(edges)).map((windows) => ({ windows }));

const dateIn = fc
  .integer({ min: 0, max: 700 })
  .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());

/** Opens on two weekdays at least. */
export const anyHours = (edges: fc.Arbitrary<number>): fc.Arbitrary<WorkingHours> =>
  fc.record({
    zone: fc.constantFrom(...zones),
    weekly: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...weekdays), anyWindows(edges)), {
        minLength: 2,
        maxLength: 7,
        selector: ([day]) => day,
      })
      .map((days) => Object.fromEntries(days)),
    holidays: fc.constantFrom(null, bundledHolidays['england-and-wales'], bundledHolidays['uk-union']),
    exceptions: fc.dictionary(dateIn, anyException(edges), { maxKeys: 8 }),
  });

/** Clock changes of the zones above in 2026 and 2027, and the days around them more often than the rest. */
const changes = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-27',
  '2026-10-25',
  '2026-11-01',
  '2027-03-28',
  '2027-10-31',
];

const start = Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds;
const days = 86_400_000;

export const anyReceipt = (step: number): fc.Arbitrary<Temporal.Instant> =>
  fc
    .oneof(
      fc.integer({ min: 0, max: 690 * days }).map((offset) => start + offset),
      fc
        .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * days, max: 2 * days }))
        .map(([date, offset]) => Temporal.Instant.from(`${date}T00:00:00Z`).epochMilliseconds + offset),
    )
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(Math.floor(ms / step) * step));

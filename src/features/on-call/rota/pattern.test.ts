import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf } from '#calendar/windows.ts';
import { turnsOf, type Pattern } from './pattern.ts';
import { patterns, type PatternName } from './words.ts';

const zone = 'Europe/London';
const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
const pattern = (more: Partial<Pattern>): Pattern => ({
  pattern: 'week',
  firstDay: Temporal.PlainDate.from('2026-11-23'),
  weeks: 3,
  hour: 17,
  people: ['a', 'b'],
  nextIsDeputy: true,
  ...more,
});
const shown = (more: Partial<Pattern>) =>
  turnsOf(pattern(more), zone).map(({ person, deputy, from, to }) => [
    person,
    deputy,
    local(from),
    local(to),
  ]);

describe('a pattern', () => {
  test('week about: each a week, and the next is the deputy', () => {
    expect(shown({})).toEqual([
      ['a', 'b', '2026-11-23T17:00', '2026-11-30T17:00'],
      ['b', 'a', '2026-11-30T17:00', '2026-12-07T17:00'],
      ['a', 'b', '2026-12-07T17:00', '2026-12-14T17:00'],
    ]);
  });

  test('weekdays and weekends begin on whatever day is first', () => {
    expect(
      shown({ pattern: 'weekdays-weekend', firstDay: Temporal.PlainDate.from('2026-11-25'), weeks: 1 }),
    ).toEqual([
      ['a', 'b', '2026-11-25T17:00', '2026-11-27T17:00'],
      ['b', 'a', '2026-11-27T17:00', '2026-11-30T17:00'],
      ['a', 'b', '2026-11-30T17:00', '2026-12-02T17:00'],
    ]);
  });

  test('of one person alone has no deputy', () => {
    expect(shown({ people: ['a'], weeks: 1, pattern: 'week' })).toEqual([
      ['a', null, '2026-11-23T17:00', '2026-11-30T17:00'],
    ]);
  });

  test.each([
    ['spring, an hour shorter', '2027-03-24', 167],
    ['autumn, an hour longer', '2026-10-21', 169],
  ])('hands over at the same hour on the wall across the clock change in %s', (_, first, hours) => {
    const [turn] = turnsOf(pattern({ firstDay: Temporal.PlainDate.from(first), weeks: 1 }), zone);
    expect(turn && [local(turn.from).slice(11), local(turn.to).slice(11)]).toEqual(['17:00', '17:00']);
    expect(turn?.from.until(turn.to).total('hours')).toBe(hours);
  });

  test('with an hour that the clock change skips hands over at the change', () => {
    const turns = turnsOf(
      pattern({ pattern: 'night', firstDay: Temporal.PlainDate.from('2027-03-27'), weeks: 1, hour: 1 }),
      zone,
    );
    expect(turns[0]?.to.toString()).toBe('2027-03-28T01:00:00Z');
    expect(turns[1]?.from.toString()).toBe('2027-03-28T01:00:00Z');
  });

  test('leaves no hole and shares no moment, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(patterns) as PatternName[])),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 26 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 6 }),
        (name, days, weeks, hour, count) => {
          const firstDay = Temporal.PlainDate.from('2026-09-01').add({ days });
          const people = Array.from({ length: count }, (_, index) => `p${index}`);
          const turns = turnsOf(pattern({ pattern: name, firstDay, weeks, hour, people }), zone);
          const end = momentOf(firstDay.add({ weeks }), `${String(hour).padStart(2, '0')}:00`, zone);
          expect(turns.at(-1)?.to.toString()).toBe(end.toString());
          for (const [index, turn] of turns.entries()) {
            expect(Temporal.Instant.compare(turn.from, turn.to)).toBe(-1);
            const next = turns[index + 1];
            if (next) expect(turn.to.equals(next.from)).toBe(true);
            expect(turn.deputy).not.toBe(turn.person);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

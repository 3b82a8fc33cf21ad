import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsOf, type Stretch } from './gaps.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-18T${time}:00Z`);
const window = (from: string, to: string): Stretch => ({ from: at(from), to: at(to) });
const day = [window('09:00', '17:00')];
const gaps = (looks: string[], options: { until?: string; windows?: Stretch[]; allowed?: number } = {}) =>
  gapsOf({
    windows: options.windows ?? day,
    looks: looks.map(at),
    allowed: options.allowed ?? 90,
    until: at(options.until ?? '23:00'),
  }).map(({ from, to, minutes }) => [from.toString().slice(11, 16), to.toString().slice(11, 16), minutes]);

const clock = (value: number) =>
  `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
const total = (list: number[]) =>
  gaps(list.map(clock), { allowed: 0 }).reduce((sum, [, , minutes]) => sum + Number(minutes), 0);

describe('gaps in looking', () => {
  test('a day on which nobody looked is one gap', () => {
    expect(gaps([])).toEqual([['09:00', '17:00', 480]]);
  });
  test('exactly the allowed minutes are no gap; one more is', () => {
    const covered = ['10:30', '12:01', '13:32', '15:03', '16:34'];
    expect(gaps(covered)).toEqual([]);
    expect(gaps(['10:31', ...covered])).toEqual([]);
    expect(gaps(['10:31', '12:02', '13:33', '15:04', '16:35'])).toEqual([['09:00', '10:31', 91]]);
  });
  test('looks outside opening hours do not help', () => {
    expect(gaps(['08:00', '17:00', '20:00'])).toEqual([['09:00', '17:00', 480]]);
  });
  test('today is judged up to now', () => {
    expect(gaps(['09:00'], { until: '10:00' })).toEqual([]);
    expect(gaps(['09:00'], { until: '11:00' })).toEqual([['09:01', '11:00', 119]]);
  });
  test('a lunch break is not counted and does not end a gap', () => {
    const windows = [window('09:00', '12:00'), window('13:00', '17:00')];
    expect(gaps(['11:00', '14:00', '15:30', '16:59'], { windows, allowed: 110 })).toEqual([
      ['09:00', '11:00', 120],
      ['11:01', '14:00', 119],
    ]);
  });
  test('a closed day has none', () => {
    expect(gaps([], { windows: [] })).toEqual([]);
  });
  test('every minute of a gap is open and unseen, and one more look never makes more unseen minutes', () => {
    const minute = integer({ min: 0, max: 1439 });
    assert(
      property(array(minute, { maxLength: 30 }), minute, (looks, more) => {
        const open = new Set(looks.filter((look) => look >= 540 && look < 1020));
        expect(total(looks)).toBe(480 - open.size);
        expect(total([...looks, more])).toBeLessThanOrEqual(total(looks));
      }),
      { numRuns: 100 },
    );
  });
});

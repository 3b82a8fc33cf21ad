import { assert, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { continued, OVERLAP, read, write, type Place } from './cursor.ts';

const begin = Temporal.Instant.from('2026-11-03T10:00:00Z');
const entry = (minutes: number) => ({ indexedAt: begin.add({ minutes }).toString() });
const since: Place = { since: begin };

test('a cursor is read as it was written; none means the beginning; another’s is refused', () => {
  const place = { since: begin, page: 'older', newest: begin.add({ hours: 1 }) };
  expect(write(read(write(place)) ?? since)).toBe(write(place));
  expect(read(undefined)).toBeUndefined();
  expect(() => read('{"page":"older"}')).toThrow(/since/);
});

test('what lies inside the overlap comes again; what lies behind it ends the reading', () => {
  const behind = -OVERLAP.total('minutes') - 1;
  const step = continued(since, [entry(5), entry(-30), entry(behind)], 'older');
  expect(step.fresh).toHaveLength(2);
  expect(step.ended).toBe(true);
  expect(step.place.since.toString()).toBe(entry(5).indexedAt);
});

test('an empty inbox ends at once and moves nothing', () => {
  expect(continued(since, [], undefined)).toEqual({ fresh: [], ended: true, place: { since: begin } });
});

test('broken off in the middle, it goes on from there, and then knows the newest it ever saw', () => {
  const first = continued(since, [entry(90), entry(60)], 'page two');
  expect(first).toMatchObject({ ended: false, place: { page: 'page two' } });
  expect(first.place.since).toEqual(begin);
  const second = continued(read(write(first.place)) ?? since, [entry(40), entry(20)], undefined);
  expect(second.ended).toBe(true);
  expect(second.place.since.toString()).toBe(entry(90).indexedAt);
});

test('however it is cut into pages, everything since the floor comes once', () => {
  const minutes = uniqueArray(integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 60 });
  assert(
    property(minutes, integer({ min: 1, max: 7 }), (times, size) => {
      const all = times.toSorted((one, two) => two - one).map(entry);
      const got: string[] = [];
      let place = since;
      for (let at = 0, ended = false; !ended; at += size) {
        const next = at + size < all.length ? String(at + size) : undefined;
        const step = continued(place, all.slice(at, at + size), next);
        got.push(...step.fresh.map((each) => each.indexedAt));
        ({ place, ended } = step);
      }
      const floor = -OVERLAP.total('minutes');
      expect(got).toEqual(
        all
          .filter((each) => times.some((time) => time > floor && entry(time).indexedAt === each.indexedAt))
          .map((each) => each.indexedAt),
      );
    }),
  );
});

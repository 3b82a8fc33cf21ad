import { expect, test } from 'vitest';
import { reviewState } from './views/review.tsx';

const on = (day: string, due = '2024-02') => reviewState(due, [180, 90, 30, 0], Temporal.PlainDate.from(day));

test('a review is reminded of from each of its days on, and the nearest that has begun is told', () => {
  expect(on('2023-09-01').reminder).toBeUndefined();
  expect(on('2023-09-02').reminder).toBe(180);
  expect(on('2023-11-30').reminder).toBe(180);
  expect(on('2023-12-01').reminder).toBe(90);
  expect(on('2024-01-30').reminder).toBe(30);
  expect(on('2024-02-28').reminder).toBe(30);
  expect(on('2024-02-29').reminder).toBe(0);
});

test('a month is due on its last day, and is over the day after', () => {
  expect(on('2024-02-29')).toMatchObject({ daysLeft: 0 });
  expect(on('2024-03-01')).toMatchObject({ daysLeft: -1, reminder: 0 });
  expect(on('2024-03-01', '2024-03-15').daysLeft).toBe(14);
  expect(reviewState('2024-02', [], Temporal.PlainDate.from('2024-03-01')).reminder).toBeUndefined();
});

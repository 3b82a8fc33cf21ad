import { expect, test } from 'vitest';
import { boundedJson } from './answer.ts';
import { DoorError } from './problem.ts';

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

test('an answer of 200 rows leaves, one of 201 does not, wherever the list stands', () => {
  expect(JSON.parse(boundedJson(rows(200)))).toHaveLength(200);
  for (const answer of [rows(201), { page: { rows: rows(201) } }, [[rows(201)]]]) {
    expect(() => boundedJson(answer)).toThrow(DoorError);
  }
});

test('an answer of more than 500 kB does not leave, counted in bytes', () => {
  expect(boundedJson({ text: 'x'.repeat(499_000) })).toHaveLength(499_011);
  expect(() => boundedJson({ text: 'x'.repeat(500_000) })).toThrow(DoorError);
  expect(() => boundedJson({ text: '…'.repeat(170_000) })).toThrow(DoorError);
});

test('nothing is still JSON', () => {
  expect(boundedJson(undefined)).toBe('null');
});

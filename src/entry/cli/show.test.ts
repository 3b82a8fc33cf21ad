import { expect, test } from 'vitest';
import { columns, inWords } from './show.ts';

test('records stand in columns, nested things under their names', () => {
  expect(
    inWords({
      total: 2,
      rows: [
        { id: 'a', late: true },
        { id: 'bcd', late: false, note: 'x' },
      ],
    }),
  ).toBe(['total: 2', 'rows:', '  id   late   note', '  a    true   -', '  bcd  false  x', ''].join('\n'));
});

test('instants are text, nothing is a dash, an empty list says so', () => {
  expect(inWords({ at: Temporal.Instant.from('2026-11-18T10:00:00Z'), gone: null, list: [] })).toBe(
    ['at: 2026-11-18T10:00:00Z', 'gone: -', 'list:', '  none', ''].join('\n'),
  );
  expect(inWords(['a', { b: 1 }])).toBe('- a\n-\n  b: 1\n');
});

test('what people wrote cannot steer a terminal', () => {
  expect(inWords({ note: 'red \u001b[31m and\nnew line' })).toBe('note: red  [31m and new line\n');
});

test('columns are straight and end without spaces', () => {
  expect(
    columns([
      ['A', 'B'],
      ['long', ''],
    ]),
  ).toBe('A     B\nlong\n');
});

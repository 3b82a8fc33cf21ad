import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test('a line is read back as it was, whatever its words hold', () => {
  const cells = ['plain', 'with, comma', 'with "quotes"', 'two\nlines', 'Zoë O’Brien', ''];
  expect(parse(csvLine(cells))).toEqual([cells]);
});

test.each(['=1+1', '+44', '-1', '@SUM(A1)', '\tx', '\rx'])(
  '%j is words to a spreadsheet and no formula',
  (cell) => {
    expect(parse(csvLine([cell]))).toEqual([[`'${cell}`]]);
  },
);

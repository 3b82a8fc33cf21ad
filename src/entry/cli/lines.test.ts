import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, linesOf } from './lines.ts';

async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, bytes.length]) {
    yield bytes.subarray(from, place);
    from = place;
  }
}

test('lines come out whole wherever the stream is cut, also inside a letter', async () => {
  const line = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !/[\n\r\ufeff]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
      const bytes = new TextEncoder().encode(lines.map((each) => `${each}\n`).join(''));
      const read: string[] = [];
      for await (const each of linesOf(pieces(bytes, cuts))) read.push(each);
      expect(read).toEqual(lines);
      expect(await allOf(pieces(bytes, cuts))).toBe(lines.map((each) => `${each}\n`).join(''));
    }),
    { numRuns: 100 },
  );
});

test('only a line feed ends a line, a carriage return before it goes, and the last needs none', async () => {
  const read: string[] = [];
  for await (const line of linesOf(pieces(new TextEncoder().encode('a\u2028b\r\nc\n\nd'), [])))
    read.push(line);
  expect(read).toEqual(['a\u2028b', 'c', '', 'd']);
});

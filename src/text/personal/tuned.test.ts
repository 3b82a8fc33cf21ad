import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from './find.ts';

/** Messages that the rules were mended by: what was won is not lost again. Nothing is said of messages nobody has seen. */
const examples = readFileSync(join(import.meta.dirname, '../examples/tuned.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { kinds: string[]; text: string });
const found = (text: string): string[] =>
  findPersonalData(text, { asOf: '2026-11-27' }).map((one) => one.kind);

describe.each(Object.entries(Object.groupBy(examples, (one) => one.kinds[0] ?? 'none')))(
  '%s',
  (kind, of = []) => {
    test('is found, and nothing where there is none', () => {
      const right = of.filter(({ text, kinds }) =>
        kinds.length === 0 ? found(text).length === 0 : kinds.every((one) => found(text).includes(one)),
      );
      expect(right.length / of.length).toBeGreaterThanOrEqual(0.98);
    });
  },
);

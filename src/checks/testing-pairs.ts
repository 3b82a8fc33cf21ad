import { describe, expect, test } from 'vitest';
import type { Settings } from './index.ts';
import { refs } from './testing-checks.ts';

type Text = Parameters<typeof refs>[0];

/** By reference: drafts that break a rule, and drafts beside them that keep it. */
export type Pairs = Readonly<
  Record<string, { breaks: readonly Text[]; keeps: readonly Text[]; settings?: Settings }>
>;

const shown = (text: Text): string => JSON.stringify(text);

/** A test for each draft of each pair. */
export function tryPairs(pairs: Pairs): void {
  describe.each(Object.entries(pairs))('%s', (ref, { breaks, keeps, settings }) => {
    test.each(breaks.map((text) => [shown(text), text] as const))('is broken by: %s', (_, text) => {
      expect(refs(text, settings)).toContain(ref);
    });
    test.each(keeps.map((text) => [shown(text), text] as const))('is kept by: %s', (_, text) => {
      expect(refs(text, settings)).not.toContain(ref);
    });
  });
}

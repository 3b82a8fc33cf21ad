import { tokensOf } from '../tokens.ts';
import type { Example } from './texts.ts';

/** Words that stand twice or more in the English texts, in the order of the alphabet, one a line. */
export function knownWords(examples: readonly Example[]): string {
  const counts = new Map<string, number>();
  for (const { text, lang } of examples) {
    if (lang !== undefined) continue;
    for (const { word } of tokensOf(text))
      if (/^[a-z0-9]+$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `${[...counts]
    .filter(([, count]) => count > 1)
    .map(([word]) => word)
    .toSorted()
    .join('\n')}\n`;
}

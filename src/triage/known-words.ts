import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const words = new Set(readFileSync(join(import.meta.dirname, 'models/known-words.txt'), 'utf8').split('\n'));

/** A word of the English texts that the model was trained on. What it was not taught it cannot read. */
export const isKnownWord = (word: string): boolean =>
  words.has(word) || /^[\d\p{Extended_Pictographic}]+$/u.test(word);

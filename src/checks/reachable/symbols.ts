import { check, inBody } from '../check.ts';

const words: Readonly<Record<string, string>> = {
  '=': 'is',
  '+': 'and',
  '@': 'at',
  '>': 'to',
  '→': 'to',
  '&': 'and',
  w: 'with',
};
const sign = /(?<=[\p{L}\p{N}] )([=+>→]|@(?= )|w\/)(?= ?[\p{L}\p{N}])/gu;

/** Signs between two words. `&` is looked at with shortenings. */
export const symbols = check('checks.symbols', 'ACC-21', function* look({ text }) {
  for (const match of text.matchAll(sign)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (/\d $/.test(text.slice(0, span.start).slice(-2)) && /^ ?\d/.test(text.slice(span.end, span.end + 2)))
      continue;
    const word = words[match[0].replace('/', '')];
    yield inBody(span, `Write the word instead of ${match[0]}.`, word);
  }
});

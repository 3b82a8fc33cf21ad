import { check, inBody } from '../check.ts';

const meant = new Set([
  'that',
  'had',
  'very',
  'so',
  'no',
  'really',
  'bye',
  'ha',
  'knock',
  'night',
  'blah',
  'hear',
  'well',
  'out',
  'in',
  'her',
  'please',
  'long',
  'many',
  'more',
  'can',
  'will',
  'do',
  'is',
]);

/** The same word twice in a row. */
export const repeatedWords = check('checks.repeated-words', 'STY-10', function* look({ body }) {
  for (const [at, word] of body.words.entries()) {
    const next = body.words[at + 1];
    if (!next || !/^\p{L}+$/u.test(word.text) || word.text.toLowerCase() !== next.text.toLowerCase())
      continue;
    if (meant.has(word.text.toLowerCase()) || !/^[^\S\n]+$/.test(body.text.slice(word.end, next.start)))
      continue;
    yield inBody({ start: word.start, end: next.end }, `“${word.text}” stands here twice.`, word.text);
  }
});

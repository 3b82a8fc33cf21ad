import { check, inBody } from '../check.ts';
import { meaningOf, needsNoMeaning } from '../shortenings.ts';

const shortening =
  /(?<![\p{L}\p{N}#@_/.&-])(?:\p{Lu}{2,6}|\p{Lu}&\p{Lu}s?|\p{Lu}{2,5}s)(?![\p{L}\p{N}_@/&])/gu;

/** The words are there already: `integrated care board (ICB)`, or `ICB (integrated care board)`. */
function isExplained(text: string, short: string): boolean {
  return (
    text.includes(`(${short})`) || new RegExp(`${short.replaceAll('&', '\\&')} ?\\([^)]{4,}\\)`).test(text)
  );
}

/** Spelled out where it first stands. */
export const acronyms = check('checks.acronyms', 'ACC-29', function* look({ text, body }, _, settings) {
  const seen = new Set<string>();
  const shouted = isShouted(text);
  for (const match of text.matchAll(shortening)) {
    const short = match[0];
    const bare = short.replace(/s$/, '');
    if (seen.has(bare) || (shouted && meaningOf(bare, settings) === undefined)) continue;
    seen.add(bare);
    const span = { start: match.index, end: match.index + short.length };
    if (needsNoMeaning(short, settings) || needsNoMeaning(bare, settings) || isExplained(text, short))
      continue;
    if (body.links.some((link) => link.start <= span.start && span.end <= link.end)) continue;
    const meaning = meaningOf(bare, settings);
    const message = `Not everybody knows ${short}. Write it out where it first stands.`;
    yield meaning === undefined ? inBody(span, message) : inBody(span, message, `${meaning} (${short})`);
  }
});

/** In a text all in capitals each short word would look like a shortening. */
const isShouted = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 12 && (text.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.6;
};

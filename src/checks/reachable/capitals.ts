import { check, inBody } from '../check.ts';
import { isKnownShortening } from '../shortenings.ts';

const shouted =
  /(?<![\p{L}\p{N}#@_/.-])\p{Lu}{4,}(?:['’]\p{Lu}{1,2})?(?:[ ,!-]+\p{Lu}{2,})*(?![\p{L}\p{N}_@.-]*[\p{L}\p{N}])/gu;
const share = 0.3;
/** Short words in capitals, two and more of them: `DO NOT`. */
const shortWords =
  /(?<![\p{L}\p{N}#@_/.-])(?:DO NOT|NOT|NEVER|ONLY|NO|MUST|STOP|NOW|DO|YOU|ALL|FREE)(?: (?:DO|NOT|NEVER|ONLY|MUST|STOP|NOW|YOU|ALL|GO|IN|TO|IT|BE|US|THE))+(?![\p{L}\p{N}])/gu;

/** Words in capitals are harder to read, and screen readers may spell them. */
export const capitals = check('checks.capitals', 'ACC-22', function* look({ text, body }, _, settings) {
  let found = false;
  for (const match of text.matchAll(shouted)) {
    const words = match[0].split(/[ ,!-]+/).filter((one) => one !== '' && !isKnownShortening(one, settings));
    if (!words.some((one) => one.length >= 4)) continue;
    const start = match.index + match[0].indexOf(words[0] ?? '');
    const end = match.index + match[0].lastIndexOf(words.at(-1) ?? '') + (words.at(-1)?.length ?? 0);
    const span = { start, end };
    const inside = text.slice(start, end);
    yield inBody(
      span,
      'Write this in small letters. Capitals are harder to read, and look like shouting.',
      lowered(inside, text, start),
    );
    found = true;
  }
  for (const match of found ? [] : text.matchAll(shortWords)) {
    const span = { start: match.index, end: match.index + match[0].length };
    yield inBody(span, 'Write this in small letters.', lowered(match[0], text, span.start));
    found = true;
  }
  if (found) return;
  const jumping = body.words.filter((one) => /^(?:\p{Lu}\p{Ll}){2,}\p{Lu}?$/u.test(one.text));
  const mixed =
    jumping.length > 1
      ? jumping[0]
      : body.words.find(({ text }) =>
          /^(?:\p{Ll}\p{Lu}){3,}\p{Ll}?$|^(?:\p{Lu}\p{Ll}){3,}\p{Lu}$/u.test(text),
        );
  if (mixed) yield inBody(mixed, 'Do not change between small letters and capitals inside a word.');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const large = capitalsIn(body.spoken.filter((one) => !isKnownShortening(one.text, settings)));
  if (letters >= 40 && large > letters * share)
    yield inBody(
      { start: 0, end: text.length },
      'Too much of this is in capitals. Use them for names and the beginning of sentences.',
    );
});

const capitalsIn = (words: readonly { readonly text: string }[]): number =>
  words.reduce((sum, one) => sum + (one.text.match(/\p{Lu}/gu)?.length ?? 0), 0);

/** With one capital where a sentence begins. */
const lowered = (words: string, text: string, start: number): string => {
  const lower = words.toLowerCase();
  return /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, start - 3), start))
    ? lower.charAt(0).toUpperCase() + lower.slice(1)
    : lower;
};

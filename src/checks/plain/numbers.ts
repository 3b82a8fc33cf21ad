import { check, inBody, matching, pointing } from '../check.ts';

const figures: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
};
const word =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! or (?:two|three)| way| fold|-)/g;
const long =
  /(?<![\d.,#/:+(-]|\bno |\bnumber |\bref |\broom |£)(?<!\d )([1-9]\d{3,})(?![\d/:-]|\.\d| ?\d|[a-z])/g;

const commas = new Intl.NumberFormat('en-GB');

/** Figures are found faster than words. */
export const numbers = check('checks.numbers', 'STY-01', function* look({ body }) {
  for (const { match, span } of matching(body, word))
    yield inBody(span, `Write ${figures[match[1] ?? ''] ?? ''} in figures.`, figures[match[1] ?? '']);
  for (const { match, span } of matching(body, long)) {
    const number = Number(match[1]);
    if (number >= 1900 && number <= 2100) continue;
    if (
      String(match[1]).length > 7 ||
      body.links.some((link) => link.start <= span.start && span.end <= link.end)
    )
      continue;
    const better = commas.format(number);
    yield inBody(span, `Write ${better}, with a comma.`, better);
  }
});

const percent = /\b\d+(?:\.\d+)? ?(?:%|per ?cent\b)/g;

/** `1 in 7 people` is seen at once. */
export const percentages = pointing('checks.percentages', 'STY-05', percent, (_, words) => {
  const share = Number.parseFloat(words);
  const inWords =
    share > 0 && share <= 50 && Number.isInteger(100 / share)
      ? `1 in ${100 / share}`
      : `${Math.round(share / 10)} in 10`;
  return `Percentages are hard for many. Say “${inWords} people” or the like.`;
});

const range =
  /(?<![\d/.(+-]|\d )(\d{1,3})( ?[ap]m)? ?- ?(\d{1,3})( ?[ap]m)?(?![\d/-]| ?-? ?\d)|\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(day)? ?- ?(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(day)?\b/g;

/** A dash is silent. */
export const ranges = check('checks.ranges', 'STY-04', function* look({ body }) {
  for (const { match, span, words } of matching(body, range)) {
    if (score.test(body.folded.text.slice(Math.max(0, match.index - 24), match.index + 24))) continue;
    const better = words.replace(/\s?[-–—]\s?/, ' to ');
    yield inBody(span, `Write “to” instead of the dash in “${words}”.`, better);
  }
});
const score = /\b(?:won|lost|beat|beaten|drew|win|draw|scored?|football|final|goals?|match|united|city fc)\b/;

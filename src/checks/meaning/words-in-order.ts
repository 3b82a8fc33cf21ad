/** A word as it is compared, with its place in the text and the sentence that it stands in. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

const token = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[£%@]|[.!?\n…]+/gu;
const stop = /^[.!?\n…]/;
/** What stands behind an apostrophe, or before one, as words of their own. */
const short: Readonly<Record<string, string>> = {
  "can't": 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "let's": 'let us',
  cant: 'can not',
  dont: 'do not',
  didnt: 'did not',
  wont: 'will not',
  isnt: 'is not',
  doesnt: 'does not',
  youre: 'you are',
  youve: 'you have',
  weve: 'we have',
  im: 'i am',
  ive: 'i have',
};
const endings: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'m$/, ' am'],
  [
    /(?<=^(?:he|she|it|that|there|here|who|what|where|how|nothing|everything|nobody|somebody|everyone))'s$/,
    ' is',
  ],
  [/'d$/, ' would'],
];

const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

/** `he's` as `he is`, `isn't` as `is not`; figures as `#`. */
function comparedAs(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const low = text.toLowerCase().normalize('NFKC').replaceAll('’', "'");
  let words = short[low] ?? low;
  for (const [ending, by] of endings) words = words.replace(ending, by);
  const found = words.replaceAll(/\d+/g, '#').replaceAll("'", '').split(' ');
  if (known.size >= mostKnown) known.clear();
  known.set(text, found);
  return found;
}

/** The words of a text in their order. */
export function wordsInOrder(text: string): Word[] {
  const found: Word[] = [];
  let sentence = 0;
  let empty = true;
  for (const { 0: match, index } of text.matchAll(token)) {
    const end = index + match.length;
    if (stop.test(match)) {
      // `nhs.uk` and `4.12` go on.
      if (!empty && (match !== '.' || !/[\p{L}\p{N}]/u.test(text.charAt(end)))) {
        sentence += 1;
        empty = true;
      }
      continue;
    }
    empty = false;
    for (const word of comparedAs(match)) found.push({ word, start: index, end, sentence });
  }
  return found;
}

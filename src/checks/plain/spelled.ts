import { isFirstName, languagesOf, type Dictionary, type Word } from '#text/index.ts';
import { check, inBody, type Found } from '../check.ts';
import type { Settings } from '../draft.ts';
import places from '../words/places.json' with { type: 'json' };
import shortenings from '../words/shortenings.json' with { type: 'json' };
import slips from '../words/spelling.json' with { type: 'json' };

/** Told by the list of frequent slips already. */
const told = new Set([...slips.american, ...slips.slips].map((one) => one.find.toLowerCase()));
const short = new Set(
  [...shortenings.known, ...Object.keys(shortenings.meanings)].map((one) => one.toLowerCase()),
);
const towns = new Set(
  [...places.towns, ...places.counties, ...places.alsoWords].flatMap((one) =>
    one.toLowerCase().split(/[^a-z]+/),
  ),
);

const most = 20;
/** Where so much is unknown it is another language, or a list of names. */
const strange = 0.25;
const built =
  /^(?:re|un|non|anti|multi|pre|post|self|micro|over|under|co|inter|sub|super|mini|semi|ultra|bio|neuro|cardio|psycho|tele|cyber|e|mid|mis|dis|out|hyper|hypo|immuno|physio|radio|chemo|hydro|electro|auto|counter|extra|mega|nano|poly|pseudo|trans|uni|tri|bi)(?=[a-z]{4})/;
/** Names of illnesses, medicines and kinds that are built as the trade builds them. */
const ofTheTrade =
  /[a-z]{4}(?:itis|ectomy|oscopy|otomy|opathy|osis|mab|pril|sartan|statin|cillin|mycin|azole|olol|idine|gliptin|flozin|parin|xaban|ology|ologists?|like|wise|free|proof|ness|less|ship|hood)$/;

/** Words in small letters that no list knows and that are one slip from a word that it knows. Names are left alone. */
export const spelled = check(
  'checks.spelling',
  'STY-10',
  function* look({ body, context }, _, settings): Generator<Found> {
    const { dictionary } = settings;
    if (dictionary === undefined || body.text === '') return;
    if ((context?.language ?? 'en').slice(0, 2) !== 'en') return;
    const spoken = body.spoken.filter((one) => plain.test(one.text));
    const unknown = spoken.filter((one) => !isKnown(one, dictionary, settings));
    if (unknown.length > 4 && unknown.length > spoken.length * strange) return;
    if (unknown.length > 0 && isForeign(body.text)) return;
    let found = 0;
    for (const word of unknown) {
      if (found >= most) return;
      if (told.has(word.text) || isInAddress(body.text, word)) continue;
      const better = meantBy(word.text, dictionary);
      if (better === undefined) continue;
      found += 1;
      yield inBody(word, `“${word.text}” is in no list of ours. Is “${better}” meant?`, better);
    }
  },
);

const isForeign = (text: string): boolean => {
  const may = languagesOf(text);
  return may.length > 0 && !may.includes('en');
};

/** Small letters of English only: a capital is a name, a figure a code, an accent another language. */
const plain = /^[a-z]{4,28}(?:['’][a-z]{1,2})?$/;

const days =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december|christmas|easter|ramadan|diwali|english|british|welsh|scottish|irish|polish|romanian|french|german|spanish|italian|essex|england|britain|london|europe)$/;
const contracted: Readonly<Record<string, string>> = {
  thats: "that's",
  whats: "what's",
  wheres: "where's",
  whos: "who's",
  hows: "how's",
  theres: "there's",
  heres: "here's",
  youre: "you're",
  theyre: "they're",
  youll: "you'll",
  theyll: "they'll",
  youve: "you've",
  weve: "we've",
  youd: "you'd",
  theyd: "they'd",
};

/** A capital or an apostrophe that was left out, or the nearest word. */
function meantBy(word: string, dictionary: Dictionary): string | undefined {
  if (days.test(word)) return word.charAt(0).toUpperCase() + word.slice(1);
  const missing = contracted[word];
  if (missing !== undefined) return missing;
  const stem = word.slice(0, -1);
  if (word.endsWith('s') && dictionary.has(stem) && /(?:n|y|fe|ne|dy|se)$/.test(stem)) return `${stem}'s`;
  return dictionary.nearest(word);
}
const isInAddress = (text: string, { start, end }: Word): boolean =>
  /[@/_.#\d]$/.test(text.slice(0, start).slice(-1)) || /^(?:[@/_\d]|\.[a-z])/.test(text.slice(end, end + 2));

function isKnown({ text }: Word, { has }: Dictionary, settings: Settings): boolean {
  const word = text.replace(/['’][a-z]{1,2}$/, '');
  if (has(word) || towns.has(word)) return true;
  if (own(settings).has(word) || short.has(word) || isFirstName(word)) return true;
  const stem = word.replace(built, '');
  if (stem !== word && has(stem)) return true;
  if (ofTheTrade.test(word)) return true;
  // Two whole words in one, such as `handwash`.
  for (let at = 4; at <= word.length - 4; at += 1)
    if (has(word.slice(0, at)) && has(word.slice(at))) return true;
  return false;
}

const own = (settings: Settings): ReadonlySet<string> =>
  new Set(
    [
      ...(settings.acronyms ?? []),
      ...(settings.organisationNames ?? []),
      ...(settings.ownPlaces ?? []),
      ...(settings.servedPlaces ?? []),
      ...(settings.staff ?? []),
    ].flatMap((one) => one.toLowerCase().split(/[^a-z]+/)),
  );

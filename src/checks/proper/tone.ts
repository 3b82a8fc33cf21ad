import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity';
import { check, inBody, matching, type Found } from '../check.ts';
import lists from '../words/swearing.json' with { type: 'json' };

const plain = new RegExp(
  `(?<![a-z0-9'-])(?:${[...lists.words, ...lists.mild].toSorted((one, two) => two.length - one.length).join('|')})(?![a-z])`,
  'g',
);
/** Words with figures or signs inside are looked at by the library, which knows how letters are hidden. */
const hidden = /(?<!\S)(?=\S{0,29}[a-z])(?=\S{0,29}[*@$!#0-9])\S{3,30}(?!\S)/g;
/** Addresses, tags, times and prices are as they are meant. */
const notHidden = /^[@#(]|[.@:/]\w|^\W*[\d£]/;
const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
/** `a bloody nose` is no swearing. */
const bloody =
  /(?<![a-z'-])bloody (?!nose|stools?|diarrhoea|discharge|mary|sunday|urine|wee|pee|poo|vomit|phlegm|mucus|sputum|wound|bandages?|hands?)[a-z]+/g;
const starred =
  /(?<![a-z0-9])(?:f[*#@!u-]{1,3}c?k(?:s|ed|ing|er|ers)?|f\*{2,}(?:ing)?|s[*#@!-]{1,2}t|sh[*!1]t(?:s|ty|e|show)?|cr[*@4#]p(?:py)?|b[*#]{3,6}(?:s|d|ks|cks)?|c[*#]{1,2}t|w[*#]{2,5}(?:r|rs|er)?|a[*#$]{2}(?:e|hole)?|tw[*@]t)(?![a-z0-9])/g;

/** Somebody’s words in quotation marks may be given with a reason; ours may not. */
export const swearing = check('checks.swearing', 'CNT-08', function* look({ body }): Generator<Found> {
  const message = 'Take this out: we do not swear. If somebody is quoted, give the reason.';
  const seen = new Set<number>();
  for (const pattern of [plain, starred, bloody])
    for (const { span } of matching(body, pattern)) {
      if (seen.size > 100) return;
      seen.add(span.start);
      yield inBody(span, message);
    }
  let looked = 0;
  for (const { match, span } of matching(body, hidden)) {
    if (seen.has(span.start) || notHidden.test(match[0])) continue;
    looked += 1;
    if (looked > 300) return;
    if (matcher.hasMatch(match[0])) yield inBody(span, message);
  }
});

const blame =
  /\b(?:(?:it(?:'s| is) |that(?:'s| is) )?(?:entirely |all |completely |totally )?your (?:own )?fault|you (?:people|lot) |shame on you|how dare you|you should (?:be ashamed|know better|have (?:thought|known|read|listened|checked))|if you(?:'d| had) (?:bothered|actually (?:read|listened)|read)|you (?:clearly|obviously) (?:don't|do not|didn't|did not|haven't|can't|never)|stop (?:moaning|whining|complaining|wasting)|get (?:a life|over it|a grip)|grow up|what(?:'s| is) wrong with you|are you (?:stupid|thick|blind|deaf|joking)|(?:you(?:'re| are)|what an?|such an?|these|those|absolute|complete|total|bunch of|you) (?:\w+ )?(?:idiots?|morons?|liars?|fools?|clowns?|pathetic|disgusting|useless|stupid|thick|ignorant|trolls?|scum|losers?|disgrace|selfish|lazy|time ?wasters?)|shut up|what part of [^.!?\n]{1,30} (?:do you not|don't you) understand|don't be (?:so )?(?:stupid|ridiculous|silly)|nobody (?:cares|asked)|we(?:'ve| have) told you (?:before|already|time)|as we(?:'ve| have) (?:already|repeatedly) (?:said|told|explained)|for the last time|not our problem|you(?:'re| are) (?:wrong|lying|mistaken|imagining|overreacting)|(?<!(?:to|should|will|can|you|it|things|them|and) )calm down|(?:that(?:'s| is)|what) an? (?:stupid|ridiculous|silly|daft|dumb|pathetic) (?:question|thing|idea|comment|complaint))\b/g;

/** No blame, no quarrel, no sneer. */
export const aggression = check('checks.aggression', 'CNT-08', function* look({ body }): Generator<Found> {
  for (const { span } of matching(body, blame)) {
    yield inBody(
      span,
      'This may sound like blame. Take a breath, show it to a colleague, and say it kindly.',
    );
    return;
  }
});

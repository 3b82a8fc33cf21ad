import type { CheckRule } from '../check.ts';
import { check, inBody, matching } from '../check.ts';
import { spanOf } from '#text/index.ts';
import { likeCase, phraseFinder, type Phrase } from '../phrases.ts';
import office from '../words/office-words.json' with { type: 'json' };
import plain from '../words/plain-words.json' with { type: 'json' };
import spellings from '../words/spelling.json' with { type: 'json' };
import people from '../words/people-words.json' with { type: 'json' };
import ages from '../words/age-words.json' with { type: 'json' };
import promises from '../words/promises.json' with { type: 'json' };

/** A check that points at each word of a list, and offers the other one. */
function listed(rule: CheckRule, ref: string, phrases: readonly Phrase[], why: string) {
  const find = phraseFinder(phrases);
  return check(rule, ref, function* look({ body, network }) {
    if (rule === 'checks.plain-words' && network === 'linkedin') return;
    for (const hit of find(body)) {
      const use = hit.phrase.use === undefined ? undefined : likeCase(hit.words, hit.phrase.use);
      const instead = use === undefined ? '' : ` Try “${use}”.`;
      const message = hit.phrase.say ?? `${why.replace('…', `“${hit.words}”`)}${instead}`;
      yield hit.phrase.say === undefined ? inBody(hit, message, use) : inBody(hit, message);
    }
  });
}

export const plainWords = listed('checks.plain-words', 'STY-10', plain.phrases, 'Not everybody says ….');
export const officeWords = listed(
  'checks.office-words',
  'STY-10',
  office.phrases,
  '… is a word of the office.',
);
export const peopleWords = listed('checks.people-words', 'STY-17', people.phrases, '… can belittle people.');
const ethnicPhrases = phraseFinder(people.ethnicity);
/** Not the race that is run. */
const race =
  /\b(?:(?:people|patients|staff|anyone|everyone|someone|adults|any|every|all|whatever|their|your|his|her|of|by|age|gender|sex|religion|and|or),? (?:of )?(?:(?:any|every|all|their|your|a|different) )?races?\b(?! (?:for|to|against|day|track|week|night|course|car|starts?|begins|is on))|\braces? (?:or|and) (?:religion|ethnicity|gender|age|sex|colour|culture)\b)/g;
const colour =
  /(?<!\p{L})(?:black|white)(?= (?:people|communit(?:y|ies)|women|men|woman|man|patients?|residents?|staff|famil(?:y|ies)|mothers?|fathers?|children|babies|british|african|caribbean|and (?:asian|minority)|colleagues|history|heritage|culture|adults|majority|population)\b)/gu;

/** The words that people use of their own origin. */
export const ethnicity = check('checks.people-words', 'STY-18', function* look({ body }) {
  for (const hit of ethnicPhrases(body)) {
    const use = hit.phrase.use ?? '';
    yield inBody(hit, `Say “${use}”, or better name the group.`, use);
  }
  for (const { span } of matching(body, race))
    yield inBody(span, 'Write “ethnicity” where people’s origin is meant.');
  for (const match of body.text.matchAll(colour)) {
    const better = match[0] === 'black' ? 'Black' : 'White';
    yield inBody(spanOf(match), `Write “${better}” with a capital where people are meant.`, better);
  }
});
export const ageWords = listed(
  'checks.ages',
  'STY-12',
  ages.phrases,
  'People do not say … of themselves. Give the age where it matters.',
);
export const noPromises = listed('checks.no-promises', 'STY-20', promises.phrases, '… promises too much.');
export const spelling = listed(
  'checks.spelling',
  'STY-10',
  [...spellings.american, ...spellings.slips],
  '… is not how this is spelled here.',
);

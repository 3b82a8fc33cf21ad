import type { CheckRule } from '../check.ts';
import { check, inBody } from '../check.ts';
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

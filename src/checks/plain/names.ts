import { check, inBody } from '../check.ts';
import { likeCase } from '../phrases.ts';

const plural =
  /\b(?:the )?(?:nhs(?: england| [a-z]+ (?:icb|trust))?|(?:[a-z]+ )?(?:icb|trust|council|board|government|hospital|foundation trust|committee|organisation|charity|department of health)) (are|have|were|do)\b(?! (?:you|we|i|they))/g;
const one: Readonly<Record<string, string>> = { are: 'is', have: 'has', were: 'was', do: 'does' };
/** `nurses at the trust are`: it is the nurses who are. */
const others =
  /\b(?:[a-z]{2,}s|people|staff|children|all|many|some|and|both|who|that) (?:\w+ )?(?:of|at|in|from|across|with|by|to|and|for|within|outside|near|inside|around) $/;

/** An organisation is one: “the trust is”. Teams of people may be many, and are left alone. */
export const singular = check('checks.singular', 'STY-15', function* look({ body }) {
  const { text, span } = body.folded;
  for (const match of text.matchAll(plural)) {
    const ahead = text.slice(Math.max(0, match.index - 40), match.index);
    if (others.test(ahead) || /\b(?:and|or|both|where|what|how) $/.test(ahead)) continue;
    const end = match.index + match[0].length;
    const verb = match[1] ?? '';
    const at = span(end - verb.length, end);
    yield inBody(at, `An organisation is one: write “${one[verb]}”.`, one[verb]);
  }
});

const small =
  'asthma|diabetes|cancer|(?:breast|bowel|lung|prostate|skin|cervical) cancer|dementia|stroke|flu|influenza|measles|mumps|rubella|chickenpox|shingles|sepsis|pneumonia|epilepsy|arthritis|eczema|psoriasis|depression|anxiety|autism|meningitis|norovirus|hepatitis|anaemia|angina|migraine|schizophrenia|bipolar disorder|tuberculosis|endometriosis|menopause|whooping cough|polio|malaria|glaucoma|osteoporosis|obesity|hypertension|high blood pressure|heart disease|heart failure|kidney disease|sickle cell disease|cystic fibrosis|multiple sclerosis|motor neurone disease|cerebral palsy|long covid';
const capital = new RegExp(
  `(?<=[\\p{Ll},;] )(?:${small.replaceAll(/(?<=^|\||\(| )[a-z]/g, (letter) => letter.toUpperCase())}|${small.replaceAll(/(?<=^|\|)[a-z]/g, (letter) => letter.toUpperCase())})(?![\\p{L}\\p{N}])(?! (?:\\p{Lu}|uk\\b))`,
  'gu',
);
/** Bodies and days that are named after an illness. */
const named = /\p{Lu}\p{L}* $/u;
const covid =
  /(?<![\p{L}\p{N}#@/.-])(?:Covid|covid|Corona ?virus)[- ]?19(?!\p{L})|(?<![\p{L}\p{N}#@/.-])(?:Long Covid|long covid|Long COVID)(?!\p{L})/gu;

/** Small letters for illnesses, as for other words; COVID-19 in capitals. */
export const conditionNames = check('checks.condition-names', 'STY-16', function* look({ text, body }) {
  for (const match of text.matchAll(capital)) {
    if (named.test(text.slice(Math.max(0, match.index - 24), match.index))) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    yield inBody(span, 'Names of illnesses have small letters.', match[0].toLowerCase());
  }
  for (const match of text.matchAll(covid)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const first = body.sentences.some((one) => one.start === span.start);
    const better = /long/i.test(match[0]) ? (first ? 'Long COVID' : 'long COVID') : 'COVID-19';
    if (better !== match[0]) yield inBody(span, `Write ${better}.`, likeCase('x', better));
  }
});

import { check, inBody, matching, pointing } from '../check.ts';
import { likeCase } from '../phrases.ts';

const full: Readonly<Record<string, string>> = {
  "can't": 'cannot',
  "won't": 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
  "should've": 'should have',
  "could've": 'could have',
  "would've": 'would have',
  "they've": 'they have',
};
const contraction =
  /\b(?:(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)n't|can't|won't|shan't|ain't|(?:should|could|would|they)'ve)\b/g;
const inFull = (words: string): string => {
  const plain = words.toLowerCase().replaceAll('’', "'");
  return likeCase(words, full[plain] ?? plain.replace("n't", ' not'));
};

/** `not` is missed where it hides behind an apostrophe. */
export const contractions = pointing(
  'checks.contractions',
  'STY-06',
  contraction,
  (_, words) => `Write “${inFull(words)}”: a hidden “not” is easily missed.`,
  inFull,
);

/** One kind of apostrophe for all. */
export const apostrophes = check('checks.apostrophes', 'STY-07', function* look({ text }) {
  for (const match of text.matchAll(/[‘’]/g)) {
    yield inBody({ start: match.index, end: match.index + 1 }, 'Use a straight apostrophe.', "'");
    return;
  }
});

const ampersand = /(?<=[a-z] )&(?= [a-z])|(?<=[a-z]{2})&(?=[a-z]{2})/g;
const latin: Readonly<Record<string, string>> = {
  eg: 'for example',
  ie: 'that is',
  etc: 'and so on',
  nb: 'note',
  asap: 'as soon as possible',
  vs: 'or',
};
const latinWord = /(?<![a-z0-9@./-])(?:e\.?g\.?|i\.?e\.?|etc\.?|n\.?b\.?)(?![a-z0-9@/])(?!\.[a-z])/g;

/** Shortened Latin, and `&` outside A&E. */
export const latinWords = check('checks.latin', 'STY-09', function* look({ body }) {
  for (const { match, span } of matching(body, latinWord)) {
    const use = latin[match[0].replaceAll('.', '')];
    if (use !== undefined) yield inBody(span, `Write “${use}”.`, use);
  }
  for (const { span } of matching(body, ampersand)) {
    const around = body.text.slice(Math.max(0, span.start - 30), span.end + 30);
    if (!/\p{Lu}\S* ?& ?\p{Lu}/u.test(around)) yield inBody(span, 'Write “and”.', 'and');
  }
});

const titles = /(?<![\p{L}\p{N}#@])(?:\p{Lu}[\p{Ll}'’]+ ){3,}\p{Lu}[\p{Ll}'’]+/gu;

/** Names of bodies and buildings are written so. */
const ofBodies =
  /\b(?:hospitals?|trust|foundation|university|board|council|partnership|county|borough|college|school|ward|centre|clinic|surgery|road|street|lane|avenue|charity|society|association|federation|committee|department|ministry|institute|service|services|system)\b(?=[^a-z]*$)/;

/** Capitals on each word of a heading: harder to read, and names are lost among them. */
export const titleCase = check(
  'checks.title-case',
  'STY-08',
  function* look({ text }, _, { organisationNames = [] }) {
    const names = organisationNames.map((one) => one.toLowerCase());
    for (const match of text.matchAll(titles)) {
      const words = match[0].toLowerCase();
      if (names.some((one) => words.includes(one) || one.includes(words))) continue;
      if (ofBodies.test(words)) continue;
      if (!/(?:^|[\n.!?:] ?)$/.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
      yield inBody(
        { start: match.index, end: match.index + match[0].length },
        'Use capitals for names and the first word only.',
      );
    }
  },
);

const unit =
  /(?<![\d.])(\d+(?:\.\d+)?) ?°? ?(?:degrees? )?(?:celsius|centigrade)\b|(?<![\d.])(\d+(?:\.\d+)?) ?° ?c\b|(?<![\d.])(\d+(?:\.\d+)?) (mg|ml|kg|cm|mm|km)\b|£(\d[\d,]*)\.00\b/g;

/** `38C`, `0.5mg`, `£75`. */
export const units = check('checks.units', 'STY-11', function* look({ body }) {
  for (const { match, span } of matching(body, unit)) {
    const [, words, sign, amount, of, pounds] = match;
    const degrees = words ?? sign;
    const better =
      degrees === undefined ? (pounds === undefined ? `${amount}${of}` : `£${pounds}`) : `${degrees}C`;
    yield inBody(span, `Write ${better}.`, better);
  }
});

const participle =
  '(?:[a-z]{3,}ed|made|given|taken|seen|done|sent|held|told|shown|found|kept|put|written|chosen|built|brought|paid|run|met|left|lost|felt)';
const passiveVoice = new RegExp(
  `\\b(?:is|are|was|were|be|been|being) (?:[a-z]{2,}ly )?${participle} by (?:the|our|a|an|us|your|their)\\b`,
  'g',
);

/** Who does it comes last, or not at all. */
export const passive = pointing(
  'checks.passive',
  'STY-10',
  passiveVoice,
  'Say who does it first: “we decided” rather than “it was decided by us”.',
);

const third =
  /^\W*(?:(?:the )?(?:trust|icb|board|council|organisation|team|department|service|nhs [a-z ]{2,40}?)) (?:is|are|has|have|will|would|wishes|would like|regrets|can|announces|invites|asks)\b|^\W*(?:it (?:has been|is|was) (?:decided|agreed|noted|announced|recommended|advised|requested)|residents are (?:advised|asked|reminded|requested)|patients are (?:advised|asked|reminded|requested)|please (?:note|be advised|be aware) that|members of the public are)\b/g;

/** Like a person, not like a notice. */
export const tone = check('checks.tone', 'CNT-08', function* look({ body }, _, { organisationNames = [] }) {
  for (const { span } of matching(body, third)) {
    yield inBody(span, 'Speak as a person would: “we” and “you”.');
    return;
  }
  const opens = organisationNames.find((name) =>
    new RegExp(
      `^\\W*(?:the )?${name.toLowerCase().replaceAll(/[^a-z0-9 ]/g, '.')} (?:is|are|has|have|will|would|wishes|can|announces|invites)\\b`,
    ).test(body.folded.text),
  );
  if (opens !== undefined)
    yield inBody({ start: 0, end: body.sentences[0]?.end ?? 0 }, `Say “we” instead of “${opens}”.`);
});

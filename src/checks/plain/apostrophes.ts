import { check, inBody } from '../check.ts';

interface Slip {
  readonly at: RegExp;
  readonly use: (words: string) => string;
  readonly message: string;
}

const plural = (words: string): string => words.replace(/['’]s\b/, 's');

/** Slips that only the next word gives away, so no list of words finds them. */
const slips: readonly Slip[] = [
  {
    at: /\bits(?= (?:a|an|the|been|not|never|here|your|our|really|too|now|just|so|going to|time to|free to|easy to|good to|great to|important (?:to|that)|okay|ok) ?\b)/gi,
    use: (words) => `${words.slice(0, 2)}'s`,
    message: 'Short for “it is”: it takes an apostrophe.',
  },
  {
    at: /\bit['’]s(?= own\b)/gi,
    use: (words) => `${words.slice(0, 2)}s`,
    message: 'What belongs to it is “its”, without an apostrophe.',
  },
  {
    at: /\byour(?= (?:not|welcome(?! (?:pack|letter|e-?mail|home|desk|meeting|event|message|back|call|visit|leaflet))|going to|entitled to|eligible|invited|unsure|worried about|unable to) ?\b)/gi,
    use: (words) => `${words.slice(0, 3)}'re`,
    message: 'Short for “you are”: it is “you’re”.',
  },
  {
    at: /\btheir(?= (?:is|are|was|were|will be|has been)\b)/gi,
    use: (words) => `${words.slice(0, 3)}re`,
    message: 'The place, or what there is, is “there”.',
  },
  { at: /\b(?:19|20)\d0['’]s\b/g, use: plural, message: 'A decade takes no apostrophe.' },
  {
    at: /\b[A-Z]{2,5}['’]s(?= (?:are|were|have|do|will|who|can)\b)/g,
    use: plural,
    message: 'Several of them take no apostrophe.',
  },
  {
    at: /\b(?:appointment|clinic|nurse|doctor|midwife|service|vaccine|patient|visitor|volunteer|result|ticket|form|carer|surgeon|site|ward|surger|session|course|place|parent|leaflet|prescription)['’]s(?= (?:are|were|have been|will be|only|available)\b)/gi,
    use: plural,
    message: 'Several of them take no apostrophe.',
  },
];

/** An apostrophe that is missing, or one too many. */
export const misplacedApostrophes = check('checks.spelling', 'STY-10', function* look({ body }) {
  for (const { at, use, message } of slips)
    for (const match of body.text.matchAll(at)) {
      const [words] = match;
      yield inBody({ start: match.index, end: match.index + words.length }, message, use(words));
    }
});

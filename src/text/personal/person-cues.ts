import cues from '../words/name-cues.json' with { type: 'json' };
import { token } from './name-words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const titles = setOf(cues.titles);
export const sureTitles = setOf(cues.sureTitles);
const initials = '(?:\\p{L}(?:\\. ?| )){0,3}';
export const titled = new RegExp(
  `(?<![\\p{L}@#])(${cues.titles.replaceAll(' ', '|')})\\.? (?=(${initials})(${token}))`,
  'dgu',
);
export const relatives =
  'mum|mam|mother|dad|father|nan|nanny|gran|grandma|grandad|grandson|granddaughter|son|daughter|wife|husband|partner|brother|sister|aunt|auntie|uncle|niece|nephew|cousin|neighbour|friend|mate|boyfriend|girlfriend|colleague|carer|stepson|stepdaughter|patient|baby|twin|toddler|boy|girl|lad|fiancée?';
/** After these comes a name, whatever it looks like. */
export const firmCue = new RegExp(
  `\\b(?:(?:my|her|his|their|the|patient|full|first|family|sur|last|mum['’]?s|dad['’]?s|child['’]?s|son['’]?s|daughter['’]?s)? ?name(?:['’]?s| is| was| of| ?[:=–-])|(?:sur|first|last|family|full) ?name,?|under (?:the |his |her |my )?(?:sur)?name|(?:in|with) the name(?: of)?|(?:patient|resident|(?:a|the) (?:man|woman|boy|girl|lad|chap|lady|gentleman|nurse|doctor|midwife|receptionist)|someone|colleague|nurse|doctor|baby|staff member|member of staff) (?:is |was )?(?:called|named)|patient ?[:=–-]|(?:the )?patient(?: is|'s name is)|(?:known|goes) (?:as|by)|it['’]?s about|on behalf of|yours (?:sincerely|faithfully|truly),?|(?:kind |best |warm |kindest )?regards,?|(?:sent|signed|written) (?:by|from)|signed ?:?)\\s+(?=${initials}(${token}))`,
  'dgu',
);
/** After these comes a name if it is one by the list. */
export const softCue = new RegExp(
  `\\b(?:(?:${relatives})(?:[ -]in[ -]law)?|i['’]?m|i am|im|it['’]?s|its|it was|this is|called|named|love|from|cheers|thanks|thank you|best|best wishes|many thanks|yours|sincerely|hi|hello|dear|hey|ask(?:ed|ing)? for|(?:speak|spoke|spoken|talk|talked|talking|speaking) (?:to|with)|under|(?:seen|treated|helped|looked after|told|called|rung|booked|discharged|assessed|delivered) by|thank|thanking|praise|to|with|by|about|and|for|is|was|saw|see|see if|told|asked|met|rang|phoned|visit|visiting|nurse|doctor|midwife|sister|matron|receptionist|consultant|surgeon|carer|physio|hca|paramedic|porter|healthcare assistant|lady|man|woman|gentleman|resident),? \\(?(?=(${token}))`,
  'dgu',
);
/** Only with a capital, since these stand before anything. */
export const weakCue =
  /^(?:to|with|by|about|and|for|is|was|saw|see|told|asked|met|rang|phoned|visit|visiting|best|under|hi|hello|love|cheers|yours|it was|lady|man|woman)$/i;
export const appositive = new RegExp(`, (?=(${token}),)`, 'gu');
export const bareName =
  /(?<![\p{L}\p{N}@#/._&-]|[Ss]t\.? |[Ss]torm )(\p{Lu}\p{Ll}{1,14})(?:['’]s)?(?![\p{L}\p{N}@_/-]|['’]\p{L})/gu;
export const capitals = new RegExp(
  `(?<![\\p{L}\\p{N}@#/.-])(\\p{Lu}[\\p{L}'’-]{1,30})(?= (?:\\p{Lu}))`,
  'gu',
);
export const signOff = new RegExp(
  `(?:thanks|thank you|cheers|love|best|wishes|regards|yours|faithfully|truly|sincerely|advance|care|xx?)[,.!]{0,2}\\s+(?=(${initials})(${token})[\\s\\p{L}]{0,24}[.!]?\\s*$)`,
  'dgu',
);
export const opening = new RegExp(`^\\s*(?:\\p{L}+[,.!]? )?(?=(${token})(?: ${token})? here\\b)`, 'u');

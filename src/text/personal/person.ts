import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import type { Detector } from './datum.ts';
import {
  grown,
  isCapital,
  isEveryday,
  isFamily,
  isCommonName,
  isFirst,
  isKnownSurname,
  isNobody,
  isPlace,
  isStop,
  isSurname,
  isTime,
  isWordToo,
  token,
  wordAfter,
} from './name-words.ts';
import cues from '../words/name-cues.json' with { type: 'json' };

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const titles = setOf(cues.titles);
const sureTitles = setOf(cues.sureTitles);
const initials = '(?:\\p{L}(?:\\. ?| )){0,3}';
const titled = new RegExp(
  `(?<![\\p{L}@#])(${cues.titles.replaceAll(' ', '|')})\\.? (?=(${initials})(${token}))`,
  'giu',
);
const relatives =
  'mum|mam|mother|dad|father|nan|nanny|gran|grandma|grandad|grandson|granddaughter|son|daughter|wife|husband|partner|brother|sister|aunt|auntie|uncle|niece|nephew|cousin|neighbour|friend|mate|boyfriend|girlfriend|colleague|carer|stepson|stepdaughter|patient|baby|twin|toddler|boy|girl|lad|fiancée?';
/** After these comes a name, whatever it looks like. */
const firmCue = new RegExp(
  `\\b(?:(?:my|her|his|their|the|patient|full|first|family|sur|last|mum['’]?s|dad['’]?s|child['’]?s|son['’]?s|daughter['’]?s)? ?name(?:['’]?s| is| was| of| ?[:=–-])|(?:sur|first|last|family|full) ?name,?|under (?:the |his |her |my )?(?:sur)?name|(?:in|with) the name(?: of)?|(?:patient|resident|(?:a|the) (?:man|woman|boy|girl|lad|chap|lady|gentleman|nurse|doctor|midwife|receptionist)|someone|colleague|nurse|doctor|baby|staff member|member of staff) (?:called|named)|patient ?[:=–-]|(?:known|goes) (?:as|by)|it['’]?s about|on behalf of|yours (?:sincerely|faithfully|truly),?|(?:kind |best |warm |kindest )?regards,?|(?:sent|signed|written) (?:by|from)|signed ?:?)\\s+(?=${initials}(${token}))`,
  'giu',
);
/** After these comes a name if it is one by the list. */
const softCue = new RegExp(
  `\\b(?:(?:${relatives})(?:[ -]in[ -]law)?|i['’]?m|i am|im|it['’]?s|its|it was|this is|called|named|love|from|cheers|thanks|thank you|best|best wishes|many thanks|yours|sincerely|hi|hello|dear|hey|ask(?:ed|ing)? for|(?:speak|spoke|spoken|talk|talked|talking|speaking) (?:to|with)|under|(?:seen|treated|helped|looked after|told|called|rung|booked|discharged|assessed|delivered) by|thank|thanking|praise|to|with|by|about|and|for|is|was|saw|see|see if|told|asked|met|rang|phoned|visit|visiting|nurse|doctor|midwife|sister|matron|receptionist|consultant|surgeon|carer|physio|hca|paramedic|porter|healthcare assistant|lady|man|woman|gentleman|resident),? \\(?(?=(${token}))`,
  'giu',
);
/** Only with a capital, since these stand before anything. */
const weakCue =
  /^(?:to|with|by|about|and|for|is|was|saw|see|told|asked|met|rang|phoned|visit|visiting|best|under|hi|hello|love|cheers|yours|it was|lady|man|woman)$/i;
const appositive = new RegExp(`, (?=(${token}),)`, 'gu');
const bareName =
  /(?<![\p{L}\p{N}@#/._&-]|[Ss]t\.? |[Ss]torm )(\p{Lu}\p{Ll}{1,14})(?:['’]s)?(?![\p{L}\p{N}@_/-]|['’]\p{L})/gu;
const capitals = new RegExp(`(?<![\\p{L}\\p{N}@#/.-])(\\p{Lu}[\\p{L}'’-]{1,30})(?= (?:\\p{Lu}))`, 'gu');
const saidWho =
  /\b(?:[Tt]his is|[Ii]['’]?m|[Ii] am|[Nn]ame|[Pp]atient|[Ff]rom|[Aa]bout|[Cc]alled|[Mm]e and) (\p{Lu}[\p{L}'’-]{1,20}) (\p{Lu}[\p{L}'’-]{1,20})\b(?! (?:\p{Lu}|[Rr]oad|[Ss]treet))/gu;
const signOff = new RegExp(
  `(?:thanks|thank you|cheers|love|best|wishes|regards|yours|faithfully|truly|sincerely|advance|care|xx?)[,.!]{0,2}\\s+(?=(${initials})(${token})[\\s\\p{L}]{0,24}[.!]?\\s*$)`,
  'giu',
);
const opening = new RegExp(`^\\s*(?:\\p{L}+[,.!]? )?(?=(${token})(?: ${token})? here\\b)`, 'u');

/** Names of people: by title, by what is said before them, or a known first name with a family name. */
export const person: Detector = function* person(reading) {
  const { text } = reading;
  const found = [
    ...byTitle(reading),
    ...byFirmCue(reading),
    ...bySoftCue(reading),
    ...byComma(reading),
    ...atEnds(reading),
    ...byTwoNames(reading),
    ...bySelf(reading),
    ...byCapital(reading),
  ];
  for (const span of found) if (!isNobody(text, span)) yield { kind: 'person', sureness: 'high', ...span };
};

const isNoName = (word: string): boolean => isStop(word) || isPlace(word) || isTime(word);

function* byTitle({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(titled)) {
    const [, title = '', letters = '', name = ''] = match;
    if (titles.has(name.toLowerCase())) continue;
    const lower = title.toLowerCase();
    const place =
      isPlace(name) && !(isKnownSurname(name) && isCapital(name) && /^(?:mrs?|ms|rev|dr)$/.test(lower));
    if (isStop(name) || place || isTime(name) || name.length < 2) continue;
    const believed = sureTitles.has(lower)
      ? isSurname(name)
      : lower === 'rev' || lower === 'reverend'
        ? isCapital(name) && isSurname(name)
        : isCapital(name) && (isCapital(title) || isFirst(name) || isKnownSurname(name)) && !isEveryday(name);
    if (!believed) continue;
    const end = match.index + match[0].length + letters.length + name.length;
    yield grown(text, match.index, end, 2, (word) => isFamily(word) && (isCapital(word) || isFirst(name)));
  }
}

function* byFirmCue({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(firmCue)) {
    const name = match[1] ?? '';
    const known = isFirst(name) || isCapital(name);
    if (isNoName(name) || name.length < 2 || (!known && isEveryday(name))) continue;
    if (/regards\s*$/i.test(match[0]) && isEveryday(name) && !isFirst(name)) continue;
    const start = text.indexOf(name, match.index + match[0].length);
    yield grown(text, start, start + name.length, 2);
  }
}

function* bySoftCue({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(softCue)) {
    const name = match[1] ?? '';
    const weak = weakCue.test(match[0].trim().replace(/,$/, ''));
    if (
      weak &&
      !isCapital(name) &&
      !(
        isFirst(name) &&
        !isEveryday(name) &&
        isFirst(wordAfter(text, match.index + match[0].length + name.length))
      )
    )
      continue;
    const family = /^under$/i.test(match[0].trim()) && isCapital(name) && isKnownSurname(name);
    if (!isFirst(name) && !(isWordToo(name) && isCapital(name)) && !family) continue;
    if (isPlace(name)) continue;
    const start = match.index + match[0].length;
    const span = grown(text, start, start + name.length, 2);
    const alone = span.end <= start + name.length;
    const behind = wordAfter(text, span.end);
    if (alone && (isWordToo(name) || (weak && isCapital(behind) && isPlace(behind)))) continue;
    yield span;
    yield* andAnother(text, span.end);
  }
}

/** `my sons Tom and Harry`: who stands beside somebody is somebody too. */
function* andAnother(text: string, from: number): Generator<Span> {
  const match = /^(?:,| and| &) ([\p{L}'’-]{2,30})/u.exec(text.slice(from, from + 40));
  const name = match?.[1] ?? '';
  if (!match || !isFirst(name) || isWordToo(name)) return;
  const end = from + match[0].length;
  yield grown(text, end - name.length, end, 2);
}

/** `the lady in bed 4, Mavis, was crying` */
function* byComma({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(appositive)) {
    const name = match[1] ?? '';
    if (isCapital(name) && isFirst(name) && !isWordToo(name) && !isPlace(name))
      yield { start: match.index + 2, end: match.index + 2 + name.length };
  }
}

/** Who writes says so last, or first: `Regards, K. Nowak`, `Sunita Sharma here`. */
function* atEnds({ text }: Reading): Generator<Span> {
  const tail = Math.max(0, text.length - 80);
  for (const match of text.slice(tail).matchAll(signOff)) {
    const [, letters = '', name = ''] = match;
    const known = isFirst(name) || (isCapital(name) && isSurname(name) && letters !== '');
    if (isNoName(name) || !(known || (isCapital(name) && isWordToo(name)))) continue;
    const start = tail + match.index + match[0].length;
    yield grown(text, start, start + letters.length + name.length, 2);
  }
  const first = opening.exec(text.slice(0, 80));
  const name = first?.[1] ?? '';
  if (first && isFirst(name) && !isNoName(name))
    yield grown(
      text,
      first[0].length,
      first[0].length + name.length,
      1,
      (word) => word !== 'here' && isFamily(word),
    );
}

/** `This is Tola Okafor`: two words with capitals that are nothing else, where somebody says who it is. */
function* bySelf({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(saidWho)) {
    const [whole, name = '', family = ''] = match;
    const words = [name, family];
    if (words.some((word) => isNoName(word) || isEveryday(word) || word === word.toUpperCase())) continue;
    const end = match.index + whole.length;
    yield grown(text, end - name.length - family.length - 1, end, 1);
  }
}

function* byTwoNames({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(capitals)) {
    const name = match[1] ?? '';
    if (!isFirst(name) && !isWordToo(name)) continue;
    const end = match.index + match[0].length;
    const span = grown(
      text,
      match.index,
      end,
      2,
      (word) => isCapital(word) && isFamily(word) && isSurname(word),
    );
    if (span.end > end && !isPlace(wordAfter(text, span.end))) yield span;
  }
}

/** `Can Sharon call me?`: a first name that is nothing else, with a capital, and no place or thing behind it. */
function* byCapital({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(bareName)) {
    const name = match[1] ?? '';
    const start = match.index;
    if (!isCommonName(name)) continue;
    const ahead = /(\p{Lu}[\p{L}'’-]*) $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
    if (ahead !== undefined && !isEveryday(ahead)) continue;
    const span = grown(
      text,
      start,
      start + name.length,
      2,
      (word) => isCapital(word) && isFamily(word) && isSurname(word),
    );
    const behind = wordAfter(text, span.end);
    if (isPlace(behind) || (isCapital(behind) && !isFamily(behind) && !isStop(behind))) continue;
    yield span;
  }
}

import type { Reading } from '../reading.ts';
import { spanOf, type Span } from '../span.ts';
import { isCommonWord } from '../split-words.ts';
import type { Detector } from './datum.ts';
import cues from '../words/name-cues.json' with { type: 'json' };
import first from '../words/first-names.json' with { type: 'json' };

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const firstNames = setOf(first.names);
/** First names that are everyday words too: believed only with a family name or a firm cue. */
const alsoWords = setOf(first.alsoWords);
const notNames = setOf(cues.notNames);
const stop = setOf(cues.stop);
const notPeople = new Set(cues.notPeople);

const isFirst = (word: string): boolean => firstNames.has(word.toLowerCase());
const isStop = (word: string): boolean => stop.has(word.toLowerCase());
const isPlace = (word: string): boolean => notNames.has(word.toLowerCase().replace(/['’]s$/, ''));
const isTime = (word: string): boolean =>
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|july|august|september|october|november|december)$/i.test(
    word,
  );
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
/** Could stand as a family name: no word of every day, or written with a capital. */
const isFamily = (word: string): boolean =>
  word.length > 1 &&
  !/(?:n['’]t|['’](?:ve|d|ll|re|m))$/i.test(word) &&
  !isTime(word) &&
  !isStop(word) &&
  !isPlace(word) &&
  (isCapital(word) || !isCommonWord(word.toLowerCase()));

const token = "[\\p{L}][\\p{L}\\p{M}'’-]{0,30}";
const next = new RegExp(`^(\\s{1,2})(${token})`, 'u');
const titled = new RegExp(`(?<![\\p{L}@#])(${cues.titles.replaceAll(' ', '|')})\\.? (${token})`, 'giu');
/** After these comes a name, whatever it looks like. */
const firmCue = new RegExp(
  `\\b(?:(?:my|her|his|their|patient|full|sur|last|mum['’]?s|dad['’]?s|child['’]?s|son['’]?s|daughter['’]?s)? ?name(?:['’]?s| is| was)|name ?:|(?:patient|resident|a (?:man|woman|boy|girl|lad|chap)|someone|colleague|nurse|doctor|baby) (?:called|named)|(?:known|goes) (?:as|by)|it['’]?s about|on behalf of|yours sincerely,?|kind regards,?|regards,?|signed:?)\\s+(${token})`,
  'giu',
);
/** After these comes a name if it is one by the list. */
const softCue = new RegExp(
  `\\b(?:i am|i['’]?m|this is|it is|it['’]?s|patient|for|about|with|my|our|her|his|their)? ?(?:(?:little|baby|late|eldest|youngest|older|younger|elderly|best) )?(?:(?:mum|mam|mother|dad|father|nan|nanny|gran|grandma|grandad|grandson|granddaughter|son|daughter|wife|husband|partner|brother|sister|aunt|auntie|uncle|niece|nephew|cousin|neighbour|friend|mate|boyfriend|girlfriend|colleague|carer|stepson|stepdaughter|patient|baby|twin|i['’]?m|i am|it['’]?s|this is|called|named|love|from)),? (${token})`,
  'giu',
);
const capitals = new RegExp(`(?<![\\p{L}\\p{N}@#/.-])(\\p{Lu}[\\p{L}'’-]{1,30})(?= \\p{Lu})`, 'gu');

/** Names of people: by title, by what is said before them, or a known first name with a family name. */
export const person: Detector = function* person(reading) {
  const found = [...byTitle(reading), ...byFirmCue(reading), ...bySoftCue(reading), ...byTwoNames(reading)];
  for (const span of found)
    if (!isNobody(reading.text, span)) yield { kind: 'person', sureness: 'high', ...span };
};

const isNobody = (text: string, { start, end }: Span): boolean =>
  notPeople.has(
    text
      .slice(start, end)
      .toLowerCase()
      .replace(/['’]s$/, ''),
  );

/** The name grows over the words after it that look like family names, written as its first word is. */
function grown(text: string, start: number, end: number, most: number, accept = isFamily): Span {
  const lower = !isCapital(text.slice(start, end));
  let to = end;
  for (let count = 0; count < most; count += 1) {
    const match = next.exec(text.slice(to, to + 40));
    const word = match?.[2] ?? '';
    if (!match || !accept(word) || !(lower || isCapital(word))) break;
    to += match[0].length;
  }
  return { start, end: text.slice(start, to).replace(/['’]s$/, '').length + start };
}

const lastOf = (match: RegExpExecArray, group: number): Span => {
  const { end } = spanOf(match);
  return { start: end - (match[group]?.length ?? 0), end };
};

function* byTitle({ text }: Reading): Generator<Span> {
  const sure = setOf(cues.sureTitles);
  for (const match of text.matchAll(titled)) {
    const [, title = '', name = ''] = match;
    const lower = title.toLowerCase();
    if (isStop(name) || isPlace(name) || isTime(name) || name.length < 2) continue;
    const believed = sure.has(lower)
      ? isCapital(name) || lower === 'mr' || lower === 'mrs' || !isCommonWord(name.toLowerCase())
      : isCapital(title) && isCapital(name) && !isCommonWord(name.toLowerCase());
    if (!believed) continue;
    const { start, end } = spanOf(match);
    yield grown(text, start, end, 2, (word) => isFamily(word) && (isCapital(word) || isFirst(name)));
  }
}

function* byFirmCue({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(firmCue)) {
    const name = match[1] ?? '';
    const lower = name.toLowerCase();
    const known = isFirst(name) || isCapital(name);
    if (isStop(name) || isPlace(name) || isTime(name) || (!known && isCommonWord(lower))) continue;
    const { start, end } = lastOf(match, 1);
    yield grown(text, start, end, 2);
  }
}

function* bySoftCue({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(softCue)) {
    const name = match[1] ?? '';
    if (!isFirst(name) && !(alsoWords.has(name.toLowerCase()) && isCapital(name))) continue;
    const { start, end } = lastOf(match, 1);
    const span = grown(text, start, end, 2);
    if (span.end === end && alsoWords.has(name.toLowerCase())) continue;
    yield span;
    yield* andAnother(text, span.end);
  }
}

/** `my sons Tom and Harry`: who stands beside somebody is somebody too. */
function* andAnother(text: string, from: number): Generator<Span> {
  const match = /^ (?:and|&) ([\p{L}'’-]{2,30})/u.exec(text.slice(from, from + 40));
  const name = match?.[1] ?? '';
  if (!match || !isFirst(name) || alsoWords.has(name.toLowerCase())) return;
  const end = from + match[0].length;
  yield grown(text, end - name.length, end, 2);
}

function* byTwoNames({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(capitals)) {
    const name = match[1] ?? '';
    const parts = name.split('-');
    if (!parts.some(isFirst) && !alsoWords.has(name.toLowerCase())) continue;
    const { start, end } = spanOf(match);
    const span = grown(text, start, end, 2, (word) => isCapital(word) && isFamily(word) && isSurname(word));
    const behind = next.exec(text.slice(span.end, span.end + 40))?.[2] ?? '';
    if (span.end > end && !isPlace(behind)) yield span;
  }
}

/** A capital begins a sentence too, and each word of a heading: everyday words are no family names here. */
const isSurname = (word: string): boolean => {
  const lower = word.toLowerCase().replace(/['’]s$/, '');
  return !isCommonWord(lower) || surnames.has(lower);
};
const surnames = setOf(
  'smith jones taylor brown green white black wood woods hall hill king wright walker young baker cook cooper carter turner parker ward bell field fields mills marsh stone rice long short price day may bird fox wolf rose page bishop knight baron marshall mason miller fisher hunter porter potter butler barber chambers gardener gardner farmer shepherd weaver tailor archer bowman driver ford rivers banks hills lane street church north west east best good power law love lord major grant rich sharp strong wise winter summers frost snow waters pool brook brooks bush root flower flowers moss reed cotton silver gold steel cross gray grey read dean case chance',
);

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
  wordAfter,
} from './name-words.ts';
import {
  appositive,
  bareName,
  capitals,
  firmCue,
  opening,
  signOff,
  softCue,
  sureTitles,
  titled,
  titles,
  weakCue,
} from './person-cues.ts';

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
    ...byCapital(reading),
  ];
  for (const span of found) if (!isNobody(text, span)) yield { kind: 'person', sureness: 'high', ...span };
};

/** Titles that nobody stands in front of a thing. */
const ofCare = /^(?:nurse|midwife|matron|dr|professor)$/;

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
        : isCapital(name) && (isCapital(title) || isFirst(name) || ofCare.test(lower)) && !isEveryday(name);
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

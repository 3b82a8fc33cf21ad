import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import {
  grown,
  isCapital,
  isCommonName,
  isEveryday,
  isFamily,
  isFirst,
  isKnownSurname,
  isNoName,
  isPlace,
  isStop,
  isSurname,
  isWordToo,
  wordAfter,
} from './name-words.ts';
import { written } from './written.ts';
import { appositive, bareName, opening, signOff } from './person-cues.ts';

/** Names that nothing announces. */
export function* byNameAlone(reading: Reading): Generator<Span> {
  yield* byComma(reading);
  yield* listed(reading);
  yield* atEnds(reading);
  yield* byCapital(reading);
  yield* inSmallLetters(reading);
}

/** `the lady in bed 4, Mavis, was crying` */
function* byComma({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(appositive)) {
    const name = match[1] ?? '';
    if (isCapital(name) && isFirst(name) && !isWordToo(name) && !isPlace(name))
      yield { start: match.index + 2, end: match.index + 2 + name.length };
  }
}

const several =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}{1,14}), (\p{Lu}\p{Ll}{1,14})(?:, (\p{Lu}\p{Ll}{1,14}))?,? (?:and|&) (\p{Lu}\p{Ll}{1,14})(?!\p{L})/gu;

/** `Sue, Bev and Pat`: among names a word that may be one is one. */
function* listed({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(several)) {
    const names = match.slice(1).filter((one) => one !== undefined);
    if (!names.every((one) => isFirst(one) || isWordToo(one)) || !names.some(isFirst)) continue;
    let from = match.index;
    for (const name of names) {
      const start = text.indexOf(name, from);
      from = start + name.length;
      yield { start, end: from };
    }
  }
}

/** Who writes says so last, or first: `Regards, K. Nowak`, `Sunita Sharma here`. */
function* atEnds({ text }: Reading): Generator<Span> {
  const tail = Math.max(0, text.length - 80);
  for (const { index, words, groups } of written(text.slice(tail), signOff)) {
    const [letters = '', name = ''] = groups;
    const known = isFirst(name) || (isCapital(name) && isSurname(name) && letters !== '');
    if (isNoName(name) || !(known || (isCapital(name) && isWordToo(name)))) continue;
    const start = tail + index + words.length;
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

/** Names that are little else, written small: with a family name, or long enough to be no slip. */
function* inSmallLetters({ text, words }: Reading): Generator<Span> {
  for (const [at, word] of words.entries()) {
    if (word.text.length < 3 || !/^\p{Ll}/u.test(word.text) || !isCommonName(word.text)) continue;
    if (/[@#/._\d-]/.test(text.charAt(word.start - 1)) || /[@/_-]/.test(text.charAt(word.end))) continue;
    const next = words[at + 1];
    const family =
      next !== undefined &&
      /^\s$/.test(text.slice(word.end, next.start)) &&
      !isNoName(next.text) &&
      !/['’]/.test(next.text) &&
      (isKnownSurname(next.text) || !isEveryday(next.text)) &&
      next.text.length > 2;
    if (family) yield { start: word.start, end: next.end };
    else if (word.text.length > 3 && !prizes.has(word.text)) yield { start: word.start, end: word.end };
  }
}
const prizes = new Set(['oscar', 'stanley', 'tony', 'kelly']);

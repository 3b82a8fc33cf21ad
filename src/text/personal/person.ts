import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { bySelf } from './said-who.ts';
import type { Detector } from './datum.ts';
import {
  grown,
  isCapital,
  isEveryday,
  isFamily,
  isFirst,
  isKnownSurname,
  isNobody,
  isNoName,
  isPlace,
  isStop,
  isSurname,
  isTime,
  isWordToo,
  wordAfter,
} from './name-words.ts';
import { written } from './written.ts';
import { byNameAlone } from './person-alone.ts';
import { capitals, firmCue, relatives, softCue, sureTitles, titled, titles, weakCue } from './person-cues.ts';

/** Names of people: by title, by what is said before them, or a known first name with a family name. */
export const person: Detector = function* person(reading) {
  const { text } = reading;
  if (!/\p{L}/u.test(text)) return;
  const found = [
    ...byTitle(reading),
    ...byFirmCue(reading),
    ...bySoftCue(reading),
    ...byNameAlone(reading),
    ...byTwoNames(reading),
    ...bySelf(reading),
  ];
  for (const span of found) if (!isNobody(text, span)) yield { kind: 'person', sureness: 'high', ...span };
};

/** Titles that nobody stands in front of a thing. */
const ofCare = /^(?:nurse|midwife|matron|doctor|dr|professor)$/;

function* byTitle({ text }: Reading): Generator<Span> {
  for (const { index, words, groups } of written(text, titled)) {
    const [title = '', letters = '', name = ''] = groups;
    if (titles.has(name.toLowerCase())) continue;
    const lower = title.toLowerCase();
    const place =
      isPlace(name) && !(isKnownSurname(name) && isCapital(name) && /^(?:mrs?|ms|rev|dr)$/.test(lower));
    if (isStop(name) || place || isTime(name) || name.length < 2) continue;
    const believed = sureTitles.has(lower)
      ? isSurname(name)
      : lower === 'rev' || lower === 'reverend'
        ? isCapital(name) && isSurname(name)
        : !isEveryday(name) &&
          (isCapital(name)
            ? isCapital(title) || isFirst(name) || isKnownSurname(name) || ofCare.test(lower)
            : ofCare.test(lower) && isKnownSurname(name));
    if (!believed) continue;
    const end = index + words.length + letters.length + name.length;
    yield grown(text, index, end, 2, (word) => isFamily(word) && (isCapital(word) || isFirst(name)));
  }
}

function* byFirmCue({ text }: Reading): Generator<Span> {
  for (const { index, words, groups } of written(text, firmCue)) {
    const [name = ''] = groups;
    const known = isFirst(name) || isCapital(name);
    if (isNoName(name) || name.length < 2 || (!known && isEveryday(name))) continue;
    if (/\bis\s*$/i.test(words) && !isCapital(name) && !/name/i.test(words)) continue;
    if (/regards\s*$/i.test(words) && isEveryday(name) && !isFirst(name)) continue;
    const start = text.indexOf(name, index + words.length);
    yield grown(text, start, start + name.length, 2);
  }
}

function* bySoftCue({ text }: Reading): Generator<Span> {
  for (const { index, words, groups } of written(text, softCue)) {
    const [name = ''] = groups;
    const start = index + words.length;
    const weak = weakCue.test(words.trim().replace(/,$/, ''));
    if (
      weak &&
      !isCapital(name) &&
      !(isFirst(name) && !isEveryday(name) && isFirst(wordAfter(text, start + name.length)))
    )
      continue;
    const family = /^under$/i.test(words.trim()) && isCapital(name) && isKnownSurname(name);
    if (!isFirst(name) && !(isWordToo(name) && isCapital(name)) && !family && !isOfKin(words, name)) continue;
    if (isPlace(name)) continue;
    const span = grown(text, start, start + name.length, 2);
    const alone = span.end <= start + name.length;
    const behind = wordAfter(text, span.end);
    if (alone && (isWordToo(name) || (weak && isCapital(behind) && isPlace(behind)))) continue;
    yield span;
    yield* andAnother(text, span.end);
  }
}

const kin = new RegExp(`\\b(?:${relatives})(?:[ -]in[ -]law)?,? \\(?$`, 'i');
/** `my brother, Naveed`: whatever a relative is called with a capital. */
const isOfKin = (ahead: string, name: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}$/u.test(name) && !isEveryday(name) && !isNoName(name) && kin.test(ahead);

/** `my sons Tom and Harry`: who stands beside somebody is somebody too. */
function* andAnother(text: string, from: number): Generator<Span> {
  const match = /^(?:,| and| &) ([\p{L}'’-]{2,30})/u.exec(text.slice(from, from + 40));
  const name = match?.[1] ?? '';
  if (!match || !isFirst(name) || isWordToo(name)) return;
  const end = from + match[0].length;
  yield grown(text, end - name.length, end, 2);
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

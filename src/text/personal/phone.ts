import { isValidPhoneNumber } from 'libphonenumber-js/min';
import type { Reading } from '../reading.ts';
import { before, datum, type Detector, type OwnDetails, type PersonalDatum } from './datum.ts';
import { runsOf, windowsOf, type Window } from './digits.ts';
import open from '../words/open-numbers.json' with { type: 'json' };

const notPhone =
  /\b(?:order|ref(?:erence)?|invoice|tracking|booking|ticket|parcel|charity|company|vat|isbn|nhs ?(?:no|num|number)?)(?: (?:no|num|number|id|code|is))*\b[^\d+\n]{0,12}$/;

/** @returns national form: `+44 7700 900123` and `0044 (0)7700 900123` become `07700900123`. */
export function national(digits: string, plus: boolean): string {
  if (plus && digits.startsWith('44')) return `0${digits.slice(2).replace(/^0/, '')}`;
  if (digits.startsWith('0044')) return `0${digits.slice(4).replace(/^0/, '')}`;
  if (/^447\d{9}$/.test(digits)) return `0${digits.slice(2)}`;
  return digits;
}

/** Numbers of the public and of services that nobody owns as a person. */
const isOpen = (number: string, own: OwnDetails): boolean =>
  open.prefixes.some((prefix) => number.startsWith(prefix)) ||
  open.numbers.includes(number) ||
  (own.allowedNumbers ?? []).some((one) => written(one) === number);

const written = (number: string): string =>
  national(number.replaceAll(/\D/g, ''), number.trim().startsWith('+'));

/** As numbers begin here, or with the code of a country. */
const likely = /^(?:0[1-9]\d{8,9}|0044\d{9,11}|440?\d{9,10})$/;

export const phone: Detector = function* phone(reading, own) {
  for (const run of runsOf(reading.folded)) {
    // Longest first, so that a number is not cut short where a shorter one would be possible too.
    const windows = [
      ...windowsOf(run, 9, 16, (digits, at) => (run.plus && at === 0) || likely.test(digits)),
    ].toSorted((one, two) => two.digits.length - one.digits.length);
    const from = run.groups[0]?.start ?? 0;
    const taken = new Uint8Array(windows.length === 0 ? 0 : (run.groups.at(-1)?.end ?? 0) - from);
    for (const window of windows) {
      const [start, end] = [window.start - from, window.end - from];
      if (taken.subarray(start, end).includes(1)) continue;
      if (!isPhone(window) || notPhone.test(before(reading, window.start, 30))) continue;
      taken.fill(1, start, end);
      if (isOpen(national(window.digits, window.plus), own)) continue;
      const plus = window.plus ? (before(reading, window.start, 3).match(/\+\s?\(?$/)?.[0].length ?? 0) : 0;
      yield datum(reading, 'phone', { start: window.start - plus, end: window.end }, 'high');
    }
  }
  yield* shortened(reading);
};

/** Without its first nought, or without the code of the town: only where the words say what it is. */
const short =
  /\b(?:my|his|her|their|mum's|dad's|mobile|mob|phone|tel|telephone|cell|whatsapp|text|ring|call|contact)(?: (?:me|us|him|her|them|mum|dad|my \w+))?(?: (?:phone|mobile|contact|home|work))?(?: (?:no\b\.?|num|number))?(?: ?(?:is|on|at|:|=))* ?(7\d{3}[ -]?\d{3}[ -]?\d{3}|7\d{9}|[1-9]\d{5})(?![ -]?\d|[a-z])/g;

function* shortened(reading: Reading): Generator<PersonalDatum> {
  for (const match of reading.folded.text.matchAll(short)) {
    const number = match[1] ?? '';
    const town = number.length === 6;
    if (
      town &&
      !/(?:ring|call|phone|text|contact) (?:me|us|him|her|them|mum|dad|my \w+) (?:on|at)|(?:phone|tel|telephone) (?:no|num|number)/.test(
        match[0],
      )
    )
      continue;
    const end = match.index + match[0].length;
    yield datum(reading, 'phone', { start: end - number.length, end }, 'high');
  }
}

function isPhone(window: Window): boolean {
  const { digits, plus } = window;
  if (plus && !digits.startsWith('44')) return isValidPhoneNumber(`+${digits}`);
  const number = national(digits, plus);
  if (!/^0[1-9]\d{8,9}$/.test(number)) return false;
  // Inside a longer run only as people group them: other groups belong to another number.
  if (
    !window.whole &&
    !/^(?:\d+-)?(?:11|10|5-6|5-5|4-[37]-?\d?|5-3-3|3-4-4|4-3-[34]|2-5-6|2-4-6|2-4-3-3|2-10)$/.test(
      window.shape,
    )
  )
    return false;
  return (
    mobile.test(number) ||
    open.dramaPrefixes.some((one) => number.startsWith(one)) ||
    isValidPhoneNumber(number, 'GB')
  );
}

/** Mobile numbers, given out or not yet: 070 and 076 are services. */
const mobile = /^07[1-57-9]\d{8}$/;

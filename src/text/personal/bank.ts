import { after, before, datum, type Detector } from './datum.ts';
import { runsOf, windowsOf } from './digits.ts';
import { spanOf } from '../span.ts';

const eight = '(?<!\\d)\\d{4} ?\\d{4}(?!\\d)';
const pair = /(?<!\d)\d{2}[ .-]\d{2}[ .-]\d{2}(?!\d)[^\d\n]{0,40}?(?<!\d)\d{8}(?!\d)/g;
/** The other way round, and without signs where money is spoken of. */
const reversed = /(?<!\d)\d{8}[ ,/;-]{1,4}(?:sort ?code|sort|s\/c)?[ :]{0,2}\d{2}[ .-]\d{2}[ .-]\d{2}(?!\d)/g;
const plain = /(?<!\d)\d{6}[ ,/;-]{1,3}\d{8}(?!\d)/g;
const sortCode = /\b(?:sort ?code|sort|s\/c|sc)\b[^\d\n]{0,20}(\d{2}[ .-]?\d{2}[ .-]?\d{2})(?!\d)/g;
const account = new RegExp(
  `\\b(?:account|acct|acc|a\\/?c)\\b\\.? ?(?:no\\b\\.?|number|num\\b)?[^\\d\\n]{0,12}(${eight})`,
  'g',
);
const iban = /\bgb\d{2}[ -]?[a-z]{4}(?:[ -]?\d){14}(?!\d)/g;
/** In two halves only where money is spoken of. */
const split = /(?<!\d)\d{2}[ .-]\d{2}[ .-]\d{2}[ ,/;-]{1,3}\d{4} \d{4}(?!\d)/g;
const money = /\b(?:pay|paid|transfer|bank|refund|account|money|send|sort)\b/;

/** Sort code with account number, either beside its name, or an international account number. */
export const bank: Detector = function* bank(reading) {
  const { text } = reading.folded;
  for (const pattern of [pair, reversed, iban, split, plain])
    for (const match of text.matchAll(pattern)) {
      if ((pattern === split || pattern === plain) && !money.test(before(reading, match.index, 60))) continue;
      yield datum(reading, 'bank', spanOf(match), 'high');
    }
  for (const pattern of [sortCode, account])
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      yield datum(reading, 'bank', { start: end - (match[1]?.length ?? 0), end }, 'high');
    }
};

/** The check of card numbers: every second figure doubled, the sum divisible by ten. */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const value = at % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const cardCue = /\b(?:card|visa|mastercard|amex|debit|credit|pan)\b/;

export const card: Detector = function* card(reading) {
  const { text } = reading.folded;
  const anywhere = cardCue.test(text);
  const may = (digits: string) => /^[2-6]/.test(digits) && (anywhere || isCardNumber(digits));
  for (const run of runsOf(reading.folded)) {
    for (const window of windowsOf(run, 13, 19, may)) {
      const grouped = /^(?:4-4-4-4(?:-\d{1,3})?|4-6-5|1[3-9])$/.test(window.shape) || window.spaced;
      if (!isCardNumber(window.digits) && window.digits.length !== 16) continue;
      const near = before(reading, window.start, 40) + after(reading, window.end, 20);
      const said = cardCue.test(near);
      // Beside the words a mistyped number is still somebody's.
      if (isCardNumber(window.digits) ? grouped || said : said && /^(?:4-4-4-4|16)$/.test(window.shape))
        yield datum(reading, 'card', window, 'high');
    }
  }
};

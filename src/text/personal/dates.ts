import type { Span } from '../span.ts';

export interface WrittenDate extends Span {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const name = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}';
const numeric = /(?<![\d/.-])(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})(?![\d/])/g;
const iso = /(?<![\d/.-])(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/g;
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?(${name})[ ,.-]{0,2}(\\d{4}|\\d{2})(?!\\d)`,
  'g',
);
const monthFirst = new RegExp(`\\b(${name}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'g');

/** Dates with a year that stand in the calendar, in folded text; day before month, as in the United Kingdom. */
export function datesIn(text: string): WrittenDate[] {
  return [
    ...found(text, numeric, ([, day, month, year]) => [day, month, year]),
    ...found(text, iso, ([, year, month, day]) => [day, month, year]),
    ...found(text, dayFirst, ([, day, month, year]) => [day, month, year]),
    ...found(text, monthFirst, ([, month, day, year]) => [day, month, year]),
  ].toSorted((one, two) => one.start - two.start);
}

type Parts = readonly (string | undefined)[];

function found(text: string, pattern: RegExp, parts: (match: RegExpMatchArray) => Parts): WrittenDate[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const [day = '', month = '', year = ''] = parts(match);
    const date = { year: yearOf(year), month: monthOf(month), day: Number(day) };
    return isDate(date) ? [{ ...date, start: match.index, end: match.index + match[0].length }] : [];
  });
}

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3)) + 1;

/** Two figures mean the last hundred years, as people write birthdays. */
const yearOf = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year + (year > 30 ? 1900 : 2000);
};

const isDate = ({ year, month, day }: { year: number; month: number; day: number }): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

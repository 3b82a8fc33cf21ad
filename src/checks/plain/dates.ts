import { check, inBody, matching, type Found } from '../check.ts';
import { datesIn, type Folded } from '#text/index.ts';

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

const slashed = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/g;
const short = /(?<=\d(?:st|nd|rd|th)? )(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?/g;
const american =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? (\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:am|pm|people|:))/g;

/** In full, day first: no month is misread. */
export const dates = check('checks.dates', 'STY-02', function* look({ body }): Generator<Found> {
  for (const { match, span } of matching(body, slashed)) {
    const [, day = '', monthNumber = '', year] = match;
    const name = names[Number(monthNumber) - 1];
    if (
      name === undefined ||
      Number(day) < 1 ||
      Number(day) > 31 ||
      (year === undefined && !isDateLike(body.folded.text, match.index))
    )
      continue;
    const better = `${Number(day)} ${name}${year === undefined ? '' : ` ${year.length === 2 ? '20' : ''}${year}`}`;
    yield inBody(span, `Write the month as a word: ${better}.`, better);
  }
  for (const { match, span } of matching(body, short)) {
    const name = names.find((one) => one.toLowerCase().startsWith((match[1] ?? '').slice(0, 3)));
    if (name !== undefined) yield inBody(span, `Write ${name} in full.`, name);
  }
  for (const { match, span } of matching(body, american)) {
    const [, name = '', day = ''] = match;
    if (Number(day) > 31) continue;
    const full = names.find((one) => one.toLowerCase().startsWith(name.slice(0, 3))) ?? name;
    const better = `${Number(day)} ${full}`;
    yield inBody(span, `Write the day first: ${better}.`, better);
  }
});

/** `24/7` and `1/2` are no dates; `on 24/12` is. */
const isDateLike = (text: string, at: number): boolean =>
  /\b(?:on|until|from|by|before|after|since|(?:mon|tues|wednes|thurs|fri|satur|sun)day|date:?) $/.test(
    text.slice(Math.max(0, at - 14), at),
  );

const withDay = new RegExp(
  `\\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*,? (?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}|${month} (\\d{1,2})(?:st|nd|rd|th)?)(?:,? (\\d{4}))?`,
  'g',
);

/** A weekday that does not belong to its date sends people on the wrong day. */
export const weekdays = check('checks.weekdays', 'STY-02', function* look({ body }, _, { asOf }) {
  for (const { match, span } of matching(body, withDay)) {
    const [, said = '', dayFirst, monthFirst, monthSecond, daySecond, year] = match;
    const wanted = days.indexOf(said.slice(0, 3));
    const date = resolved(
      Number(dayFirst ?? daySecond),
      monthNumber(monthFirst ?? monthSecond ?? ''),
      year,
      asOf,
    );
    if (!date || date.getUTCDay() === wanted) continue;
    const actual = dayNames[date.getUTCDay()] ?? '';
    yield inBody(
      span,
      `${date.getUTCDate()} ${names[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()} is a ${actual}. Check the day and the date.`,
    );
  }
  yield* numericWithDay(body.folded);
});

const monthNumber = (text: string): number =>
  names.findIndex((one) => one.toLowerCase().startsWith(text.slice(0, 3)));

/** Without a year the nearest one from the day of reading on, or just past; without either nothing can be said. */
function resolved(
  day: number,
  monthIndex: number,
  year: string | undefined,
  asOf: string | undefined,
): Date | undefined {
  const real = (of: number): Date | undefined => {
    const date = new Date(Date.UTC(of, monthIndex, day));
    return date.getUTCMonth() === monthIndex && date.getUTCDate() === day ? date : undefined;
  };
  if (year !== undefined) return real(Number(year));
  if (asOf === undefined) return undefined;
  const today = new Date(`${asOf.slice(0, 10)}T00:00:00Z`);
  const of = today.getUTCFullYear();
  const monthsAgo = today.getUTCMonth() - monthIndex;
  return Number.isNaN(of) ? undefined : real(monthsAgo > 2 ? of + 1 : monthsAgo < -9 ? of - 1 : of);
}

const dayBefore = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*,? (?:the )?$/;

function* numericWithDay({ text, span }: Folded): Generator<Found> {
  for (const date of datesIn(text)) {
    if (!/\d[/.-]\d/.test(text.slice(date.start, date.end))) continue;
    const ahead = dayBefore.exec(text.slice(Math.max(0, date.start - 20), date.start));
    if (!ahead) continue;
    const actual = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
    if (actual !== days.indexOf(ahead[1] ?? ''))
      yield inBody(
        span(date.start - ahead[0].length, date.end),
        `That date is a ${dayNames[actual] ?? ''}. Check the day and the date.`,
      );
  }
}

import { z } from 'zod';
import { digest } from './digest.ts';
import { CalendarError } from './problem.ts';

export const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Division = (typeof divisions)[number];

/** Whose holidays count: one division, or `uk-union`, where a holiday in any part of the UK counts. */
export const holidaySetNames = [...divisions, 'uk-union'] as const;
export type HolidaySetName = (typeof holidaySetNames)[number];

/** A local date as `2026-12-28`. */
export type IsoDate = string;

export interface HolidaySet {
  readonly name: HolidaySetName;
  /** Title by date. */
  readonly days: ReadonlyMap<IsoDate, string>;
  /** First and last date for which holidays are known: whole years. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Digest of the content. Kept on an item, so that it can be told later which dates decided. */
  readonly version: string;
}

export type HolidaySets = Readonly<Record<HolidaySetName, HolidaySet>>;

const isoDate = z.iso.date({ error: 'Write the date as year-month-day, such as 2026-12-28' });

const event = z.object({
  title: z.string().trim().min(1, 'A bank holiday needs a title'),
  date: isoDate,
  notes: z.string().default(''),
  bunting: z.boolean().optional(),
});

const division = (name: Division) =>
  z.object({
    division: z.literal(name),
    events: z.array(event).min(1, 'There are no bank holidays in this part'),
  });

const published = z.object({
  'england-and-wales': division('england-and-wales'),
  scotland: division('scotland'),
  'northern-ireland': division('northern-ireland'),
});

/**
 * Reads a document in the shape in which the government publishes bank holidays: three divisions,
 * each with events of `title`, `date`, `notes` and `bunting`. Unknown keys are let through, since
 * the publisher may add some; a division or date that is missing is not.
 * @throws CalendarError that names the first place at fault.
 */
export function readBankHolidays(json: unknown): HolidaySets {
  const read = published.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new CalendarError(
      `This is not the published list of bank holidays: ${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'unreadable'}`,
    );
  }
  const sets = divisions.map((name) => oneDivision(name, read.data[name].events));
  const [englandAndWales, scotland, northernIreland] = sets as [HolidaySet, HolidaySet, HolidaySet];
  return {
    'england-and-wales': englandAndWales,
    scotland,
    'northern-ireland': northernIreland,
    'uk-union': union(sets),
  };
}

function oneDivision(name: Division, events: readonly z.output<typeof event>[]): HolidaySet {
  const days = new Map<IsoDate, string>();
  for (const one of events.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (days.has(one.date))
      throw new CalendarError(`${divisionWords[name]} has two bank holidays on ${one.date}`);
    days.set(
      one.date,
      one.notes.trim() === '' ? one.title : `${one.title} (${lowerFirst(one.notes.trim())})`,
    );
  }
  const dates = [...days.keys()];
  return holidaySet(name, days, `${dates[0]?.slice(0, 4)}-01-01`, `${dates.at(-1)?.slice(0, 4)}-12-31`);
}

export const divisionWords: Readonly<Record<HolidaySetName, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  'uk-union': 'the whole UK',
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The first and last year must be known everywhere, or a date would pass for a working day unseen. */
function union(sets: readonly HolidaySet[]): HolidaySet {
  const dates = [...new Set(sets.flatMap((set) => [...set.days.keys()]))].sort();
  const days = new Map(dates.map((date) => [date, unionTitle(sets, date)]));
  const from = sets.map((set) => set.from).reduce((a, b) => (a > b ? a : b));
  const to = sets.map((set) => set.to).reduce((a, b) => (a < b ? a : b));
  return holidaySet('uk-union', days, from, to);
}

function unionTitle(sets: readonly HolidaySet[], date: IsoDate): string {
  const where = sets.filter((set) => set.days.has(date));
  const title = where[0]?.days.get(date) ?? '';
  return where.length === sets.length
    ? title
    : `${title}, ${where.map((set) => divisionWords[set.name]).join(' and ')}`;
}

function holidaySet(
  name: HolidaySetName,
  days: ReadonlyMap<IsoDate, string>,
  from: IsoDate,
  to: IsoDate,
): HolidaySet {
  return { name, days, from, to, version: digest([name, from, to, [...days]]) };
}

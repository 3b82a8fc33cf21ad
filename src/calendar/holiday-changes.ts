import {
  divisions,
  divisionWords,
  readBankHolidays,
  type Division,
  type HolidaySet,
  type HolidaySets,
  type IsoDate,
} from './holidays.ts';

export interface HolidayDay {
  readonly division: Division;
  readonly date: IsoDate;
  readonly title: string;
}

export interface HolidayDiff {
  readonly added: readonly HolidayDay[];
  readonly removed: readonly HolidayDay[];
  /** The same holiday in the same year on another date. */
  readonly moved: readonly (HolidayDay & { readonly movedTo: IsoDate })[];
  readonly renamed: readonly (HolidayDay & { readonly newTitle: string })[];
  /** Sentences that say why the new list must not be taken. Empty: it may. */
  readonly refusals: readonly string[];
}

/**
 * What an administrator is shown before a new list of bank holidays is taken over.
 * A holiday that already happened cannot be unmade, so a list that lacks one is refused:
 * it is damaged, or begins later (see `withOlderYears`).
 */
export function diffHolidays(
  before: HolidaySets,
  after: HolidaySets,
  today: Temporal.PlainDate,
): HolidayDiff {
  const parts = divisions.map((division) => diffDivision(division, before[division], after[division]));
  const removed = parts.flatMap((part) => part.removed);
  const moved = parts.flatMap((part) => part.moved);
  const now = today.toString();
  const lost = [...removed, ...moved].filter((day) => day.date < now);
  return {
    added: parts.flatMap((part) => part.added),
    removed,
    moved,
    renamed: parts.flatMap((part) => part.renamed),
    refusals: lost.map(
      (day) =>
        `${day.title} on ${day.date} in ${divisionWords[day.division]} is in the past and missing from the new list. Check that the file is whole.`,
    ),
  };
}

function diffDivision(division: Division, before: HolidaySet, after: HolidaySet) {
  const gone = daysOf(division, before).filter((day) => !after.days.has(day.date));
  const come = daysOf(division, after).filter((day) => !before.days.has(day.date));
  const moved: (HolidayDay & { movedTo: IsoDate })[] = [];
  const removed: HolidayDay[] = [];
  for (const day of gone) {
    const at = come.findIndex((other) => sameHoliday(day, other));
    const [target] = at < 0 ? [] : come.splice(at, 1);
    if (target) moved.push({ ...day, movedTo: target.date });
    else removed.push(day);
  }
  const renamed = daysOf(division, before).flatMap((day) => {
    const newTitle = after.days.get(day.date);
    return newTitle === undefined || plain(newTitle) === plain(day.title) ? [] : [{ ...day, newTitle }];
  });
  return { added: come, removed, moved, renamed };
}

const daysOf = (division: Division, set: HolidaySet): HolidayDay[] =>
  [...set.days].map(([date, title]) => ({ division, date, title }));

/** The note "(substitute day)" and the kind of apostrophe come and go without a change of holiday. */
const plain = (title: string): string =>
  title
    .replaceAll('’', "'")
    .replace(/ \([^)]*\)$/, '')
    .toLowerCase();

const sameHoliday = (a: HolidayDay, b: HolidayDay): boolean =>
  a.date.slice(0, 4) === b.date.slice(0, 4) && plain(a.title) === plain(b.title);

/**
 * The publisher drops its oldest years from time to time. This keeps ours: whole years of `before`
 * that end before `after` begins, beside everything in `after`.
 */
export function withOlderYears(before: HolidaySets, after: HolidaySets): HolidaySets {
  const part = (division: Division) => {
    const older = [...before[division].days].filter(([date]) => date < after[division].from);
    return {
      division,
      events: [...older, ...after[division].days].map(([date, title]) => ({ date, title, notes: '' })),
    };
  };
  return readBankHolidays(Object.fromEntries(divisions.map((division) => [division, part(division)])));
}

export interface HolidayCover {
  /** Whole months from today to the last date for which holidays are known; 0 when it has passed. */
  readonly months: number;
  /** A sentence for administrators when fewer than 12 months remain. */
  readonly warning: string | null;
}

export function monthsLeft(set: HolidaySet, today: Temporal.PlainDate): HolidayCover {
  const end = Temporal.PlainDate.from(set.to).add({ days: 1 });
  const months = Math.max(0, today.until(end, { largestUnit: 'months' }).months);
  if (months >= 12) return { months, warning: null };
  return {
    months,
    warning: `Bank holidays for ${divisionWords[set.name]} are known only up to ${set.to}. Import the newest published list, or due times after that date will be wrong.`,
  };
}

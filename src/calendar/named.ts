import published from './bank-holidays.json' with { type: 'json' };
import { divisions, readBankHolidays, type HolidaySet, type HolidaySets } from './holidays.ts';
import { weekdays, type WorkingHours } from './hours.ts';
import type { Window } from './windows.ts';

/** Calendars by name, and the holiday sets that a calendar of one's own may refer to. */
export interface CalendarBook {
  readonly calendars: ReadonlyMap<string, WorkingHours>;
  readonly holidays: HolidaySets;
}

export const calendarNames = [...divisions, 'uk-union', 'none', 'always-open'] as const;
export type CalendarName = (typeof calendarNames)[number];

const zone = 'Europe/London';
const nineToFive: readonly Window[] = [['09:00', '17:00']];
const allDay: readonly Window[] = [['00:00', '24:00']];

const officeHours = (holidays: HolidaySet | null): WorkingHours => ({
  zone,
  weekly: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
  holidays,
  exceptions: {},
});

/** Day and night, bank holidays too. */
export const alwaysOpen: WorkingHours = {
  zone,
  weekly: Object.fromEntries(weekdays.map((day) => [day, allDay])),
  holidays: null,
  exceptions: {},
};

/** Monday to Friday, nine to five, with each set of holidays and with none; and `always-open`. */
export function calendarBook(holidays: HolidaySets): CalendarBook {
  const hours: Record<CalendarName, WorkingHours> = {
    'england-and-wales': officeHours(holidays['england-and-wales']),
    scotland: officeHours(holidays.scotland),
    'northern-ireland': officeHours(holidays['northern-ireland']),
    'uk-union': officeHours(holidays['uk-union']),
    none: officeHours(null),
    'always-open': alwaysOpen,
  };
  return { calendars: new Map(Object.entries(hours)), holidays };
}

/** The list that comes with the product, so that it works without the internet. */
export const bundledHolidays: HolidaySets = readBankHolidays(published);

export const bundledCalendars: CalendarBook = calendarBook(bundledHolidays);

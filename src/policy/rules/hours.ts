import { z } from 'zod';
import { plain, rule } from '../rule.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const windows = z
  .array(z.tuple([time, time]))
  .refine((all) => all.every(([opens, closes]) => opens < closes), 'A window must close later than it opens')
  .refine(
    (all) => all.every(([opens], at) => at === 0 || opens >= (all[at - 1]?.[1] ?? '')),
    'Windows of one day must follow one another',
  );
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Named holiday calendars. */
export const holidayNames = z.enum(['england-and-wales', 'scotland', 'northern-ireland', 'uk-union']);

const hours = z.strictObject({
  zone: z.string().regex(/^[A-Z]/, 'Write a time zone by its name, such as Europe/London'),
  /** A named holiday calendar, or null where holidays change nothing. */
  holidays: holidayNames.nullable(),
  weekly: z
    .partialRecord(z.enum(weekdays), windows)
    .refine((week) => Object.values(week).some((day) => day.length > 0), 'Open on one day at least'),
  /** Other hours on one date, or none: a closure. */
  exceptions: z
    .record(z.iso.date(), z.strictObject({ windows, reason: z.string().min(1), author: z.string().min(1) }))
    .optional(),
});

const dayNames = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
} as const;

/** `Mon to Fri, 09:00 to 17:00` for the commonest shape; else the number of days. */
function weekInWords({ weekly }: z.infer<typeof hours>): string {
  const open = weekdays.filter((day) => (weekly[day] ?? []).length > 0);
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return 'never open';
  const shapes = new Set(open.map((day) => JSON.stringify(weekly[day])));
  const together = weekdays.indexOf(last) - weekdays.indexOf(first) + 1 === open.length;
  const window = weekly[first]?.[0];
  if (shapes.size === 1 && together && window)
    return `open ${dayNames[first]} to ${dayNames[last]}, ${window[0]} to ${window[1]}`;
  return `open on ${open.length} days a week`;
}

/** When somebody reads what the public says. */
export const hoursRules = {
  'hours.open': rule('When official channels are monitored', hours, weekInWords),
  'hours.show': plain('The public sees the hours, and why a day is closed', 'show the hours to the public'),
};

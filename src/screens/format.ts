/** The ways in which a date is written. One formatter a style and zone is built and kept: building one is dear. */
const styles = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  dayOfYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Style = keyof typeof styles;

const mostKept = 10_000;

/** What zone and minute alone decide is worked out once: the same moments stand on page after page. */
function byMinute<T>(workOut: (at: Temporal.Instant, zone: string) => T) {
  const zones = new Map<string, Map<number, T>>();
  return (at: Temporal.Instant, zone: string): T => {
    const minute = Math.floor(at.epochMilliseconds / 60_000);
    let kept = zones.get(zone);
    if (!kept) zones.set(zone, (kept = new Map()));
    const known = kept.get(minute);
    if (known !== undefined) return known;
    const made = workOut(at, zone);
    if (kept.size >= mostKept) kept.clear();
    kept.set(minute, made);
    return made;
  };
}

function writing(style: Style) {
  const formatters = new Map<string, Intl.DateTimeFormat>();
  return byMinute((at, zone) => {
    const known = formatters.get(zone);
    const formatter = known ?? new Intl.DateTimeFormat('en-GB', { ...styles[style], timeZone: zone });
    if (!known) formatters.set(zone, formatter);
    return formatter.format(at.epochMilliseconds).replaceAll(',', '');
  });
}

const writers = {
  time: writing('time'),
  weekday: writing('weekday'),
  day: writing('day'),
  dayOfYear: writing('dayOfYear'),
  longDay: writing('longDay'),
} satisfies Record<Style, unknown>;

const write = (style: Style, at: Temporal.Instant, zone: string): string => writers[style](at, zone);

const epoch = Temporal.PlainDate.from('1970-01-01');
/** The local day of a moment: its number since 1970, and its year. */
const localDay = byMinute((at, zone) => {
  const date = at.toZonedDateTimeISO(zone).toPlainDate();
  return { number: epoch.until(date).days, year: date.year };
});

/** `10:30` */
export const timeOf = (at: Temporal.Instant, zone: string): string => write('time', at, zone);

/** `Mon 30 Nov 2026` */
export const dayOf = (at: Temporal.Instant, zone: string): string => write('dayOfYear', at, zone);

/** `Mon 30 Nov 2026 10:30` */
export const momentOf = (at: Temporal.Instant, zone: string): string =>
  `${dayOf(at, zone)} ${timeOf(at, zone)}`;

/** `Mon 30 Nov 2026`, of a day without a time. */
export const plainDayOf = (day: Temporal.PlainDate): string =>
  dayOf(day.toZonedDateTime('UTC').toInstant(), 'UTC');

/** The same from ISO text, as questions give it. */
export const isoDayOf = (text: string): string => plainDayOf(Temporal.PlainDate.from(text));

/** `Monday 30 November 2026` */
export const longDayOf = (day: Temporal.PlainDate): string =>
  write('longDay', day.toZonedDateTime('UTC').toInstant(), 'UTC');

/**
 * A moment in as few words as leave no doubt beside `now`: `10:30 today`, `Mon 10:30` inside six days,
 * then `Mon 30 Nov 10:30`, and the year where it is another one.
 */
export function nearMoment(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const time = timeOf(at, zone);
  const [there, here] = [localDay(at, zone), localDay(now, zone)];
  const days = there.number - here.number;
  if (days === 0) return `${time} today`;
  if (Math.abs(days) < 6) return `${write('weekday', at, zone)} ${time}`;
  return `${write(there.year === here.year ? 'day' : 'dayOfYear', at, zone)} ${time}`;
}

/** `1 h 12 min`, `45 min`, `2 h`. Minutes are rounded down, never below none. */
export function lengthOf(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `09:05` from minutes since midnight; `24:00` at the day's end. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

const counting = new Intl.NumberFormat('en-GB');
/** `1,204` */
export const countOf = (value: number): string => counting.format(value);

/** `90%`; `93.5%`: one decimal only where it is needed. */
export const shareOf = (value: number): string => `${Math.round(value * 1000) / 10}%`;

/** `1 reply`, `2 replies`. */
export const countWord = (count: number, one: string, many: string): string =>
  `${countOf(count)} ${count === 1 ? one : many}`;

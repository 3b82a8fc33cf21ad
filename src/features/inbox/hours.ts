import { calendarVersion, windowsOn, workingMinutesBetween, type WorkingHours } from '#calendar/hours.ts';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import type { Policy } from '#policy/index.ts';

/** A policy's working hours, read once, with what is asked of them again and again. */
export interface Open {
  readonly hours: WorkingHours;
  readonly version: string;
  /** Open minutes from `a` to `b`; negative when `b` is the earlier one. Quick however far apart they are. */
  minutesBetween(a: Temporal.Instant, b: Temporal.Instant): number;
}

const read = new WeakMap<Policy, Open>();

/** @throws where the policy's hours are no calendar, which the reading of the pack has refused before. */
export function openHours(policy: Policy): Open {
  const known = read.get(policy);
  if (known) return known;
  const parsed = parseCalendar(policy.value('hours.open'), bundledCalendars);
  if (!parsed.ok) throw new Error(`The hours of ${policy.id} cannot be read: ${parsed.problems[0].message}`);
  const made = openOver(parsed.hours);
  read.set(policy, made);
  return made;
}

/** More days than this are counted one by one, as the calendar does: no table is kept for them. */
const longestTable = 40 * 366;
/** Days beyond what was asked for, so that the table need not grow again tomorrow. */
const spare = 120;

/** Whole microseconds since 1970, as the database keeps moments. */
const microseconds = (at: Temporal.Instant): number => Number(at.epochNanoseconds / 1000n);
const minutes = (count: number): number => count / 60e6;

/** Opening times in order over some days, each with what was open before it. All in microseconds. */
interface Table {
  readonly from: number;
  readonly to: number;
  readonly periods: readonly { readonly opens: number; readonly closes: number; readonly before: number }[];
}

function tableOver(hours: WorkingHours, first: Temporal.PlainDate, last: Temporal.PlainDate): Table {
  const startOf = (date: Temporal.PlainDate) => microseconds(date.toZonedDateTime(hours.zone).toInstant());
  const periods: { opens: number; closes: number; before: number }[] = [];
  let before = 0;
  for (let date = first; Temporal.PlainDate.compare(date, last) < 0; date = date.add({ days: 1 })) {
    for (const period of windowsOn(hours, date)) {
      const [opens, closes] = [microseconds(period.opens), microseconds(period.closes)];
      periods.push({ opens, closes, before });
      before += closes - opens;
    }
  }
  return { from: startOf(first), to: startOf(last), periods };
}

/** Open time from the table's beginning to a moment within it. */
function openUntil({ periods }: Table, at: number): number {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.opens ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const last = periods[low - 1];
  return last ? last.before + Math.min(at, last.closes) - last.opens : 0;
}

/** A list shows how late fifty old enquiries are: each is two look-ups in one table, and no walk over its days. */
export function openOver(hours: WorkingHours): Open {
  let table: Table | undefined;
  const dateOf = (at: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000))
      .toZonedDateTimeISO(hours.zone)
      .toPlainDate();
  const tableFor = (from: number, to: number): Table | undefined => {
    if (table && table.from <= from && to <= table.to) return table;
    const first = dateOf(Math.min(from, table?.from ?? from)).subtract({ days: spare });
    const last = dateOf(Math.max(to, table?.to ?? to)).add({ days: spare });
    if (first.until(last).days > longestTable) return undefined;
    return (table = tableOver(hours, first, last));
  };
  return {
    hours,
    version: calendarVersion(hours),
    minutesBetween(a, b) {
      const [from, to] = [microseconds(a), microseconds(b)];
      const found = tableFor(Math.min(from, to), Math.max(from, to));
      if (!found) return workingMinutesBetween(hours, a, b);
      return minutes(openUntil(found, to) - openUntil(found, from));
    },
  };
}

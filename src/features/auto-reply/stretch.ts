import {
  dateAt,
  datesToSearch,
  firstPeriod,
  isWithin,
  windowsOn,
  type WorkingHours,
} from '#calendar/hours.ts';

/** The open or closed hours around a moment, from when to when. */
export interface Stretch {
  readonly open: boolean;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** @throws CalendarError where nothing opens within 400 dates. */
export function stretchAt(hours: WorkingHours, at: Temporal.Instant): Stretch {
  const next = firstPeriod(hours, at);
  return isWithin(next, at)
    ? { open: true, from: next.opens, to: next.closes }
    : { open: false, from: lastClosing(hours, at), to: next.opens };
}

/** Where nothing was ever open before, the closed hours are as old as what is looked at. */
function lastClosing(hours: WorkingHours, at: Temporal.Instant): Temporal.Instant {
  const closed = (date: Temporal.PlainDate) =>
    windowsOn(hours, date).findLast(({ closes }) => Temporal.Instant.compare(closes, at) <= 0)?.closes;
  // Where clocks go back over midnight, a window of the next date may have closed already.
  let date = dateAt(hours, at).add({ days: 1 });
  for (let looked = 0; looked < datesToSearch; looked += 1, date = date.subtract({ days: 1 })) {
    const found = closed(date);
    if (found) return found;
  }
  return date.toZonedDateTime(hours.zone).toInstant();
}

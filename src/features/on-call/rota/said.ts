import type { Stretch } from './cover.ts';

const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** `Fri 27 Nov 17:00` */
export function momentInWords(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${local.toPlainDate().toLocaleString('en-GB', day).replaceAll(',', '')} ${time}`;
}

/** `Fri 27 Nov 17:00 to Mon 30 Nov 09:00` */
export const stretchInWords = ({ from, to }: Stretch, zone: string): string =>
  `${momentInWords(from, zone)} to ${momentInWords(to, zone)}`;

import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { dayOf } from '../due.ts';
import { gapsOf, type Stretch } from '../gaps.ts';
import { overseers } from '../lifecycle.ts';
import { look } from '../reply-lifecycle.ts';
import type { InboxTables } from '../words.ts';

const span = z.strictObject({ from: z.int(), to: z.int() });
const gap = z.strictObject({
  kind: z.enum(['person', 'poll']),
  from: z.int(),
  to: z.int(),
  minutes: z.int(),
});

/**
 * Was anybody looking? Minutes count from local midnight.
 * People are always expected to look. The program is expected to where it has read an account in the week before.
 */
export const day = question('inbox.day', {
  about:
    'One day: when we were open, in which minutes somebody looked, and open time in which nobody did for too long.',
  askers: overseers,
  input: form({ date: ask.maybeDate('Day', { hint: 'Today unless given' }) }),
  output: z.strictObject({
    date: z.iso.date(),
    open: z.array(span),
    closedBecause: z.string().nullable(),
    marks: z.array(z.strictObject({ minute: z.int(), kind: z.enum(['person', 'poll']) })),
    gaps: z.array(gap),
    allowed: z.int(),
    now: z.int().nullable(),
  }),
  async read(reading) {
    const { policy, now } = reading;
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    const date = reading.input.date ?? today;
    const { start, end, windows, closedBecause } = dayOf(policy, date);
    const rows = await reading
      .tables<InboxTables>()
      .selectFrom('looks')
      .select(['kind', 'minute'])
      .distinct()
      .where('minute', '>=', start.subtract({ hours: 7 * 24 }))
      .where('minute', '<', end)
      .where(reading.seen(look))
      .execute();
    const { minutes: allowed } = policy.value('inbox.watch-gap');
    const until = Temporal.Instant.compare(now, end) < 0 ? now : end;
    const polls = rows.some((row) => row.kind === 'poll');
    const gaps = (['person', ...(polls ? (['poll'] as const) : [])] as const).flatMap((kind) =>
      gapsOf({
        windows,
        allowed,
        until,
        looks: rows.flatMap((row) => (row.kind === kind ? [row.minute] : [])),
      }).map((found) => ({
        kind,
        ...spanOf(found, start),
        minutes: Math.round(found.minutes),
      })),
    );
    return {
      date: date.toString(),
      open: windows.map((window) => spanOf(window, start)),
      closedBecause,
      marks: rows
        .filter((row) => Temporal.Instant.compare(row.minute, start) >= 0)
        .map((row) => ({ minute: minuteOf(row.minute, start), kind: row.kind })),
      gaps,
      allowed,
      now: date.equals(today) ? minuteOf(now, start) : null,
    };
  },
});

const minuteOf = (at: Temporal.Instant, start: Temporal.Instant): number =>
  Math.floor((at.epochMilliseconds - start.epochMilliseconds) / 60_000);

const spanOf = ({ from, to }: Stretch, start: Temporal.Instant) => ({
  from: minuteOf(from, start),
  to: minuteOf(to, start),
});

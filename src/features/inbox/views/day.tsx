import type { z } from 'zod';
import { isDayOfOurs } from '#kernel/form.ts';
import {
  Cite,
  DataTable,
  DayStrip,
  Empty,
  PageHeading,
  Pagination,
  format,
  type DayStripProps,
  type PageContext,
} from '#screens/index.ts';
import { day } from '../queries/day.ts';
import { DatesForm } from './dates.tsx';

type Day = z.output<(typeof day)['output']>;

export const stripOf = (of: Day, title: string): DayStripProps => ({
  title,
  open: of.open,
  marks: of.marks,
  gaps: of.gaps.filter((gap) => gap.kind === 'person'),
  ...(of.now === null ? {} : { now: of.now }),
});

/** Was anybody looking on that day? */
export async function dayPage(context: PageContext) {
  const { date } = context.query;
  const of = await context.ask(day, date === undefined ? {} : { date });
  const on = Temporal.PlainDate.from(of.date);
  const today = context.now.toZonedDateTimeISO(context.policy.zone).toPlainDate();
  const before = on.subtract({ days: 1 });
  const after = on.add({ days: 1 });
  const hasAfter = Temporal.PlainDate.compare(after, today) <= 0;
  return (
    <>
      <PageHeading caption="Inbox">Who was looking on {format.longDayOf(on)}</PageHeading>
      <DatesForm action="/inbox/day" dates={[{ name: 'date', label: 'Day', value: of.date }]} />
      {of.closedBecause === null ? null : <p>We were closed: {of.closedBecause}.</p>}
      <DayStrip {...stripOf(of, 'A mark for each minute in which somebody looked')} />
      <h2 className="nhsuk-heading-m">Exceptions</h2>
      <p>
        More than {of.allowed} open minutes without a look. It never says who looked, only that somebody did.{' '}
        <Cite citation={context.cite('inbox.watch-gap')} />
      </p>
      <DataTable
        caption="Open time in which nobody looked for too long"
        hideCaption
        rows={of.gaps}
        rowKey={(gap) => `${gap.kind} ${gap.from}`}
        empty={<Empty title="No exception">Somebody looked often enough in open hours.</Empty>}
        columns={[
          { heading: 'From', cell: (gap) => format.clockOf(gap.from), names: true },
          { heading: 'To', cell: (gap) => format.clockOf(gap.to) },
          { heading: 'Open minutes', cell: (gap) => format.countOf(gap.minutes), numeric: true },
          {
            heading: 'Who did not look',
            cell: (gap) => (gap.kind === 'person' ? 'No person' : 'Not the program'),
          },
        ]}
      />
      <Pagination
        {...(isDayOfOurs(before)
          ? { previous: { href: `/inbox/day?date=${before.toString()}`, label: format.plainDayOf(before) } }
          : {})}
        {...(hasAfter
          ? { next: { href: `/inbox/day?date=${after.toString()}`, label: format.plainDayOf(after) } }
          : {})}
      />
    </>
  );
}

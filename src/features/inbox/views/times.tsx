import type { z } from 'zod';
import {
  BarChart,
  Cite,
  DataTable,
  Distribution,
  Empty,
  Moment,
  PageHeading,
  SummaryList,
  format,
  type PageContext,
} from '#screens/index.ts';
import { noReply } from '../queries/no-reply.ts';
import { times } from '../queries/times.ts';
import { DatesForm } from './dates.tsx';

type Times = z.output<(typeof times)['output']>;

const minutes = (value: number | null): string => (value === null ? 'no data' : format.lengthOf(value));

/** How long people waited, against what the policy promises. */
export async function timesPage(context: PageContext) {
  const { from, to } = context.query;
  const of = await context.ask(times, { from, to });
  const without = await context.ask(noReply, { from: of.from, to: of.to });
  return (
    <>
      <PageHeading caption="Inbox">Answering times</PageHeading>
      <DatesForm
        action="/inbox/times"
        dates={[
          { name: 'from', label: 'From', value: of.from },
          { name: 'to', label: 'To', value: of.to },
        ]}
      />
      <p>
        <Cite citation={context.cite('inbox.reply-within')} />{' '}
        <Cite citation={context.cite('inbox.target-share')} />
      </p>
      <SummaryList rows={sums(of)} />
      {of.answered === 0 ? (
        <Empty title="No reply yet">
          Of what came in during this period nothing has been answered. Times are shown once something is.
        </Empty>
      ) : (
        <Distribution
          caption="Working minutes to the first human reply"
          of="replies"
          bins={of.bins}
          target={of.promised}
        />
      )}
      <Worst of={of} />
      <WithoutReply of={without} context={context} />
    </>
  );
}

/** Where “where fitting” was decided against a reply, by reason; and what a second look found. */
const WithoutReply = ({
  of,
  context,
}: {
  readonly of: z.output<(typeof noReply)['output']>;
  readonly context: PageContext;
}) => (
  <>
    <h2 className="nhsuk-heading-m">Closed without a reply</h2>
    <p>
      {of.sampled + of.judged === 0 ? null : (
        <>
          {format.countWord(of.sampled, 'was picked for a second look', 'were picked for a second look')};{' '}
          {of.judged} judged, {of.wrong} of them should have been answered.{' '}
        </>
      )}
      <Cite citation={context.cite('inbox.no-reply-reasons')} />
    </p>
    {of.reasons.length === 0 ? (
      <Empty>Nothing that came in during this period was closed without a reply.</Empty>
    ) : (
      <BarChart
        caption="By reason, as a share of all that came in"
        labels={{ bar: 'Reason', value: 'Share' }}
        unit="share"
        bars={of.reasons.map(({ name, count, share }) => ({
          label: name,
          value: share,
          note: `${count} of ${of.came}`,
        }))}
      />
    )}
  </>
);

const sums = (of: Times) => [
  {
    key: 'Came in',
    value: `${format.countOf(of.came)}, of them ${of.noReply} closed without a reply and ${of.withdrawn} deleted by their authors`,
  },
  {
    key: 'Inside the limit',
    value:
      of.share === null
        ? 'no data'
        : `${format.shareOf(of.share)} (${of.inside} of ${of.answered + of.overdue}); ${format.shareOf(of.target)} counts as good`,
  },
  { key: 'Half were answered within', value: minutes(of.median) },
  { key: 'Nine in ten within', value: minutes(of.ninetieth) },
  { key: 'Past the limit, no reply yet', value: format.countOf(of.overdue) },
  {
    key: 'From being said to reaching us',
    value: of.lagMedian === null ? 'no data' : `${format.lengthOf(of.lagMedian)} for half of them`,
  },
];

const Worst = ({ of }: { readonly of: Times }) => (
  <DataTable
    caption="The ten latest, and what the record shows about why"
    captionSize="m"
    rows={of.worst}
    rowKey={(row) => row.id}
    empty={
      <Empty title="None was late">Everything in this period was answered in time or still has time.</Empty>
    }
    columns={[
      {
        heading: 'Received',
        cell: (row) => (
          <a href={`/inbox/${row.id}`}>
            <Moment at={Temporal.Instant.from(row.receivedAt)} />
          </a>
        ),
        names: true,
      },
      { heading: 'Limit', cell: (row) => <Moment at={Temporal.Instant.from(row.limitAt)} /> },
      { heading: 'Late by', cell: (row) => format.lengthOf(row.lateMinutes), numeric: true },
      { heading: 'What the record shows', cell: (row) => row.causes.join('; ') },
    ]}
  />
);

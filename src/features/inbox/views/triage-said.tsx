import { Cite, DataTable, Empty, SummaryList, format, type PageContext } from '#screens/index.ts';
import type { Triage } from './triage.tsx';

/** What triage said beside what people said: the comparison that shadow running is for. */
export const Compared = ({ of }: { readonly of: Triage }) => (
  <>
    <h2 className="nhsuk-heading-m">What triage said, and what people said of it</h2>
    <SummaryList
      rows={[
        { key: 'Came in', value: format.countOf(of.came) },
        {
          key: 'Call somebody',
          value: `${format.countOf(of.page)}; ${of.called} of them flagged to whoever is on call, the others only recorded`,
        },
        { key: 'Look first', value: format.countOf(of.lookFirst) },
        { key: 'In its turn', value: format.countOf(of.rest) },
        { key: 'Not yet read by triage', value: format.countOf(of.untriaged) },
        { key: 'Marked: need not have called', value: format.countOf(of.needless) },
        { key: 'Marked: should have called', value: format.countOf(of.missed) },
      ]}
    />
    <p>
      <a href={`/inbox/triage/marks.jsonl?from=${of.from}&to=${of.to}`}>
        Marked messages as lines for training, without personal data
      </a>
    </p>
  </>
);

const rateColumns = <T extends { pages: number; needless: number; share: number | null }>(
  heading: string,
  name: (row: T) => string,
) => [
  { heading, cell: name, names: true as const },
  { heading: 'Calls', cell: (row: T) => format.countOf(row.pages), numeric: true as const },
  { heading: 'Marked as needless', cell: (row: T) => format.countOf(row.needless), numeric: true as const },
  {
    heading: 'Share',
    cell: (row: T) => (row.share === null ? 'no data' : format.shareOf(row.share)),
    numeric: true as const,
  },
];

/** How often it was needless, by what it was about and by what decided. */
export const Rates = ({ of, context }: { readonly of: Triage; readonly context: PageContext }) => (
  <>
    <h2 className="nhsuk-heading-m">How often it was needless</h2>
    <p>
      A call that nobody marked counts as right. <Cite citation={context.cite('inbox.triage-marks')} />
    </p>
    <DataTable
      caption="By what it was about, first of all"
      captionSize="s"
      rows={of.labels}
      rowKey={(row) => row.id}
      empty={<Empty>During these days triage would have called nobody.</Empty>}
      columns={rateColumns<Triage['labels'][number]>('Label', (row) => row.name)}
    />
    {of.causes.length === 0 ? null : (
      <DataTable
        caption="By what decided"
        captionSize="s"
        rows={of.causes}
        rowKey={(row) => row.cause}
        columns={rateColumns<Triage['causes'][number]>('What decided', (row) =>
          row.cause === 'outright' ? 'Plain words of danger' : 'The score',
        )}
      />
    )}
  </>
);

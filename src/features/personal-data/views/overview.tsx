import type { z } from 'zod';
import { mayAsk } from '#kernel/ask.ts';
import type { RuleName } from '#policy/index.ts';
import {
  Cite,
  DataTable,
  Empty,
  Moment,
  PageHeading,
  SummaryList,
  Tag,
  format,
  type PageContext,
} from '#screens/index.ts';
import { heldNow, overview, report } from '../queries.ts';
import { lists, type List } from '../queries/overview.ts';
import type { Shown } from '../shown.ts';
import { kindsInWords } from '../words.ts';
import { stateWords } from './words.ts';

type Report = z.output<(typeof report)['output']>;

const isList = (text: string | undefined): text is List => text !== undefined && text in lists;
const moment = (text: string | null) =>
  text === null ? null : <Moment at={Temporal.Instant.from(text)} as="near" />;

const decides: Readonly<Record<List, RuleName>> = {
  waiting: 'details.noticed',
  unconfirmed: 'details.passed-on',
  late: 'details.unconfirmed',
  due: 'details.deleted',
  network: 'details.deleted',
  held: 'details.held',
  check: 'details.spot-check',
  erased: 'details.deleted',
};

const nothingHere: Readonly<Record<List, string>> = {
  waiting: 'Nobody’s details wait for a decision.',
  unconfirmed: 'Whatever was passed on was confirmed.',
  late: 'No receipt is missing for too long.',
  due: 'Nothing is to be deleted.',
  network: 'Nothing that was deleted here is left on its network.',
  held: 'No hold stops a deletion.',
  check: 'Nothing waits for the spot check. A few deletions are picked each Monday.',
  erased: 'Nothing was deleted so far.',
};

/** Somebody’s details in what the public sent: one list at a time, with the figures below. */
export async function overviewPage(context: PageContext) {
  const asked = context.query['list'];
  const list = isList(asked) ? asked : 'waiting';
  const [{ counts, rows }, figures] = await Promise.all([
    context.ask(overview, { list }),
    context.ask(report, { from: context.query['from'], to: context.query['to'] }),
  ]);
  return (
    <>
      <PageHeading>Personal data</PageHeading>
      <div className="sp-sided">
        <Side context={context} counts={counts} here={list} />
        <div>
          <h2 className="nhsuk-heading-m">{lists[list]}</h2>
          <p>
            <Cite citation={context.cite(decides[list])} />
          </p>
          <Rows rows={rows} list={list} />
          <Figures of={figures} context={context} />
        </div>
      </div>
    </>
  );
}

const Side = ({
  context,
  counts,
  here,
}: {
  readonly context: PageContext;
  readonly counts: z.output<(typeof overview)['output']>['counts'];
  readonly here: List;
}) => (
  <nav className="sp-side" aria-label="Lists of personal data">
    <ul className="sp-side__list">
      {counts.map(({ list, count }) => (
        <li className="sp-side__item" key={list}>
          <a
            className="sp-side__link"
            href={list === 'waiting' ? '/personal-data' : `/personal-data?list=${list}`}
            aria-current={list === here ? 'page' : undefined}
          >
            <span>{isList(list) ? lists[list] : list}</span>
            <span className="sp-badge">{format.countOf(count)}</span>
          </a>
        </li>
      ))}
      {mayAsk(heldNow, context.standing) ? (
        <li className="sp-side__item">
          <a className="sp-side__link" href="/personal-data/holds">
            <span>Holds, by the day of their review</span>
          </a>
        </li>
      ) : null}
    </ul>
  </nav>
);

/** The moment that matters in this list. */
const since = (row: Shown, list: List): string | null => {
  if (list === 'waiting') return row.noticedAt;
  if (list === 'unconfirmed' || list === 'late') return row.passedOnAt;
  if (list === 'due') return row.dueAt;
  if (list === 'held') return row.heldAt;
  return row.erasedAt;
};
const sinceWords: Readonly<Record<List, string>> = {
  waiting: 'Noticed',
  unconfirmed: 'Passed on',
  late: 'Passed on',
  due: 'To be gone by',
  network: 'Deleted here',
  held: 'On hold since',
  check: 'Deleted here',
  erased: 'Deleted here',
};

const Rows = ({ rows, list }: { readonly rows: readonly Shown[]; readonly list: List }) => (
  <DataTable
    caption={lists[list]}
    hideCaption
    rows={rows}
    rowKey={(row) => row.id}
    empty={<Empty title="Nothing here">{nothingHere[list]}</Empty>}
    columns={[
      {
        heading: 'Kinds of details',
        names: true,
        cell: (row) => <a href={`/personal-data/${row.id}`}>{kindsInWords(row.kinds)}</a>,
      },
      { heading: sinceWords[list], cell: (row) => moment(since(row, list)) },
      {
        heading: 'Who has them',
        cell: (row) => (row.receiver === null ? 'Only we' : `${row.receiver}, ${row.department ?? ''}`),
      },
      {
        heading: 'Stands',
        cell: (row) => (
          <>
            {tagOf(row.state)} {row.overdue && row.erasedAt === null ? <Tag colour="red">Overdue</Tag> : null}{' '}
            {row.toldAt !== null && row.confirmedAt === null ? <Tag colour="red">No receipt</Tag> : null}
          </>
        ),
      },
    ]}
  />
);

const tagOf = (state: string) => {
  const words = stateWords[state];
  return words ? <Tag colour={words.colour}>{words.words}</Tag> : null;
};

/** `3, half of them within 2 h`. */
const took = (count: number, median: number | null): string =>
  median === null
    ? format.countOf(count)
    : `${format.countOf(count)}, half of them within ${format.lengthOf(Math.round(median))}`;

const Figures = ({ of, context }: { readonly of: Report; readonly context: PageContext }) => (
  <section aria-labelledby="figures">
    <h2 className="nhsuk-heading-m" id="figures">
      From {format.isoDayOf(of.from)} to {format.isoDayOf(of.to)}
    </h2>
    <SummaryList
      rows={[
        { key: 'Messages with details', value: format.countOf(of.noticed) },
        { key: 'Receipts after passing on', value: took(of.confirmed, of.confirmMedian) },
        { key: 'Deletions after a receipt or without one', value: took(of.erased, of.eraseMedian) },
        { key: 'Deletions by their day', value: format.countOf(of.inTime) },
        { key: 'Overdue now', value: format.countOf(of.overdue) },
        {
          key: 'Spot checks',
          value: `${format.countOf(of.checked)}; something was left in ${format.countOf(of.left)}`,
        },
      ]}
    />
    <h3 className="nhsuk-heading-s">Deleted without passing on</h3>
    <p>
      <Cite citation={context.cite('details.not-needed')} />
    </p>
    <DataTable
      caption="Deleted without passing on, by reason"
      hideCaption
      rows={of.notNeeded}
      rowKey={(row) => row.why}
      empty={<Empty>Nothing was deleted without being passed on.</Empty>}
      columns={[
        { heading: 'Reason', names: true, cell: (row) => row.name },
        { heading: 'How many', numeric: true, cell: (row) => format.countOf(row.count) },
      ]}
    />
  </section>
);

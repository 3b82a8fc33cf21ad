import type { ReactNode } from 'react';
import {
  DataTable,
  Moment,
  Notice,
  PageHeading,
  clauseHref,
  type PageContext,
  type Pages,
} from '#screens/index.ts';
import { searchers, trailOf } from './index.ts';

type Line = Awaited<ReturnType<typeof trailOf.read>>['lines'][number];

const columns = [
  { heading: 'No.', cell: (line: Line) => line.sequence },
  { heading: 'When', cell: (line: Line) => <Moment at={Temporal.Instant.from(line.at)} /> },
  { heading: 'Who', cell: (line: Line) => line.actor },
  {
    heading: 'What',
    cell: (line: Line) =>
      `${line.command}${line.from === null || line.from === line.to ? '' : `: ${line.from} to ${line.to}`}`,
  },
  { heading: 'Clause', cell: (line: Line) => <a href={clauseHref(line.clause)}>{line.clause}</a> },
  { heading: 'By way of', cell: (line: Line) => (line.practice ? `${line.door}, practice` : line.door) },
];

const filters = ['clause', 'command', 'kind', 'row', 'actor'] as const;
const labels = { clause: 'Clause', command: 'What was done', kind: 'Kind', row: 'Id', actor: 'Who' };

async function view({ ask, query }: PageContext): Promise<ReactNode> {
  const asked = Object.fromEntries(
    [...filters, 'before' as const].flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  );
  const { lines, head } = await ask(trailOf, asked);
  const last = lines.at(-1);
  const older = new URLSearchParams({ ...asked, before: String(last?.sequence ?? 0) });
  return (
    <>
      <PageHeading>Audit trail</PageHeading>
      <p>Every decision with the clause that allowed it. It holds no words that people wrote.</p>
      <form method="get" action="/records" className="sp-form">
        {filters.map((name) => (
          <div className="nhsuk-form-group" key={name}>
            <label className="nhsuk-label" htmlFor={name}>
              {labels[name]}
            </label>
            <input
              className="nhsuk-input nhsuk-input--width-20"
              id={name}
              name={name}
              defaultValue={query[name]}
            />
          </div>
        ))}
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Search
        </button>
      </form>
      <DataTable
        caption="Entries, newest first"
        columns={columns}
        rows={lines}
        rowKey={(line) => String(line.sequence)}
        empty="No entry matches."
      />
      {lines.length < 100 ? null : (
        <p>
          <a href={`/records?${older.toString()}`}>Older entries</a>
        </p>
      )}
      <Notice title="Check it without trusting us">
        <p>
          Export it with <code>signpost audit export</code> and check it anywhere with{' '}
          <code>signpost audit verify</code>. The head now is entry {head.sequence}:
        </p>
        <p>
          <code>{head.hash}</code>
        </p>
      </Notice>
    </>
  );
}

export const recordsPages: Pages = {
  room: 'records',
  pages: [{ path: '/records', title: 'Audit trail', place: 'records', askers: searchers, view }],
};

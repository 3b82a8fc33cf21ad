import type { ReactNode } from 'react';
import type { InputError } from '#kernel/refusal.ts';
import {
  DataTable,
  Empty,
  ErrorSummary,
  Moment,
  PageHeading,
  Pagination,
  clauseHref,
  historyHref,
  type Column,
  type PageContext,
} from '#screens/index.ts';
import type { Line } from '../line.ts';
import { state } from '../queries/state.ts';
import { trailOf } from '../queries/trail.ts';
import { doors, plainWords } from '../words.ts';
import { asked, Filters, inForm, queryOf } from './filters.tsx';
import { StateOfTheRecord } from './state.tsx';
import { capital, whoWords } from './who.tsx';

const columns: readonly Column<Line>[] = [
  { heading: 'No.', cell: (line) => line.sequence, names: true },
  { heading: 'When', cell: (line) => <Moment at={Temporal.Instant.from(line.at)} /> },
  {
    heading: 'Who',
    cell: (line) => <a href={`/records?${queryOf({ actor: line.actor })}`}>{capital(whoWords(line))}</a>,
  },
  { heading: 'What', cell: (line) => <What line={line} /> },
  { heading: 'Of what', cell: (line) => <Thing line={line} /> },
  { heading: 'Clause', cell: (line) => <a href={clauseHref(line.clause)}>{line.clause}</a> },
  {
    heading: 'How',
    cell: (line) => `${doors[line.door] ?? line.door}${line.practice ? ', practice' : ''}`,
  },
];

const What = ({ line: { title, from, to } }: { readonly line: Line }) => (
  <>
    {title}
    {from === null || from === to ? null : (
      <span className="nhsuk-hint nhsuk-u-margin-bottom-0">
        {from} to {to}
      </span>
    )}
  </>
);

const Thing = ({ line: { kind, row, opens, title } }: { readonly line: Line }) =>
  opens ? (
    <a href={historyHref(kind, row)}>
      {plainWords(kind)}
      <span className="nhsuk-u-visually-hidden">: everything done to it, of which one was “{title}”</span>
    </a>
  ) : (
    <>{plainWords(kind)}</>
  );

/** The audit trail, filtered by its address alone. */
export async function trailPage(context: PageContext): Promise<ReactNode> {
  const filters = asked(context.query);
  const [{ lines, next }, record] = await Promise.all([context.ask(trailOf, filters), context.ask(state)]);
  const { before, ...kept } = filters;
  const csv = queryOf(kept);
  return (
    <>
      <PageHeading>Audit trail</PageHeading>
      <p>Every decision with the clause that allowed it. It holds no words that people wrote.</p>
      <StateOfTheRecord context={context} record={record} />
      <Filters context={context} errors={[]} />
      <DataTable
        caption={
          Object.keys(kept).length === 0 ? 'Entries, newest first' : 'Entries that match, newest first'
        }
        compact
        columns={columns}
        rows={lines}
        rowKey={(line) => String(line.sequence)}
        empty={
          <Empty title="No entry matches">
            <a href="/records">Show every entry</a>, or change what you look for.
          </Empty>
        }
      />
      <Pagination
        {...(before === undefined
          ? {}
          : { previous: { href: `/records?${queryOf(kept)}`, label: 'Newest' } })}
        {...(next === null
          ? {}
          : { next: { href: `/records?${queryOf({ ...kept, before: String(next) })}`, label: 'Older' } })}
      />
      {lines.length === 0 ? null : (
        <p>
          <a href={`/records/trail.csv${csv === '' ? '' : `?${csv}`}`} download="">
            Download {Object.keys(kept).length === 0 ? 'every entry' : 'all entries that match'} as a table
            (CSV)
          </a>
        </p>
      )}
    </>
  );
}

/** The same form again, with each error at its field. */
export async function trailWrong(context: PageContext, errors: readonly InputError[]): Promise<ReactNode> {
  return (
    <>
      <ErrorSummary
        errors={errors.map(({ field, message }) => ({
          message,
          ...(inForm.has(field) ? { href: `#${field}` } : {}),
        }))}
      />
      <PageHeading>Audit trail</PageHeading>
      <Filters context={context} errors={errors} />
      <p>
        <a href="/records">Show every entry</a>
      </p>
    </>
  );
}

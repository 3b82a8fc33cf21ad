import type { z } from 'zod';
import { DataTable, Empty, PageHeading, format, type Column, type PageContext } from '#screens/index.ts';
import { covered } from '../queries/evidence.ts';
import type { Version } from '../shapes.ts';
import { TestList } from './clause.tsx';
import { PolicyFrame } from './frame.tsx';
import {
  asked,
  clauseIn,
  inVersion,
  isStatus,
  NotDeciding,
  statusNames,
  statusWords,
  StatusTag,
} from './words.tsx';

type Row = z.output<(typeof covered)['output']>['rows'][number];

/** Every clause with how it is kept and the tests that show it; all, or those of one status. */
export async function coveragePage(context: PageContext) {
  const { version, known, rows, totals } = await context.ask(covered, asked(context.query, 'version'));
  const status = isStatus(context.query['status']) ? context.query['status'] : undefined;
  const shown = rows.filter((row) => status === undefined || row.status === status);
  return (
    <>
      <PageHeading caption={version.name}>How each clause is kept</PageHeading>
      <PolicyFrame context={context} version={version} here="coverage">
        <NotDeciding version={version} />
        {known ? (
          <>
            <Totals version={version} totals={totals} count={rows.length} here={status} />
            <DataTable
              caption={
                status === undefined
                  ? 'Every clause'
                  : `Clauses that are: ${statusWords(status).words.toLowerCase()}`
              }
              rows={shown}
              rowKey={(row) => row.clause}
              columns={columnsIn(version)}
              empty={<Empty title="No clause">None has this state now.</Empty>}
            />
          </>
        ) : (
          <Empty title="Not known">This version does not say how its clauses are kept.</Empty>
        )}
      </PolicyFrame>
    </>
  );
}

function Totals(props: {
  readonly version: Version;
  readonly totals: Readonly<Record<string, number>>;
  readonly count: number;
  readonly here: string | undefined;
}) {
  const { version, totals, count, here } = props;
  const link = (text: string, status?: string) => (
    <a
      href={`/policy/coverage${inVersion(version, status === undefined ? {} : { status })}`}
      aria-current={here === status ? 'true' : undefined}
    >
      {text}
    </a>
  );
  return (
    <>
      <p>
        {link(`All ${format.countOf(count)} clauses`)}. A clause leaves “planned” only with a test that would
        fail if its rule were off.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {statusNames.map((status) => (
          <li key={status}>
            {link(`${statusWords(status).words}: ${format.countOf(totals[status] ?? 0)}`, status)}.{' '}
            {statusWords(status).means}
          </li>
        ))}
      </ul>
    </>
  );
}

const columnsIn = (version: Version): readonly Column<Row>[] => [
  {
    heading: 'Clause',
    names: true,
    cell: (row) => (
      <a href={clauseIn(version, row.clause)}>
        {row.clause} {row.title}
      </a>
    ),
  },
  { heading: 'Kept', cell: (row) => <StatusTag of={row.status} /> },
  {
    heading: 'What shows it',
    cell: (row) => (
      <>
        {row.reason}
        <TestList tests={row.tests} />
        {row.reason === null && row.tests.length === 0 ? 'Nothing yet' : null}
      </>
    ),
  },
];

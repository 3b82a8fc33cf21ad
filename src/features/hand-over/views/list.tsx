import { Cite, DataTable, Empty, Moment, PageHeading, Pagination, type PageContext } from '#screens/index.ts';
import { list, views, type View } from '../queries.ts';
import { at, Due, State } from './facts.tsx';
import { kindWords } from './words.ts';

const isView = (name: string | undefined): name is View => name !== undefined && name in views;

/** What is with others: due, overdue, and what nobody has confirmed. */
export async function listPage(context: PageContext) {
  const asked = context.query['view'];
  const view = isView(asked) ? asked : 'open';
  const { rows, counts, next } = await context.ask(list, { view, after: context.query['after'] });
  return (
    <>
      <PageHeading>Hand-overs</PageHeading>
      <p>
        What was given to departments, to named receivers and to partners, and whether they have it.{' '}
        <Cite citation={context.cite('handover.receipt')} />
      </p>
      <div className="sp-sided">
        <nav className="sp-side" aria-label="Lists">
          <ul className="sp-side__list">
            {(Object.keys(views) as View[]).map((one) => (
              <li className="sp-side__item" key={one}>
                <a
                  className="sp-side__link"
                  href={`/hand-overs?view=${one}`}
                  aria-current={one === view ? 'page' : undefined}
                >
                  <span>{views[one]}</span> <span className="sp-badge">{counts[one] ?? 0}</span>
                </a>
              </li>
            ))}
            <li className="sp-side__item">
              <a className="sp-side__link" href="/partners">
                <span>Partners</span>
              </a>
            </li>
          </ul>
        </nav>
        <div>
          <DataTable
            caption={views[view]}
            captionSize="m"
            rows={rows}
            rowKey={({ id }) => id}
            empty={
              <Empty title="Nothing stands here">
                What is passed on from the inbox appears in these lists.
              </Empty>
            }
            columns={[
              {
                heading: 'To whom',
                names: true,
                cell: (row) => <a href={`/hand-overs/${row.id}`}>{row.receiver}</a>,
              },
              { heading: 'What', cell: (row) => kindWords[row.kind] },
              { heading: 'State', cell: (row) => <State of={row} /> },
              { heading: 'Handed over', cell: (row) => <Moment at={at(row.handedAt)} as="near" /> },
              { heading: view === 'ended' ? 'Ended' : 'Due', cell: (row) => <Due of={row} /> },
            ]}
          />
          {next === null ? null : (
            <Pagination next={{ href: `/hand-overs?view=${view}&after=${next}`, label: 'Earlier ones' }} />
          )}
        </div>
      </div>
    </>
  );
}

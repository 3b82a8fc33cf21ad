import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import { Cite, DataTable, Empty, format, Moment, type PageContext } from '#screens/index.ts';
import type { ListedPage } from '../paging/listed.ts';
import { pagesNow } from '../paging/questions/now.ts';
import { PageNote, PageState } from './page-words.tsx';
import { at, Missing } from './rota-words.tsx';

/** On the page of duty: the way to help, what rings now, and what is to be looked at first. */
export async function PagesSection(context: PageContext): Promise<ReactNode> {
  if (!mayAsk(pagesNow, context.standing)) return null;
  const { pages, lookFirst } = await context.ask(pagesNow);
  return (
    <section aria-labelledby="pages">
      <p>
        <a className="nhsuk-button nhsuk-button--warning" href="/danger" role="button" draggable="false">
          Somebody is in danger now
        </a>
      </p>
      <h2 className="nhsuk-heading-m" id="pages">
        Who was woken
      </h2>
      <p>
        What may be dangerous wakes somebody at once, and the next person where nobody answers.{' '}
        <Cite citation={context.cite('paging.escalation')} />
      </p>
      {lookFirst === 0 ? null : (
        <p>
          <a href="/duty/report">{format.countWord(lookFirst, 'message', 'messages')} to look at first</a>,
          for which nobody was woken.
        </p>
      )}
      <Undecided pages={pages} />
      <p>
        <a href="/duty/report">Report of the night</a> · <a href="/duty/contact">How you are reached</a>
        {context.house.practice ? (
          <>
            {' '}
            · <a href="/practice/phone">The practice phone</a>
          </>
        ) : null}
      </p>
    </section>
  );
}

const Undecided = ({ pages }: { readonly pages: readonly ListedPage[] }) => (
  <DataTable
    caption="Pages that are not decided, those that reached nobody first"
    hideCaption
    rows={pages}
    rowKey={(row) => row.id}
    empty={<Empty>Nothing rings, and nothing waits for a decision.</Empty>}
    columns={[
      {
        heading: 'What',
        names: true,
        cell: (row) => <a href={`/duty/pages/${row.id}`}>{row.label}</a>,
      },
      { heading: 'Where', cell: (row) => row.network },
      { heading: 'Came in', cell: (row) => <Moment at={at(row.receivedAt)} as="near" /> },
      {
        heading: 'State',
        cell: (row) => (
          <>
            <PageState page={row} /> <PageNote page={row} />
          </>
        ),
      },
      { heading: 'Who has it', cell: (row) => row.acknowledgedBy ?? 'Nobody' },
    ]}
  />
);

/** For the page of today: what rings, in red where nobody could be reached. Null where nothing does. */
export async function pagesToday(context: PageContext): Promise<ReactNode> {
  if (!mayAsk(pagesNow, context.standing)) return null;
  const { pages, lookFirst, open } = await context.ask(pagesNow);
  if (pages.length === 0 && (lookFirst === 0 || open)) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Look now</h2>
      <ul className="nhsuk-list">
        {pages.slice(0, 5).map((row) => (
          <li key={row.id}>
            <PageLine page={row} />
          </li>
        ))}
        {lookFirst === 0 || open ? null : (
          <li>
            <a href="/duty/report">{format.countWord(lookFirst, 'message', 'messages')} to look at first</a>
          </li>
        )}
      </ul>
    </section>
  );
}

const PageLine = ({ page }: { readonly page: ListedPage }) => (
  <>
    {page.faultAt === null ? null : <Missing>Nobody could be reached: </Missing>}
    <a href={`/duty/pages/${page.id}`}>{page.label}</a> on {page.network},{' '}
    <Moment at={at(page.receivedAt)} as="near" />. <PageState page={page} />
  </>
);

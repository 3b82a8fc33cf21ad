import type { ReactNode } from 'react';
import type { InputError } from '#kernel/refusal.ts';
import { Cite, Empty, format, Moment, PageHeading, Tag, Timeline, type PageContext } from '#screens/index.ts';
import { nightReport } from '../paging/questions/night.ts';
import { PageNote, PageState } from './page-words.tsx';
import { at } from './rota-words.tsx';

type Report = (typeof nightReport)['output']['_output'];

/** The night as the morning needs it: what is left first, then everything with its times. */
export async function reportPage(context: PageContext): Promise<ReactNode> {
  const { night } = context.query;
  const report = await context.ask(nightReport, night === undefined ? {} : { night });
  const { zone } = context.policy;
  const begins = at(report.from).toZonedDateTimeISO(zone).toPlainDate();
  return (
    <>
      <PageHeading caption="Duty">Report of the night</PageHeading>
      <p>
        From <Moment at={at(report.from)} /> until <Moment at={at(report.to)} />.{' '}
        <Cite citation={context.cite('paging.report')} />
      </p>
      <Left report={report} />
      <h2 className="nhsuk-heading-m">Who was woken, and what was decided</h2>
      {report.pages.length === 0 ? <Empty>Nobody was woken.</Empty> : null}
      {report.pages.map((one) => (
        <OnePage one={one} key={one.page.id} />
      ))}
      <LookFirst report={report} />
      <Dangers report={report} />
      <p>
        <a href={`/duty/report?night=${begins.subtract({ days: 1 }).toString()}`}>The night before</a> ·{' '}
        <a href={`/duty/report?night=${at(report.to).toZonedDateTimeISO(zone).toPlainDate().toString()}`}>
          The night after
        </a>
      </p>
    </>
  );
}

/** The address asks for no day of ours. */
export async function reportWrong(_: PageContext, errors: readonly InputError[]): Promise<ReactNode> {
  return (
    <>
      <PageHeading caption="Duty">Report of the night</PageHeading>
      <p>{errors.map(({ message }) => message).join(' ')}</p>
      <p>
        <a href="/duty/report">The last night</a>
      </p>
    </>
  );
}

function Left({ report }: { readonly report: Report }) {
  const left = [
    ...report.pages
      .filter((one) => one.left)
      .map(({ page }) => ({ id: page.enquiry, label: page.label, network: page.network })),
    ...report.lookFirst
      .filter((one) => one.left)
      .map((one) => ({ id: one.enquiry, label: one.label, network: one.network })),
  ];
  return (
    <section className="sp-panel" aria-labelledby="left">
      <h2 className="nhsuk-heading-s" id="left">
        To finish: {left.length}
      </h2>
      {left.length === 0 ? (
        <p>Nothing is left of this night.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {left.map(({ id, label, network }) => (
            <li key={id}>
              <a href={`/inbox/${id}`}>{label}</a>, {network}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/inbox/morning">Everything else that came in: the morning list</a>
      </p>
    </section>
  );
}

const OnePage = ({ one: { page, history, left } }: { readonly one: Report['pages'][number] }) => (
  <section className="sp-panel" aria-labelledby={`page-${page.id}`}>
    <h3 className="nhsuk-heading-s" id={`page-${page.id}`}>
      <a href={`/duty/pages/${page.id}`}>{page.label}</a>
    </h3>
    <p>
      {page.network}, <Moment at={at(page.receivedAt)} />. <PageState page={page} />{' '}
      {left ? <Tag colour="yellow">To finish</Tag> : null} <PageNote page={page} />
    </p>
    <p>
      {page.secondsToPage === null
        ? 'No message has gone out.'
        : `Went out after ${format.countWord(page.secondsToPage, 'second', 'seconds')}.`}{' '}
      {page.minutesToAcknowledge === null
        ? 'Nobody has answered.'
        : `Answered after ${format.countWord(page.minutesToAcknowledge, 'minute', 'minutes')}, by ${page.acknowledgedBy ?? 'a colleague'}.`}
    </p>
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Every step<span className="nhsuk-u-visually-hidden"> of {page.label}</span>
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <Timeline
          items={history.map(({ at: when, what, by, detail }, index) => ({
            id: `${index}`,
            title: what,
            at: at(when),
            ...(by === null ? {} : { by }),
            ...(detail === null ? {} : { children: <p>{detail}</p> }),
          }))}
        />
      </div>
    </details>
  </section>
);

const LookFirst = ({ report }: { readonly report: Report }) => (
  <>
    <h2 className="nhsuk-heading-m">To look at first</h2>
    {report.lookFirst.length === 0 ? (
      <Empty>Nothing came in that had to be looked at first.</Empty>
    ) : (
      <ul className="nhsuk-list nhsuk-list--bullet">
        {report.lookFirst.map((one) => (
          <li key={one.enquiry}>
            <a href={`/inbox/${one.enquiry}`}>{one.label}</a>, {one.network},{' '}
            <Moment at={at(one.receivedAt)} as="near" />. {one.left ? 'To finish.' : 'Done.'}
          </li>
        ))}
      </ul>
    )}
  </>
);

const Dangers = ({ report }: { readonly report: Report }) =>
  report.dangers.length === 0 ? null : (
    <>
      <h2 className="nhsuk-heading-m">Somebody was in danger</h2>
      {report.dangers.map((one) => (
        <section className="sp-panel" id={`danger-${one.id}`} key={one.id}>
          <p>
            <Moment at={at(one.at)} />, told by {one.by}. Called: {one.called}
            {one.reference === null ? '' : `, ${one.reference}`}.{' '}
            {one.told ? 'The director was told.' : 'Nobody holds the director’s role, so nobody was told.'}
          </p>
          <p>{one.note}</p>
          {one.enquiry === null ? null : (
            <p>
              <a href={`/inbox/${one.enquiry}`}>The message that it was about</a>
            </p>
          )}
        </section>
      ))}
    </>
  );

import type { ReactNode } from 'react';
import { isId } from '#kernel/ids.ts';
import type { StoredRow } from '#kernel/row.ts';
import { holds } from '#kernel/rights.ts';
import { Cite, CommandForm, Moment, PageHeading, type PageContext } from '#screens/index.ts';
import { pageReaders } from '../paging/lifecycle.ts';
import { pageOfEnquiry } from '../paging/questions/now.ts';
import { tellDanger } from '../commands/tell-danger.ts';
import { HelpFirst } from './page-words.tsx';

/** The red button: help first, then the steps here, and only then a form. Times are kept by themselves. */
export async function dangerPage(context: PageContext): Promise<ReactNode> {
  const { steps } = context.policy.value('danger.help-first');
  const { enquiry } = context.query;
  const offer = await context.offer(tellDanger);
  return (
    <>
      <PageHeading caption="Now">Somebody is in danger</PageHeading>
      <HelpFirst />
      <h2 className="nhsuk-heading-m">Then, here</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        {steps.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <p>
        <Cite citation={context.cite('danger.help-first')} />
      </p>
      <h2 className="nhsuk-heading-m" id="tell">
        Afterwards: tell the director
      </h2>
      <p>
        It is <Moment at={context.now} />. The time is kept by itself, and the director and the manager on
        call are told at once.
      </p>
      <CommandForm offer={offer} back="/danger/told" {...(isId(enquiry) ? { values: { enquiry } } : {})} />
    </>
  );
}

export async function toldPage(context: PageContext): Promise<ReactNode> {
  return (
    <>
      <PageHeading>The director is told</PageHeading>
      <p>
        What you wrote is kept with its time. Thank you. If it goes on, call 999 again, and tell us here once
        more afterwards.
      </p>
      <p>
        <Cite citation={context.cite('danger.tell-director')} />
      </p>
      <p>
        What you saw may stay with you. Talk to your manager, or ask for a debrief; nobody should carry it
        alone.
      </p>
    </>
  );
}

/** Beside a message of the public: the red button, and whether somebody was woken for it. */
export async function dangerPanel(context: PageContext, row: StoredRow): Promise<ReactNode> {
  const { standing } = context;
  if (!standing) return null;
  const sees = pageReaders.some((party) => holds(party, standing, undefined));
  const page = sees ? await context.ask(pageOfEnquiry, { enquiry: row.id }) : { page: null };
  return (
    <section className="sp-panel" aria-labelledby="danger-now">
      <h2 className="nhsuk-heading-s" id="danger-now">
        Somebody in danger?
      </h2>
      {page.page === null ? null : (
        <p>
          Somebody was woken for this: <a href={`/duty/pages/${page.page}`}>see who, and what was decided</a>.
        </p>
      )}
      <p>
        <a
          className="nhsuk-button nhsuk-button--warning nhsuk-button--small"
          href={`/danger?enquiry=${row.id}`}
          role="button"
          draggable="false"
        >
          What to do now
        </a>
      </p>
    </section>
  );
}

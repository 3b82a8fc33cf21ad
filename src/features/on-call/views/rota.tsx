import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import { Cite, MakeButton, Moment, PageHeading, SummaryList, type PageContext } from '#screens/index.ts';
import { planPattern } from '../commands/plan-pattern.ts';
import { planShift } from '../commands/plan-shift.ts';
import { notes } from '../rota/questions/notes.ts';
import { rotaDays } from '../rota/questions/rota.ts';
import { tonight } from '../rota/questions/tonight.ts';
import { PagesSection } from './page-list.tsx';
import { DayTable, Holes } from './rota-days.tsx';
import { Notes, Swaps, TestPages } from './rota-sections.tsx';
import { at, Missing } from './rota-words.tsx';

/** Who is to be reached tonight, in the order in which they are tried. */
async function Tonight(context: PageContext): Promise<ReactNode> {
  const now = await context.ask(tonight);
  return (
    <section className="sp-panel" aria-labelledby="tonight">
      <h2 className="nhsuk-heading-m" id="tonight">
        {now.open ? 'Tonight' : 'On call now'}
      </h2>
      <SummaryList
        border={false}
        rows={[
          {
            key: 'Duty manager',
            value:
              now.duty === null ? (
                <Missing>Nobody is on call</Missing>
              ) : (
                <>
                  <strong>{now.duty}</strong>
                  {now.until === null ? null : (
                    <>
                      , until <Moment at={at(now.until)} />
                    </>
                  )}
                </>
              ),
          },
          { key: 'Deputy', value: now.deputy ?? 'Nobody' },
          { key: 'Director', value: now.director ?? <Missing>Nobody holds this role</Missing> },
        ]}
      />
    </section>
  );
}

/** The rota: who is on call tonight and in the coming days, where it has holes, and what waits for somebody. */
export async function rotaPage(context: PageContext): Promise<ReactNode> {
  const { standing, policy } = context;
  const rota = await context.ask(rotaDays);
  return (
    <>
      <PageHeading>Duty</PageHeading>
      {await Tonight(context)}
      {await PagesSection(context)}
      <section aria-labelledby="rota">
        <h2 className="nhsuk-heading-m" id="rota">
          Rota
        </h2>
        <Holes rota={rota} zone={policy.zone} />
        <p>
          <Cite citation={context.cite('on-call.full-ahead')} />
        </p>
        <p className="sp-verbs">
          <MakeButton command={planShift} standing={standing} back="/duty" first />{' '}
          <MakeButton command={planPattern} standing={standing} back="/duty" />
        </p>
        <p>
          <a href="/duty/month">Month by month</a> · <a href="/duty/fairness">How it is shared out</a>
        </p>
        <DayTable rota={rota} now={context.now} zone={policy.zone} />
      </section>
      {await Swaps(context)}
      {mayAsk(notes, standing) ? await Notes(context) : null}
      {await TestPages(context)}
    </>
  );
}

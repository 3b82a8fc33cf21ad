import type { ReactNode } from 'react';
import { enquiry, oneEnquiry } from '#features/inbox/index.ts';
import { isId } from '#kernel/ids.ts';
import type { Verb } from '#kernel/offer.ts';
import { refuse, Refused } from '#kernel/refusal.ts';
import type { StoredRow } from '#kernel/row.ts';
import {
  Cite,
  commandPath,
  format,
  Moment,
  PageHeading,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { page } from '../paging/lifecycle.ts';
import { onePage } from '../paging/questions/page.ts';
import { HelpFirst, History, PageNote, PageState } from './page-words.tsx';
import { at } from './rota-words.tsx';

type Asked<Q extends { readonly output: { readonly _output: unknown } }> = Q['output']['_output'];
type Facts = Asked<typeof onePage>;
type Said = Asked<typeof oneEnquiry>;

/** One screen for a phone at night: what came in, what to do, why it woke you, what may be said, and what happened. */
export async function pagePage(context: PageContext): Promise<ReactNode> {
  const id = context.params['id'] ?? '';
  if (!isId(id)) throw refuse('kernel.not-found');
  const facts = await context.ask(onePage, { id });
  const row = await context.row(page, id);
  const [said, verbs] = await Promise.all([saidIn(context, facts.page.enquiry), context.verbs(page, row)]);
  const outside = said ? await hidingOf(context, facts.page.enquiry) : undefined;
  return (
    <>
      <PageHeading caption={`${facts.page.network}, severity ${facts.page.severity}`}>
        {facts.page.label}
      </PageHeading>
      <p className="sp-standing">
        <PageState page={facts.page} />
      </p>
      <p>
        <PageNote page={facts.page} />
      </p>
      {facts.dangerToLife ? <HelpFirst /> : null}
      <WhatCameIn facts={facts} said={said} />
      <Buttons facts={facts} row={row} verbs={verbs} said={said} outside={outside} />
      <Lines context={context} facts={facts} />
      <Why context={context} facts={facts} />
      {said ? <WhatIsKnown facts={facts} said={said} /> : null}
      <History steps={facts.history} />
    </>
  );
}

/** Through the inbox's own sight: whoever may not read there reads nothing here. */
async function saidIn(context: PageContext, id: string): Promise<Said | undefined> {
  try {
    return await context.ask(oneEnquiry, { id });
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** Another room may be able to hide what was written: then its button stands here in place of ours. */
async function hidingOf(context: PageContext, id: string): Promise<Verb | undefined> {
  const verbs = await context.verbs(enquiry, await context.row(enquiry, id));
  return verbs.find(({ command, refused }) => command.verb === 'hide' && !refused);
}

function WhatCameIn({ facts, said }: { readonly facts: Facts; readonly said: Said | undefined }) {
  const own = said?.thread.find((one) => one.id === facts.page.enquiry);
  return (
    <section className="sp-came-in" aria-labelledby="came-in">
      <h2 className="nhsuk-heading-s" id="came-in">
        What came in
      </h2>
      {own ? (
        <article className="sp-message">
          <div className="sp-message__head">
            <strong>
              <bdi>{own.name}</bdi>
            </strong>
            <Moment at={at(own.at)} as="near" />
          </div>
          <div className="sp-message__words" dir="auto">
            {own.text === '' ? 'A message without words.' : own.text}
          </div>
        </article>
      ) : (
        <p>
          It came in on {facts.page.network}, <Moment at={at(facts.page.receivedAt)} />. Its words are for
          those who answer the public.
        </p>
      )}
    </section>
  );
}

const five = ['page.hide', 'page.escalate', 'page.call', 'page.wait'];

interface ButtonsProps {
  readonly facts: Facts;
  readonly row: StoredRow;
  readonly verbs: readonly Verb[];
  readonly said: Said | undefined;
  readonly outside: Verb | undefined;
}

/** What can be done now: one press each, large enough for a thumb. A decision says at once that you have it. */
function Buttons({ facts, row, verbs, said, outside }: ButtonsProps) {
  const own = `/duty/pages/${facts.page.id}`;
  const may = (name: string) => verbs.find((verb) => verb.command.name === name && !verb.refused);
  const back = `?_back=${encodeURIComponent(own)}`;
  const offered = five.flatMap((name) => may(name) ?? []);
  const hides = outside ? commandPath(outside.command.name, facts.page.enquiry) : undefined;
  if (facts.page.state === 'decided')
    return <VerbButtons verbs={verbs.filter((verb) => !verb.refused)} row={row} back={own} />;
  return (
    <section aria-labelledby="do">
      <h2 className="nhsuk-heading-s" id="do">
        What you can do
      </h2>
      <VerbButtons
        verbs={verbs.filter((verb) => verb.command.name === 'page.acknowledge' && !verb.refused)}
        row={row}
        back={own}
      />
      <ul className="sp-thumb">
        {said && offered.length > 0 ? (
          <Thumb href={commandPath('enquiry.reply', facts.page.enquiry) + back}>Reply</Thumb>
        ) : null}
        {offered.map(({ command }) => (
          <Thumb
            key={command.name}
            href={(command.name === 'page.hide' && hides ? hides : commandPath(command.name, row.id)) + back}
          >
            {command.label}
          </Thumb>
        ))}
      </ul>
      {offered.length === 0 ? <VerbButtons verbs={verbs} row={row} back={own} /> : null}
    </section>
  );
}

const Thumb = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <li>
    <a className="nhsuk-button nhsuk-button--secondary" href={href} role="button" draggable="false">
      {children}
    </a>
  </li>
);

const Lines = ({ context, facts }: { readonly context: PageContext; readonly facts: Facts }) => (
  <section aria-labelledby="lines">
    <h2 className="nhsuk-heading-s" id="lines">
      Lines to take
    </h2>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {facts.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p>
      <Cite citation={context.cite('paging.decide')} />
    </p>
  </section>
);

const Why = ({
  context,
  facts: { page: about },
}: {
  readonly context: PageContext;
  readonly facts: Facts;
}) => (
  <section aria-labelledby="why">
    <h2 className="nhsuk-heading-s" id="why">
      Why this woke somebody
    </h2>
    <p>
      {about.label}, severity {about.severity}, came in <Moment at={at(about.receivedAt)} />
      {about.secondsToPage === null
        ? ''
        : ` and went out after ${format.countWord(about.secondsToPage, 'second', 'seconds')}`}
      .{about.hole ? ' Nobody was on the rota, so the next person was woken at once.' : ''}{' '}
      <Cite citation={context.cite(about.inHours ? 'paging.in-hours' : 'paging.out-of-hours')} />
    </p>
  </section>
);

function WhatIsKnown({ facts, said }: { readonly facts: Facts; readonly said: Said }) {
  const others = said.thread.filter((one) => one.id !== facts.page.enquiry);
  return (
    <section aria-labelledby="known">
      <h2 className="nhsuk-heading-s" id="known">
        What else is known
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          Written {said.enquiry.visibility === 'public' ? 'where everybody can read it' : 'to us alone'}
          {said.enquiry.account === '' ? '' : `, to ${said.enquiry.account}`}
        </li>
        {said.enquiry.changed ? <li>Its author has changed it since</li> : null}
        {others.slice(-3).map((one) => (
          <li key={one.id}>
            {one.by === 'them' ? 'They also wrote' : one.by === 'us' ? 'We answered' : 'A colleague noted'},{' '}
            <Moment at={at(one.at)} as="near" />: <span dir="auto">{one.text.slice(0, 200)}</span>
          </li>
        ))}
        {others.length === 0 ? <li>Nothing else of this conversation</li> : null}
      </ul>
      <p>
        <a href={`/inbox/${facts.page.enquiry}`}>Open it in the inbox</a>
      </p>
    </section>
  );
}

/** Above the form of each verb: what it is about, so that nobody decides blind. */
export async function pageContext(context: PageContext, row: StoredRow): Promise<ReactNode> {
  const facts = await context.ask(onePage, { id: row.id });
  const said = await saidIn(context, facts.page.enquiry);
  return (
    <>
      <p>
        <strong>{facts.page.label}</strong>. <a href={`/duty/pages/${row.id}`}>Back to the page</a>
      </p>
      <WhatCameIn facts={facts} said={said} />
    </>
  );
}

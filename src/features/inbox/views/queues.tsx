import {
  Cite,
  Empty,
  Moment,
  PageHeading,
  Pagination,
  commandPath,
  type PageContext,
} from '#screens/index.ts';
import { holds } from '#kernel/rights.ts';
import { handlers, readers } from '../lifecycle.ts';
import { morning } from '../queries/morning.ts';
import { sample } from '../queries/no-reply.ts';
import { toAgree } from '../queries/to-agree.ts';
import { waiting } from '../queries/waiting.ts';
import { countLook } from '../watch.ts';
import { InboxFrame } from './frame.tsx';
import { EnquiryRow, EnquiryRows } from './row.tsx';
import { policyNames } from './words.ts';

/** What came in out of hours, to start the day with. */
export async function morningPage(context: PageContext) {
  await countLook(context.house, context.now);
  const { after } = context.query;
  const [{ rows, next }, { counts }] = await Promise.all([
    context.ask(morning, { after }),
    context.ask(waiting),
  ]);
  return (
    <>
      <PageHeading caption="Inbox">Morning list</PageHeading>
      <InboxFrame context={context} counts={counts} here="morning">
        <p>
          What came in while we were closed, by risk and then by age.{' '}
          <Cite citation={context.cite('inbox.out-of-hours')} />
        </p>
        {rows.length === 0 ? (
          <Empty title="Nothing is left from out of hours">
            Go on with <a href="/inbox">what is unclaimed</a>.
          </Empty>
        ) : (
          <EnquiryRows rows={rows} names={policyNames(context.policy)} />
        )}
        {next === null ? null : (
          <Pagination next={{ href: `/inbox/morning?after=${next}`, label: 'Later ones' }} />
        )}
      </InboxFrame>
    </>
  );
}

/** Closures without a reply, for somebody senior who did not close them. */
export async function samplePage(context: PageContext) {
  const [{ rows, share }, { counts }] = await Promise.all([context.ask(sample), context.ask(waiting)]);
  const names = policyNames(context.policy);
  return (
    <>
      <PageHeading caption="Inbox">Second look</PageHeading>
      <InboxFrame context={context} counts={counts} here="sample">
        <p>
          {Math.round(share * 100)}% of what was closed without a reply, picked so that nobody can choose.{' '}
          <Cite citation={context.cite('inbox.no-reply-reasons')} />
        </p>
        {rows.length === 0 ? (
          <Empty title="Nothing waits for a second look">Closures that are picked will stand here.</Empty>
        ) : (
          <ul className="sp-rows">
            {rows.map((row) => (
              <EnquiryRow row={row} names={names} key={row.id}>
                <span>Closed because: {row.why}</span>
                {row.note === null ? null : <span>{row.note}</span>}
                <a href={`${commandPath('enquiry.review-sample', row.id)}?_back=/inbox/sample`}>
                  Judge the closure
                  <span className="nhsuk-u-visually-hidden"> of the message by {row.author.name}</span>
                </a>
              </EnquiryRow>
            ))}
          </ul>
        )}
      </InboxFrame>
    </>
  );
}

/** For the page of today: what in the inbox needs this person. Null where nothing does. */
export async function inboxToday(context: PageContext) {
  const { standing } = context;
  if (!standing || !readers.some((party) => holds(party, standing, undefined))) return null;
  const agreeing = await repliesToAgree(context);
  const { rows, counts } = await context.ask(waiting, { view: 'at-risk' });
  const [first] = rows;
  const lines = [
    { view: 'at-risk', words: 'late or nearly late' },
    { view: 'not-sent', words: 'with a reply that did not go out' },
    { view: 'unclaimed', words: 'that nobody has taken' },
    { view: 'mine', words: 'that you have' },
  ].filter(({ view }) => (counts[view] ?? 0) > 0);
  if (lines.length === 0 && agreeing === 0) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Inbox</h2>
      <ul className="nhsuk-list">
        {agreeing === 0 ? null : (
          <li>
            <a href="/inbox/to-agree">{agreeing} that you may agree</a>
          </li>
        )}
        {lines.map(({ view, words }) => (
          <li key={view}>
            <a href={`/inbox?view=${view}`}>
              {(counts[view] ?? 0) > 999 ? '999+' : counts[view]} {words}
            </a>
          </li>
        ))}
      </ul>
      {first ? (
        <p>
          The first of them is due <Moment at={Temporal.Instant.from(first.aimAt)} as="near" />.
        </p>
      ) : null}
    </section>
  );
}

/** Replies of others that this person may agree. */
async function repliesToAgree(context: PageContext): Promise<number> {
  const { standing } = context;
  if (!standing || !handlers.some((party) => holds(party, standing, undefined))) return 0;
  const { replies } = await context.ask(toAgree);
  return replies.filter(({ mine }) => !mine).length;
}

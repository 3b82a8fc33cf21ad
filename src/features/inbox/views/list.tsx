import { Cite, DayStrip, Empty, PageHeading, Pagination, type PageContext } from '#screens/index.ts';
import { commandPath } from '#screens/index.ts';
import type { RuleName } from '#policy/index.ts';
import { day } from '../queries/day.ts';
import { views, type View } from '../queries/views.ts';
import { waiting } from '../queries/waiting.ts';
import { countLook } from '../watch.ts';
import { stripOf } from './day.tsx';
import { InboxFrame } from './frame.tsx';
import { EnquiryRows } from './row.tsx';
import { policyNames } from './words.ts';

const isView = (text: string | undefined): text is View => text !== undefined && text in views;

/** The rule that decides what a view shows, or in which order. */
const decides: Readonly<Record<View, RuleName>> = {
  unclaimed: 'inbox.morning-list',
  unread: 'inbox.read-within',
  mine: 'inbox.claim',
  'due-next': 'inbox.reply-within',
  'at-risk': 'inbox.reply-within',
  'not-sent': 'inbox.answer',
  'waiting-on-others': 'inbox.waiting-on-them',
  law: 'inbox.clocks-of-law',
  'answered-today': 'inbox.first-human-reply-stops-clock',
};

const nothingHere: Readonly<Record<View, string>> = {
  unclaimed: 'Every enquiry is answered or has somebody on it. What comes in next will stand here.',
  unread: 'A person has read everything that waits.',
  mine: 'You have nothing at the moment. Claim something from the unclaimed ones.',
  'due-next': 'Nothing waits for an answer.',
  'at-risk': 'Nothing is late or about to be.',
  'not-sent': 'Every reply went out.',
  'waiting-on-others': 'No department and nobody outside has the next move.',
  law: 'No time limit of the law runs. Where a message is a complaint or a request for information, start its clock there.',
  'answered-today': 'Nothing was answered today so far.',
};

/** The inbox in one of its views. */
export async function listPage(context: PageContext) {
  const asked = context.query['view'];
  const view = isView(asked) ? asked : 'unclaimed';
  await countLook(context.house, context.now);
  const after = context.query['after'];
  const [{ rows, counts, next }, today] = await Promise.all([
    context.ask(waiting, { view, ...(after === undefined ? {} : { after }) }),
    context.ask(day),
  ]);
  return (
    <>
      <PageHeading>Inbox</PageHeading>
      <InboxFrame context={context} counts={counts} here={view}>
        <h2 className="nhsuk-heading-m">{views[view]}</h2>
        <p>
          <Cite citation={context.cite(decides[view])} />
        </p>
        {rows.length === 0 ? (
          <Empty title="Nothing here">{nothingHere[view]}</Empty>
        ) : (
          <EnquiryRows rows={rows} names={policyNames(context.policy)} />
        )}
        {next === null ? null : (
          <Pagination next={{ href: `/inbox?view=${view}&after=${next}`, label: 'Later ones' }} />
        )}
        <p>
          <a
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            href={commandPath('enquiry.capture')}
            role="button"
          >
            Enter a message by hand
          </a>{' '}
          <Cite citation={context.cite('inbox.capture-by-hand')} />
        </p>
        <DayStrip {...stripOf(today, 'Who was looking today')} />
      </InboxFrame>
    </>
  );
}

import type { ReactNode } from 'react';
import { Notice, type PageContext } from '#screens/index.ts';
import { holds } from '#kernel/rights.ts';
import { role } from '#kernel/party.ts';
import { views, type View } from '../queries/views.ts';
import { countWords } from './words.ts';

interface Props {
  readonly context: PageContext;
  readonly counts: Readonly<Record<string, number>>;
  /** The view or page that is open. */
  readonly here: string;
  readonly children: ReactNode;
}

const more = [
  { id: 'morning', href: '/inbox/morning', text: 'Morning list' },
  { id: 'to-agree', href: '/inbox/to-agree', text: 'To agree' },
  { id: 'day', href: '/inbox/day', text: 'Who was looking' },
  { id: 'hand-overs', href: '/hand-overs', text: 'Hand-overs' },
  { id: 'times', href: '/inbox/times', text: 'Answering times' },
  { id: 'automatic', href: '/automatic-reply', text: 'Automatic reply' },
  { id: 'saved', href: '/saved-replies', text: 'Saved replies' },
  { id: 'conduct', href: '/conduct', text: 'Conduct under our posts' },
  { id: 'details', href: '/personal-data', text: 'Personal data' },
] as const;

/** The inbox’s own navigation: its views with their counts, and its other pages. */
export function InboxFrame({ context, counts, here, children }: Props) {
  const is = (name: 'senior-manager' | 'director') =>
    context.standing !== undefined && holds(role(name), context.standing, undefined);
  const pages = [
    ...more,
    ...(is('senior-manager') ? [{ id: 'sample', href: '/inbox/sample', text: 'Second look' }] : []),
    ...(is('senior-manager') || is('director')
      ? [{ id: 'triage', href: '/inbox/triage', text: 'How triage does' }]
      : []),
  ];
  return (
    <>
      <Alarm count={counts['alarming'] ?? 0} here={here} />
      <div className="sp-sided">
        <nav className="sp-side" aria-label="Views of the inbox">
          <ul className="sp-side__list">
            {(Object.keys(views) as View[]).map((view) => (
              <Item
                key={view}
                href={view === 'unclaimed' ? '/inbox' : `/inbox?view=${view}`}
                text={views[view]}
                count={counts[view] ?? 0}
                here={here === view}
              />
            ))}
            {pages.map(({ id, href, text }) => (
              <Item key={id} href={href} text={text} here={here === id} />
            ))}
          </ul>
        </nav>
        <div>{children}</div>
      </div>
    </>
  );
}

/** In hours the whole team sees it: what may be grave does not wait for its turn. */
const Alarm = ({ count, here }: { readonly count: number; readonly here: string }) =>
  count === 0 ? null : (
    <Notice kind="warning" title="Look now" id="look-now">
      <p className="nhsuk-notification-banner__heading">
        {count === 1
          ? 'Somebody may be in danger in one message that nobody has read. '
          : `Somebody may be in danger in ${countWords(count)} messages that nobody has read. `}
        {here === 'unread' ? (
          'The gravest stand first.'
        ) : (
          <a className="nhsuk-notification-banner__link" href="/inbox?view=unread">
            Read {count === 1 ? 'it' : 'them'} now
          </a>
        )}
      </p>
    </Notice>
  );

const Item = (props: {
  readonly href: string;
  readonly text: string;
  readonly here: boolean;
  readonly count?: number;
}) => (
  <li className="sp-side__item">
    <a className="sp-side__link" href={props.href} aria-current={props.here ? 'page' : undefined}>
      <span>{props.text}</span>
      {props.count === undefined ? null : <span className="sp-badge">{countWords(props.count)}</span>}
    </a>
  </li>
);

import type { ReactNode } from 'react';
import type { PageContext } from '#screens/index.ts';
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
  { id: 'day', href: '/inbox/day', text: 'Who was looking' },
  { id: 'hand-overs', href: '/hand-overs', text: 'Hand-overs' },
  { id: 'times', href: '/inbox/times', text: 'Answering times' },
  { id: 'details', href: '/personal-data', text: 'Personal data' },
] as const;

/** The inbox’s own navigation: its views with their counts, and its other pages. */
export function InboxFrame({ context, counts, here, children }: Props) {
  const senior = context.standing && holds(role('senior-manager'), context.standing, undefined);
  const pages = senior ? [...more, { id: 'sample', href: '/inbox/sample', text: 'Second look' }] : more;
  return (
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
  );
}

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

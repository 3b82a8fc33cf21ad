import type { ReactNode } from 'react';
import { countOf } from './format.ts';
import { Moment } from './when.tsx';

/** The work in the middle, what is known about it beside it; under it on a narrow screen. */
export const Columns = ({
  aside,
  label,
  children,
}: {
  readonly aside: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}) => (
  <div className="sp-columns">
    <div className="sp-columns__main">{children}</div>
    <aside className="sp-columns__aside" aria-label={label}>
      {aside}
    </aside>
  </div>
);

/** A list of views on the left, the view chosen on the right. */
export const SideBySide = ({
  side,
  children,
}: {
  readonly side: ReactNode;
  readonly children: ReactNode;
}) => (
  <div className="sp-sided">
    <div className="sp-sided__side">{side}</div>
    <div className="sp-sided__main">{children}</div>
  </div>
);

export interface SideItem {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean;
  /** How many stand there; a text where counting stops, such as `999+`. */
  readonly count?: number | string;
}

/** Views of one list with their counts. */
export const SideNavigation = ({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly SideItem[];
}) => (
  <nav className="sp-side" aria-label={label}>
    <ul className="sp-side__list">
      {items.map(({ text, href, current, count }) => (
        <li className="sp-side__item" key={href}>
          <a className="sp-side__link" href={href} aria-current={current === true ? 'page' : undefined}>
            <span>{text}</span>
            {count === undefined ? null : <Badge>{count}</Badge>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** A number that belongs to the word beside it. */
export const Badge = ({ children }: { readonly children: number | string }) => (
  <span className="sp-badge">{typeof children === 'number' ? countOf(children) : children}</span>
);

export interface MessageProps {
  readonly from: string;
  readonly at: Temporal.Instant;
  /** `in` came to us, `out` went out, `note` stayed among ourselves. */
  readonly way: 'in' | 'out' | 'note';
  /** Network, account, state of sending: whatever belongs under the words. */
  readonly facts?: ReactNode;
  readonly children: ReactNode;
}

const ways = { in: '', out: 'Our reply', note: 'Note among ourselves' } as const;

/** One message of a thread. Words that people wrote keep their line breaks and stay words. */
export const Message = ({ from, at, way, facts, children }: MessageProps) => (
  <article className={`sp-message sp-message--${way}`}>
    <header className="sp-message__head">
      <strong>{from}</strong>
      {way === 'in' ? null : <span className="sp-message__way">{ways[way]}</span>}
      <Moment at={at} as="near" />
    </header>
    <div className="sp-message__words">{children}</div>
    {facts === undefined ? null : <footer className="sp-message__facts">{facts}</footer>}
  </article>
);

export const Thread = ({ children }: { readonly children: ReactNode }) => (
  <div className="sp-thread">{children}</div>
);

/** A heading with what belongs to it, set off from the rest of the page. */
export const Panel = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="sp-panel">
    <h2 className="nhsuk-heading-s">{title}</h2>
    {children}
  </section>
);

/** Questions that narrow a list, sent by GET so that the address says what is shown. */
export const Filter = ({
  action,
  title = 'Narrow this list',
  children,
}: {
  readonly action: string;
  readonly title?: string;
  readonly children: ReactNode;
}) => (
  <form className="sp-filter" action={action} method="get">
    <h2 className="nhsuk-heading-s">{title}</h2>
    <div className="sp-filter__fields">{children}</div>
    <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
      Show
    </button>
  </form>
);

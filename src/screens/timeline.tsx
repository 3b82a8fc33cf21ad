import type { ReactNode } from 'react';
import type { Citation } from '#policy/index.ts';
import { Cite } from './cite.tsx';
import { Moment } from './when.tsx';

export interface TimelineItem {
  readonly id: string;
  readonly title: string;
  readonly at: Temporal.Instant;
  /** Who did it, as others read it. */
  readonly by?: string;
  readonly citation?: Citation;
  readonly children?: ReactNode;
}

/** What happened, newest first unless the caller orders it otherwise; each with its clause. */
export const Timeline = ({ items }: { readonly items: readonly TimelineItem[] }) => (
  <ol className="sp-timeline">
    {items.map(({ id, title, at, by, citation, children }) => (
      <li className="sp-timeline__item" key={id}>
        <p className="sp-timeline__title">
          <strong>{title}</strong>
          {by === undefined ? null : <span className="sp-timeline__by"> by {by}</span>}
        </p>
        <p className="sp-timeline__facts">
          <Moment at={at} />
          {citation ? (
            <>
              {' '}
              <Cite citation={citation} />
            </>
          ) : null}
        </p>
        {children === undefined ? null : <div className="sp-timeline__more">{children}</div>}
      </li>
    ))}
  </ol>
);

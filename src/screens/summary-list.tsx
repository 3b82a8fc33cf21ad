import type { ReactNode } from 'react';

export interface SummaryAction {
  readonly text: string;
  readonly href: string;
  /** What the link is about, for those who hear it out of its row. */
  readonly about?: string;
}

export interface SummaryRow {
  readonly key: string;
  readonly value: ReactNode;
  readonly actions?: readonly SummaryAction[];
}

const Action = ({ text, href, about }: SummaryAction) => (
  <a className="nhsuk-link" href={href}>
    {text}
    {about === undefined ? null : <span className="nhsuk-u-visually-hidden"> {about}</span>}
  </a>
);

const Actions = ({ actions }: { readonly actions: readonly SummaryAction[] }) => (
  <dd className="nhsuk-summary-list__actions">
    {actions.length === 1 && actions[0] ? (
      <Action {...actions[0]} />
    ) : (
      <ul className="nhsuk-summary-list__actions-list">
        {actions.map((action) => (
          <li className="nhsuk-summary-list__actions-list-item" key={action.href + action.text}>
            <Action {...action} />
          </li>
        ))}
      </ul>
    )}
  </dd>
);

/** Facts about one thing, each with what can be done about it. */
export function SummaryList({
  rows,
  border = true,
}: {
  readonly rows: readonly SummaryRow[];
  readonly border?: boolean;
}) {
  const anyActions = rows.some((row) => (row.actions ?? []).length > 0);
  return (
    <dl className={border ? 'nhsuk-summary-list' : 'nhsuk-summary-list nhsuk-summary-list--no-border'}>
      {rows.map(({ key, value, actions = [] }) => {
        const bare = anyActions && actions.length === 0;
        return (
          <div
            className={`nhsuk-summary-list__row${bare ? ' nhsuk-summary-list__row--no-actions' : ''}`}
            key={key}
          >
            <dt className="nhsuk-summary-list__key">{key}</dt>
            <dd className="nhsuk-summary-list__value">{value}</dd>
            {actions.length > 0 ? <Actions actions={actions} /> : null}
          </div>
        );
      })}
    </dl>
  );
}

/** The same in little, for a side column: term above detail. */
export const DetailList = ({ items }: { readonly items: readonly { term: string; detail: ReactNode }[] }) => (
  <dl className="sp-details">
    {items.map(({ term, detail }) => (
      <div className="sp-details__item" key={term}>
        <dt className="sp-details__term">{term}</dt>
        <dd className="sp-details__detail">{detail}</dd>
      </div>
    ))}
  </dl>
);

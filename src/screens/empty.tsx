import type { ReactNode } from 'react';

/** What stands where a list would: why it is empty, and what to do next. */
export const Empty = ({ title, children }: { readonly title?: string; readonly children: ReactNode }) => (
  <div className="sp-empty">
    {title === undefined ? null : <p className="sp-empty__title">{title}</p>}
    <div>{children}</div>
  </div>
);

/** The one heading of a page. Every view draws it; the layout draws none. */
export const PageHeading = ({
  caption,
  children,
}: {
  readonly caption?: ReactNode;
  readonly children: ReactNode;
}) => (
  <h1 className="nhsuk-heading-l">
    {caption === undefined ? null : <span className="nhsuk-caption-l">{caption} </span>}
    {children}
  </h1>
);

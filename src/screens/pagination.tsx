import { Icon } from './icon.tsx';

export interface PageLink {
  readonly href: string;
  /** What stands there, such as `Older` or `Tuesday`. */
  readonly label?: string;
}

const Way = ({ way, link }: { readonly way: 'prev' | 'next'; readonly link: PageLink }) => (
  <li className={`nhsuk-pagination-item--${way === 'prev' ? 'previous' : 'next'}`}>
    <a className={`nhsuk-pagination__link nhsuk-pagination__link--${way}`} href={link.href} rel={way}>
      <span className="nhsuk-pagination__title">
        {way === 'prev' ? 'Previous' : 'Next'}
        <span className="nhsuk-u-visually-hidden"> page</span>
      </span>
      {link.label === undefined ? null : (
        <>
          <span className="nhsuk-u-visually-hidden">:</span>
          <span className="nhsuk-pagination__page">{link.label}</span>
        </>
      )}
      <Icon name={way === 'prev' ? 'arrow-left' : 'arrow-right'} />
    </a>
  </li>
);

/** The way to the page before and after; nothing at all where there is neither. */
export function Pagination({ previous, next }: { readonly previous?: PageLink; readonly next?: PageLink }) {
  if (!previous && !next) return null;
  return (
    <nav className="nhsuk-pagination" role="navigation" aria-label="Pagination">
      <ul className="nhsuk-list nhsuk-pagination__list">
        {previous ? <Way way="prev" link={previous} /> : null}
        {next ? <Way way="next" link={next} /> : null}
      </ul>
    </nav>
  );
}

import { Icon } from './icon.tsx';

/** Whose Signpost this is. Name, colour and logo are the organisation's settings. */
export interface Organisation {
  readonly name: string;
  /** Path of its logo, served by us; absent where it shows none. */
  readonly logo?: string;
  /** `#005eb8`; the design system's blue unless told. */
  readonly colour?: string;
  /** Whom to ring when something cannot wait, shown to whoever has just flagged something. */
  readonly onCall?: string;
}

export interface PlaceLink {
  readonly id: string;
  readonly text: string;
  readonly href: string;
}

export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly accountHref: string;
  /** Where the sign-out button posts to. */
  readonly signOut: string;
}

export interface HeaderProps {
  readonly organisation: Organisation;
  readonly places: readonly PlaceLink[];
  readonly place?: string;
  readonly viewer?: Viewer;
  readonly signInHref: string;
}

const Account = ({ viewer, signInHref }: Pick<HeaderProps, 'viewer' | 'signInHref'>) => (
  <nav className="nhsuk-header__account" aria-label="Account">
    <ul className="nhsuk-header__account-list">
      <li className="nhsuk-header__account-item">
        <a className="nhsuk-header__account-link" href={viewer ? viewer.accountHref : signInHref}>
          <Icon name="user" />
          {viewer ? viewer.name : 'Sign in'}
        </a>
      </li>
      {viewer ? (
        <li className="nhsuk-header__account-item">
          <form className="nhsuk-header__account-form" action={viewer.signOut} method="post" noValidate>
            <button className="nhsuk-header__account-button" type="submit">
              Sign out
            </button>
          </form>
        </li>
      ) : null}
    </ul>
  </nav>
);

const Places = ({ places, place }: Pick<HeaderProps, 'places' | 'place'>) => (
  <nav className="nhsuk-header__navigation" aria-label="Menu">
    <div className="nhsuk-header__navigation-container nhsuk-width-container">
      <ul className="nhsuk-header__navigation-list">
        {places.map(({ id, text, href }) => {
          const current = id === place;
          return (
            <li
              className={`nhsuk-header__navigation-item${current ? ' nhsuk-header__navigation-item--current' : ''}`}
              key={id}
            >
              <a
                className="nhsuk-header__navigation-link"
                href={href}
                aria-current={current ? 'true' : undefined}
              >
                {current ? (
                  <strong className="nhsuk-header__navigation-item-current-fallback">{text}</strong>
                ) : (
                  text
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  </nav>
);

/** The wordmark, the organisation, the account, and the places that this person may go to. */
export const Header = ({ organisation, places, place, viewer, signInHref }: HeaderProps) => (
  <header className="nhsuk-header sp-header" role="banner">
    <div className="nhsuk-header__container nhsuk-width-container">
      <div className="nhsuk-header__service">
        <a className="sp-header__home" href="/">
          {organisation.logo === undefined ? null : (
            <img className="sp-header__logo" src={organisation.logo} alt="" height="40" />
          )}
          <span className="sp-header__wordmark">Signpost</span>
          <span className="sp-header__organisation">{organisation.name}</span>
        </a>
      </div>
      <Account signInHref={signInHref} {...(viewer ? { viewer } : {})} />
    </div>
    {places.length === 0 ? null : <Places places={places} {...(place === undefined ? {} : { place })} />}
  </header>
);

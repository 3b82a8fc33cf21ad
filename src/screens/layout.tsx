import type { ReactNode } from 'react';
import { Header, type HeaderProps } from './header.tsx';
import { StatusStrip, type StatusItem } from './notice.tsx';
import { InSetting, type Setting } from './setting.tsx';

/** Addresses of what a page loads: made by `buildAssets`, and the organisation's colour. */
export interface AssetLinks {
  readonly styles: readonly string[];
  readonly script: string;
  /** Scripts of single pages, by name. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly icon: string;
}

export interface Crumb {
  readonly text: string;
  readonly href: string;
}

export interface LayoutProps extends Setting, HeaderProps {
  readonly title: string;
  readonly assets: AssetLinks;
  readonly status?: readonly StatusItem[];
  readonly crumbs?: readonly Crumb[];
  /** What was just done, above everything else. */
  readonly flash?: ReactNode;
  /** Practice mode's bar, at the very top. */
  readonly practice?: ReactNode;
  /** Kinds of row whose changes this open page wants to hear of, and an id made with it: news has later ones. */
  readonly live?: { readonly kinds: readonly string[]; readonly since: string };
  /** True where the page comes back with errors: the title says so first. */
  readonly wrong?: boolean;
  /** Address of a script that this page alone runs. */
  readonly script?: string;
  /** Loads this address again after so many seconds. */
  readonly again?: { readonly seconds: number; readonly href: string };
  readonly children: ReactNode;
}

const Head = ({ title, organisation, assets, script, wrong, again }: LayoutProps) => (
  <head>
    <meta charSet="utf-8" />
    <title>{`${wrong === true ? 'Error: ' : ''}${title} - Signpost - ${organisation.name}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="robots" content="noindex" />
    {again ? <meta httpEquiv="refresh" content={`${again.seconds}; url=${again.href}`} /> : null}
    <link rel="icon" href={assets.icon} type="image/svg+xml" />
    {assets.styles.map((href) => (
      <link rel="stylesheet" href={href} key={href} />
    ))}
    <script type="module" src={assets.script} />
    {script === undefined ? null : <script type="module" src={script} />}
  </head>
);

export const Breadcrumb = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => {
  const last = crumbs.at(-1);
  if (!last) return null;
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {crumbs.map(({ text, href }) => (
          <li className="nhsuk-breadcrumb__list-item" key={href + text}>
            <a className="nhsuk-breadcrumb__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ol>
      <a className="nhsuk-back-link" href={last.href}>
        <span className="nhsuk-u-visually-hidden">Back to </span>
        {last.text}
      </a>
    </nav>
  );
};

const footerLinks: readonly Crumb[] = [
  { text: 'The policy', href: '/policy' },
  { text: 'Keyboard', href: '/help/keys' },
  { text: 'When Signpost says no', href: '/help/refusals' },
];

export const Footer = ({ links }: { readonly links: readonly Crumb[] }) => (
  <footer className="nhsuk-footer" role="contentinfo">
    <div className="nhsuk-width-container">
      <div className="nhsuk-footer__meta">
        <h2 className="nhsuk-u-visually-hidden">Support links</h2>
        <ul className="nhsuk-footer__list">
          {links.map(({ text, href }) => (
            <li className="nhsuk-footer__list-item" key={href}>
              <a className="nhsuk-footer__list-item-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </footer>
);

/** The whole document round a view. The view draws the page's one `h1` (see `PageHeading`). */
export function Layout(props: LayoutProps) {
  const { zone, now, status = [], crumbs = [], live, viewer, place } = props;
  return (
    <InSetting zone={zone} now={now}>
      <html lang="en">
        <Head {...props} />
        <body data-person={viewer?.id}>
          <a className="nhsuk-skip-link" href="#maincontent">
            Skip to main content
          </a>
          {props.practice}
          <Header
            organisation={props.organisation}
            places={props.places}
            signInHref={props.signInHref}
            {...(viewer ? { viewer } : {})}
            {...(place === undefined ? {} : { place })}
          />
          <StatusStrip items={status} />
          <div className="nhsuk-width-container sp-page">
            <Breadcrumb crumbs={crumbs} />
            {live ? <live-updates kinds={live.kinds.join(',')} since={live.since} /> : null}
            <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
              {props.flash}
              {props.children}
            </main>
          </div>
          <key-shortcuts />
          <Footer links={footerLinks} />
        </body>
      </html>
    </InSetting>
  );
}

import type { ReactNode } from 'react';
import type { PageContext } from '#screens/index.ts';
import type { Version } from '../shapes.ts';
import { inVersion } from './words.tsx';

const places = [
  { id: 'document', path: '/policy', text: 'The document', staff: false },
  { id: 'as-of', path: '/policy/as-of', text: 'Versions', staff: false },
  { id: 'coverage', path: '/policy/coverage', text: 'How it is kept', staff: true },
  { id: 'findings', path: '/policy/findings', text: 'Findings', staff: true },
] as const;

/** The policy's own navigation and its search, beside whatever is read. */
export function PolicyFrame({
  context,
  version,
  here,
  children,
}: {
  readonly context: PageContext;
  /** That is being read; its pages keep to it. */
  readonly version?: Version;
  readonly here: (typeof places)[number]['id'] | 'clause' | 'search';
  readonly children: ReactNode;
}) {
  const kept = version === undefined ? '' : inVersion(version);
  const shown = places.filter((one) => !one.staff || context.standing !== undefined);
  return (
    <div className="sp-sided">
      <nav className="sp-side" aria-label="Pages of the policy">
        <Search version={version} words={context.query['words']} />
        <ul className="sp-side__list">
          {shown.map(({ id, path, text }) => (
            <li className="sp-side__item" key={id}>
              <a
                className="sp-side__link"
                href={path + (id === 'as-of' ? '' : kept)}
                aria-current={here === id ? 'page' : undefined}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>{children}</div>
    </div>
  );
}

const Search = ({
  version,
  words,
}: {
  readonly version: Version | undefined;
  readonly words: string | undefined;
}) => (
  <form action="/policy/search" method="get" role="search" className="sp-search">
    <label className="nhsuk-label" htmlFor="words">
      Search the policy
    </label>
    <input
      className="nhsuk-input"
      id="words"
      name="words"
      type="search"
      defaultValue={words}
      maxLength={200}
    />
    {version === undefined || version.decides ? null : (
      <input type="hidden" name="version" value={version.id} />
    )}
    <button className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" type="submit">
      Search
    </button>
  </form>
);

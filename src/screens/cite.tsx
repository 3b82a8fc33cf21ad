import type { Citation } from '#policy/index.ts';

/** The page of a clause, with its evidence. */
export const clauseHref = (clause: string): string => `/policy/${encodeURIComponent(clause)}`;

/** The page of everything that was ever done to one thing. */
export const historyHref = (kind: string, id: string): string =>
  `/records/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;

/** What to say of a value that the policy itself does not give. */
const said = {
  stated: undefined,
  inferred: 'our reading of the policy',
  default: 'our default, not in the policy',
} as const;

/**
 * The clause on whose authority something is so, and in six words what it asks.
 * A default is never shown as if the policy said it.
 */
export function Cite({ citation, before }: { readonly citation: Citation; readonly before?: string }) {
  const caveat = said[citation.basis];
  return (
    <a className={`sp-cite sp-cite--${citation.basis}`} href={clauseHref(citation.clause)}>
      {before === undefined ? null : `${before} `}
      <span className="nhsuk-u-visually-hidden">Policy clause </span>
      <span className="sp-cite__clause">{citation.clause}</span> {citation.words}
      {caveat === undefined ? null : <span className="sp-cite__caveat"> ({caveat})</span>}
    </a>
  );
}

import { findings, standing, type Lint } from './finding.ts';

export const unnumberedSections: Lint = (document) => {
  const bare = document.sections.filter((section) => section.number === null).map((one) => one.implied);
  if (bare.length === 0) return [];
  return findings(
    {
      id: 'unnumbered-sections',
      mend: 'Print a number over each section, so that a decision can name it.',
      clauses: standing(document, 'sections'),
      sentence: `No number is printed over ${bare.join(' and ')}; the numbering of what follows implies them.`,
      facts: { sections: bare },
    },
    'note',
  );
};

export const missingAppendices: Lint = ({ appendices }) => {
  const missing = appendices.filter((one) => !one.attached);
  if (missing.length === 0) return [];
  const names = missing.map((one) => one.name);
  return findings({
    id: 'missing-appendices',
    mend: 'Attach them to the published copy, or take the reference out and say why.',
    clauses: missing.map((one) => one.clause),
    sentence: `Cited and not attached: ${names.join('; ')}.`,
    facts: { names },
  });
};

/** An address that nobody can read; and where there are several, people must know which to write to. */
export const hiddenAddresses: Lint = ({ addresses }) => {
  const masked = addresses.filter((one) => one.masked);
  if (masked.length === 0) return [];
  const purposes = masked.map((one) => one.purpose);
  const several = new Set(addresses.map((one) => one.shown)).size > 1;
  return findings({
    id: 'hidden-addresses',
    mend: 'Print the addresses in full, one for each purpose, in a place that can change without a new version.',
    clauses: masked.map((one) => one.clause),
    sentence: `The published copy hides where to write for ${purposes.join(' and ')}${several ? '; they are different addresses' : ''}.`,
    facts: { purposes, shown: masked.map((one) => one.shown) },
  });
};

export const printedTwice: Lint = ({ principles }) => {
  const twice = principles.filter((one) => one.printed > 1);
  const split = principles.filter((one) => one.clauses.length > 1);
  if (twice.length === 0 && split.length === 0) return [];
  const headings =
    split.length === 0 ? '' : `; under two headings: ${split.map((one) => one.title).join(', ')}`;
  return findings(
    {
      id: 'printed-twice',
      mend: 'Print each principle once, and refer to it where else it counts.',
      clauses: [...twice, ...split].flatMap((one) => one.clauses),
      sentence: `${twice.length} principles are printed more than once${headings}.`,
      facts: { twice: twice.map((one) => one.title), split: split.map((one) => one.title) },
    },
    'note',
  );
};

/** The body leans on policies that its own list leaves out. */
export const unlistedPolicies: Lint = (document) => {
  const { policiesListed, policiesReliedOn } = document;
  const unlisted = policiesReliedOn.filter((one) => !policiesListed.includes(one));
  if (unlisted.length === 0) return [];
  return findings({
    id: 'unlisted-policies',
    mend: 'Add them to the list of policies, each with its owner and where to read it.',
    clauses: standing(document, 'policies'),
    sentence: `Relied on and not listed: ${unlisted.join(', ')}.`,
    facts: { policies: unlisted },
  });
};

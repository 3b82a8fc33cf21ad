import { foundIf, standing, type Lint } from './finding.ts';

export const unnumberedSections: Lint = (document) => {
  const bare = document.sections.filter((section) => section.number === null);
  return foundIf(
    bare.length > 0,
    'unnumbered-sections',
    standing(document, 'sections'),
    `Sections ${bare.map((one) => one.implied).join(' and ')} carry no number; the numbering of what follows implies them.`,
    'note',
  );
};

export const missingAppendices: Lint = ({ appendices }) => {
  const missing = appendices.filter((one) => !one.attached);
  return foundIf(
    missing.length > 0,
    'missing-appendices',
    missing.map((one) => one.clause),
    `Cited and not attached: ${missing.map((one) => one.name).join('; ')}.`,
  );
};

/** Two duties of one kind that people must bring to two places, or to an address that nobody can read. */
export const hiddenAddresses: Lint = ({ addresses }) => {
  const masked = addresses.filter((one) => one.masked);
  const differ = new Set(addresses.map((one) => one.shown)).size > 1;
  return foundIf(
    masked.length > 0 && differ,
    'hidden-addresses',
    masked.map((one) => one.clause),
    `${addresses.map((one) => one.purpose).join(' and ')} go to different addresses, ${masked.length} of them hidden in the published copy.`,
  );
};

export const printedTwice: Lint = ({ principles }) => {
  const twice = principles.filter((one) => one.printed > 1);
  const split = principles.filter((one) => one.clauses.length > 1);
  return foundIf(
    twice.length > 0 || split.length > 0,
    'printed-twice',
    [...twice, ...split].flatMap((one) => one.clauses),
    `${twice.length} principles are printed more than once; under two headings stand: ${split.map((one) => one.title).join(', ') || 'none'}.`,
    'note',
  );
};

/** The body leans on policies that its own list leaves out. */
export const unlistedPolicies: Lint = (document) => {
  const { policiesListed, policiesReliedOn } = document;
  const unlisted = policiesReliedOn.filter((one) => !policiesListed.includes(one));
  return foundIf(
    unlisted.length > 0,
    'unlisted-policies',
    standing(document, 'policies'),
    `Relied on and not listed: ${unlisted.join(', ')}.`,
  );
};

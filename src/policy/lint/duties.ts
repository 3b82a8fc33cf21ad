import type { PolicyDocument } from '../document.ts';
import { findings, standing, type Lint } from './finding.ts';

/** Whom a word of address takes in besides itself. */
const within: Readonly<Record<string, readonly string[]>> = { staff: ['employees'] };

export const audienceTooNarrow: Lint = (document) => {
  const { audience, covers } = document;
  const addressed = new Set([...audience, ...audience.flatMap((one) => within[one] ?? [])]);
  const unnamed = covers.filter((one) => !addressed.has(one));
  if (unnamed.length === 0) return [];
  return findings({
    id: 'audience-too-narrow',
    mend: 'Address the policy to everybody whom it covers, and tell those who were left out.',
    clauses: standing(document, 'audience', 'covers'),
    sentence: `It is addressed to ${audience.join(', ')}, and also covers ${unnamed.join(', ')}.`,
    facts: { audience, unnamed },
  });
};

export const twoOverall: Lint = ({ accountable }) => {
  const overall = accountable.filter((one) => one.overall);
  if (overall.length < 2) return [];
  return findings({
    id: 'two-hold-the-whole',
    mend: 'Say which of them answers for the whole, and what the others answer for.',
    clauses: overall.map((one) => one.clause),
    sentence: `More than one holds the whole: ${overall.map((one) => `${one.who} is ${one.duty}`).join('; ')}.`,
    facts: { holders: overall.map((one) => one.who) },
  });
};

type Practice = PolicyDocument['practices'][number]['practice'];

const doubtful =
  (practice: Practice, id: string, sentence: string, mend: string): Lint =>
  ({ practices }) => {
    const clauses = practices.filter((one) => one.practice === practice).map((one) => one.clause);
    return clauses.length === 0 ? [] : findings({ id, clauses, sentence, mend, facts: { practice } });
  };

export const passwordsCollected = doubtful(
  'collects-passwords',
  'passwords-collected',
  'Passwords of other people’s accounts are to be collected: against good security practice, and it seems against the terms of networks.',
  'Ask to be made a second administrator instead, and keep only where a password is sealed, never the password.',
);

export const ownAccountsAsImpostors = doubtful(
  'reports-own-accounts-as-impostors',
  'own-accounts-as-impostors',
  'An account that was approved may be reported as an impostor, which would be untrue.',
  'Say that an approved account is paused and put right by its owner, and that only a false one is reported.',
);

import * as dates from './lint/dates.ts';
import * as duties from './lint/duties.ts';
import type { Finding, Lint } from './lint/finding.ts';
import * as names from './lint/names.ts';
import * as promises from './lint/promises.ts';
import * as structure from './lint/structure.ts';
import type { Policy } from './policy.ts';

export type { Finding } from './lint/finding.ts';

const lints: readonly Lint[] = [
  dates.reviewDatePassed,
  structure.unnumberedSections,
  names.renamedProducts,
  names.markTakenForProof,
  structure.missingAppendices,
  structure.hiddenAddresses,
  promises.promiseWithoutShare,
  promises.dayLeftOpen,
  names.doubtfulWords,
  structure.printedTwice,
  dates.changedAfterRatification,
  dates.historyWithoutYears,
  duties.audienceTooNarrow,
  duties.twoOverall,
  duties.passwordsCollected,
  duties.ownAccountsAsImpostors,
  promises.erasureWithoutLimits,
  structure.unlistedPolicies,
  names.channelWithoutAccount,
];

/** What an auditor would ask about this document on this day: general rules over its own data, never a list of answers. */
export const lintPolicy = (policy: Pick<Policy, 'document'>, today: Temporal.PlainDate): readonly Finding[] =>
  lints.flatMap((lint) => lint(policy.document, today));

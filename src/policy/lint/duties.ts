import { found, foundIf, standing, type Lint } from './finding.ts';

/** "Usually" needs a share, or nobody can say whether it was kept. */
export const promiseWithoutShare: Lint = ({ promises }) =>
  promises
    .filter(
      (one) => one.force === 'usually' && (one.targetShare === null || one.answers['near-closing'] === false),
    )
    .map((one) =>
      found(
        'promise-without-share',
        [one.clause],
        `“${one.promise}” is promised usually: with no share that counts as good, and no rule for what comes in near closing time.`,
      ),
    );

const dayQuestions = {
  'before-opening': 'which day an early message belongs to',
  'bank-holidays': 'what a bank holiday changes',
} as const;

export const dayLeftOpen: Lint = ({ promises }) =>
  promises.flatMap((one) => {
    const open = Object.entries(dayQuestions).filter(([question]) => one.answers[question] === false);
    return open.length === 0
      ? []
      : [
          found(
            'day-left-open',
            [one.clause],
            `“${one.promise}” does not say ${open.map(([, words]) => words).join(', nor ')}.`,
          ),
        ];
  });

export const audienceTooNarrow: Lint = (document) => {
  const { audience, covers } = document;
  // Employees are who "staff" means; the others are not.
  const unnamed = covers.filter((one) => !audience.includes(one) && one !== 'employees');
  return foundIf(
    unnamed.length > 0,
    'audience-too-narrow',
    standing(document, 'audience', 'covers'),
    `It is addressed to ${audience.join(', ')} and also covers ${unnamed.join(', ')}.`,
  );
};

export const twoOverall: Lint = ({ accountable }) => {
  const overall = accountable.filter((one) => one.overall);
  return foundIf(
    overall.length > 1,
    'two-hold-the-whole',
    overall.map((one) => one.clause),
    `Two hold the whole: ${overall.map((one) => `${one.who} is ${one.duty}`).join('; ')}.`,
  );
};

const practice =
  (name: 'collects-passwords' | 'reports-own-accounts-as-impostors', id: string, sentence: string): Lint =>
  ({ practices }) =>
    practices.filter((one) => one.practice === name).map((one) => found(id, [one.clause], sentence));

export const passwordsCollected = practice(
  'collects-passwords',
  'passwords-collected',
  'Passwords of accounts are to be collected, against the terms of networks and good security practice.',
);
export const ownAccountsAsImpostors = practice(
  'reports-own-accounts-as-impostors',
  'own-accounts-as-impostors',
  'An approved account may be reported as an impostor, which would be untrue.',
);

const erasureAnswers = ['time', 'holds', 'records'] as const;

export const erasureWithoutLimits: Lint = ({ practices }) =>
  practices
    .filter(
      (one) =>
        one.practice === 'pass-on-then-delete' &&
        erasureAnswers.some((answer) => !one.limits.includes(answer)),
    )
    .map((one) =>
      found(
        'erasure-without-limits',
        [one.clause],
        `Details are passed on and deleted, with nothing said on: ${erasureAnswers.filter((answer) => !one.limits.includes(answer)).join(', ')}.`,
      ),
    );

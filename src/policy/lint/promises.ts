import { findings, type Lint } from './finding.ts';

/** "Usually" needs a share, or nobody can say whether it was kept. */
export const promiseWithoutShare: Lint = ({ promises }) =>
  promises.flatMap((one) => {
    if (one.force !== 'usually') return [];
    const unsaid = [
      ...(one.targetShare === null ? ['which share counts as good'] : []),
      ...(one.answers['near-closing'] === false ? ['what holds near closing time'] : []),
    ];
    if (unsaid.length === 0) return [];
    return findings({
      id: 'promise-without-share',
      mend: 'Say which share counts as kept, and what holds for what comes in shortly before closing.',
      clauses: [one.clause],
      sentence: `“${one.promise}” is promised usually; it does not say ${unsaid.join(', nor ')}.`,
      facts: { promise: one.promise, unsaid },
    });
  });

const dayQuestions = {
  'before-opening': 'to which day a message before opening belongs',
  'bank-holidays': 'what a bank holiday changes',
} as const;

/** A promise by the day must say which day. */
export const dayLeftOpen: Lint = ({ promises }) =>
  promises.flatMap((one) => {
    const unsaid = Object.entries(dayQuestions)
      .filter(([question]) => one.answers[question] === false)
      .map(([, words]) => words);
    if (unsaid.length === 0) return [];
    return findings({
      id: 'day-left-open',
      mend: 'Say to which day a message before opening belongs, and what a bank holiday changes.',
      clauses: [one.clause],
      sentence: `“${one.promise}” does not say ${unsaid.join(', nor ')}.`,
      facts: { promise: one.promise, unsaid },
    });
  });

const erasureQuestions = {
  time: 'by when',
  holds: 'what stops it',
  records: 'what must be kept all the same',
} as const;

export const erasureWithoutLimits: Lint = ({ practices }) =>
  practices.flatMap(({ practice, clause, limits }) => {
    if (practice !== 'pass-on-then-delete') return [];
    const unsaid = Object.entries(erasureQuestions)
      .filter(([question]) => !limits.includes(question))
      .map(([, words]) => words);
    if (unsaid.length === 0) return [];
    return findings({
      id: 'erasure-without-limits',
      mend: 'Say by when it is deleted, what stops the deletion, and which records must be kept all the same.',
      clauses: [clause],
      sentence: `Personal details are passed on and then deleted; it does not say ${unsaid.join(', nor ')}.`,
      facts: { unsaid },
    });
  });

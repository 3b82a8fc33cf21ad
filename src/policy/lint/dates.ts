import { findings, standing, type Lint } from './finding.ts';

/** A month without a day is due on its last day. */
export function reviewDue(nextReview: string): Temporal.PlainDate {
  return nextReview.length === 7
    ? Temporal.PlainYearMonth.from(nextReview).toPlainDate({ day: 31 })
    : Temporal.PlainDate.from(nextReview);
}

export const reviewDatePassed: Lint = (document, today) => {
  const due = reviewDue(document.nextReview);
  if (Temporal.PlainDate.compare(today, due) <= 0) return [];
  return findings({
    id: 'review-date-passed',
    mend: 'Review it now, and record the new date; until then every committee paper must say that it is overdue.',
    clauses: standing(document, 'next-review'),
    sentence: `The review was due by ${due.toString()} and is overdue.`,
    facts: { due: due.toString(), today: today.toString(), daysLate: due.until(today).days },
  });
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A history date such as `21 June` or `3 May 2019`; in `year` where none is printed. Undefined where it is no such date. */
export function historyDate(text: string, year: number): Temporal.PlainDate | undefined {
  const [, day, name, printed] = /^(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?(?:\s+(\d{4}))?\b/.exec(text) ?? [];
  const month = months.indexOf((name ?? '').toLowerCase()) + 1;
  if (day === undefined || month === 0) return undefined;
  return Temporal.PlainDate.from({ year: Number(printed ?? year), month, day: Number(day) });
}

const bringsSomethingNew = /\b(new|added|add)\b.*\bsection\b|\bsection\b.*\badded\b/i;

/** Something was added after the committee had ratified. */
export const changedAfterRatification: Lint = (document) => {
  const { ratified, history } = document;
  if (ratified === null) return [];
  const on = Temporal.PlainDate.from(ratified);
  const late = history.filter((row) => {
    const date = historyDate(row.date, on.year);
    return (
      date !== undefined && Temporal.PlainDate.compare(date, on) > 0 && bringsSomethingNew.test(row.summary)
    );
  });
  return late.flatMap((row) =>
    findings({
      id: 'changed-after-ratification',
      mend: 'Have the committee ratify the text as it stands, and record that meeting; or take out what was added.',
      clauses: standing(document, 'ratified', 'history'),
      sentence: `Ratified on ${ratified}, yet version ${row.version} of ${row.date} adds a section.`,
      facts: { ratified, version: row.version, date: row.date, summary: row.summary },
    }),
  );
};

export const historyWithoutYears: Lint = (document) => {
  const without = document.history.filter((row) => !/\b\d{4}\b/.test(row.date));
  if (without.length === 0) return [];
  return findings(
    {
      id: 'history-without-years',
      mend: 'Write the year with each date of the history.',
      clauses: standing(document, 'history'),
      sentence: `${without.length} of ${document.history.length} dates of the version history have no year.`,
      facts: { dates: without.map((row) => row.date) },
    },
    'note',
  );
};

import { found, foundIf, standing, type Lint } from './finding.ts';

/** A month without a day is due on its last day. */
export function reviewDue(nextReview: string): Temporal.PlainDate {
  return nextReview.length === 7
    ? Temporal.PlainYearMonth.from(nextReview).toPlainDate({ day: 31 })
    : Temporal.PlainDate.from(nextReview);
}

export const reviewDatePassed: Lint = (document, today) => {
  const due = reviewDue(document.nextReview);
  return foundIf(
    Temporal.PlainDate.compare(today, due) > 0,
    'review-date-passed',
    standing(document, 'next-review'),
    `The review was due by ${due.toString()} and is overdue.`,
  );
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A history date such as `21 June`, in the year of ratification where none is printed. */
function historyDate(text: string, year: number): Temporal.PlainDate | undefined {
  const [, day, month] = /^(\d{1,2})\s+([A-Za-z]{3})/.exec(text) ?? [];
  const index = months.indexOf((month ?? '').toLowerCase());
  return day === undefined || index < 0
    ? undefined
    : Temporal.PlainDate.from({ year, month: index + 1, day: Number(day) });
}

const bringsSomethingNew = /\b(new|added|add)\b.*\bsection\b|\bsection\b.*\badded\b/i;

/** Something was added after the committee had ratified. */
export const changedAfterRatification: Lint = (document) => {
  const { ratified, history } = document;
  if (ratified === null) return [];
  const on = Temporal.PlainDate.from(ratified);
  return history.flatMap((row) => {
    const date = historyDate(row.date, on.year);
    const late =
      date !== undefined && Temporal.PlainDate.compare(date, on) > 0 && bringsSomethingNew.test(row.summary);
    return late
      ? [
          found(
            'changed-after-ratification',
            standing(document, 'ratified', 'history'),
            `Ratified on ${ratified}, yet version ${row.version} of ${row.date} adds a section.`,
          ),
        ]
      : [];
  });
};

export const historyWithoutYears: Lint = (document) => {
  const without = document.history.filter((row) => !/\b\d{4}\b/.test(row.date));
  return foundIf(
    without.length > 0,
    'history-without-years',
    standing(document, 'history'),
    `${without.length} dates of the version history have no year.`,
    'note',
  );
};

/** Years in which a day of this work can lie. Beyond them no clock, calendar or database is asked. */
export const plausibleYears = { first: 1900, last: 2999 } as const;

export const isPlausible = ({ year }: Temporal.PlainDate): boolean =>
  year >= plausibleYears.first && year <= plausibleYears.last;

/** What to tell somebody whose day lies beyond. */
export const implausibleWords = `Give a year from ${plausibleYears.first} to ${plausibleYears.last}`;

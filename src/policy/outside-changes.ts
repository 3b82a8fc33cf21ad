/** What changed in the world after policies had been written. Facts about others, with the month from which they hold. */

export interface Renamed {
  readonly was: string;
  /** Null where the product was closed. */
  readonly now: string | null;
  readonly since: string;
}

export const renamedProducts: readonly Renamed[] = [
  { was: 'Google+', now: null, since: '2019-04' },
  { was: 'Periscope', now: null, since: '2021-03' },
  { was: 'Yammer', now: 'Viva Engage', since: '2023-02' },
  { was: 'Twitter', now: 'X', since: '2023-07' },
];

/** Networks on which the mark of an authentic account can be bought, so that by itself it proves nothing. */
export const soldMarks: readonly { readonly network: string; readonly since: string }[] = [
  { network: 'Twitter', since: '2022-11' },
  { network: 'X', since: '2022-11' },
  { network: 'Facebook', since: '2023-02' },
  { network: 'Instagram', since: '2023-02' },
];

/** Whether something that holds since a month holds on this day. */
export const heldOn = (since: string, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainYearMonth.from(since).toPlainDate({ day: 1 }), today) <= 0;

/** How long a clock of the law runs. */
export type ClockLength =
  | { readonly unit: 'working-days'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number; readonly rollsOver: boolean }
  | { readonly unit: 'months'; readonly count: number; readonly rollsOver: boolean }
  | { readonly unit: 'hours'; readonly count: number };

export interface StatutoryClock {
  readonly title: string;
  readonly starts: string;
  readonly length: ClockLength;
  /** What good practice asks, where that is shorter than the limit. Same unit. */
  readonly aim?: number;
  /** How much longer it may take when extended, in the unit of `length`. */
  readonly extension?: number;
  /** Whose bank holidays are no working days, unless the organisation is elsewhere; null where every day counts. */
  readonly holidays: 'england-and-wales' | 'uk-union' | null;
  /** `confirmed`: read in a public source. `to-confirm`: from memory; show it as unconfirmed until somebody checks it. */
  readonly mark: 'confirmed' | 'to-confirm';
  /** The source, what is not confirmed, and what the number does not say. */
  readonly note: string;
}

const clock = (spec: StatutoryClock): StatutoryClock => spec;

/** Clocks that one message can start. Working days are Monday to Friday without bank holidays. */
export const statutoryClocks = {
  'complaint-acknowledgement': clock({
    title: 'Acknowledge an NHS complaint',
    starts: 'the day after it was received',
    length: { unit: 'working-days', count: 3 },
    holidays: 'england-and-wales',
    mark: 'confirmed',
    note: 'NHS complaints regulations, England: 3 working days. How the first day is counted is to be confirmed.',
  }),
  'complaint-explanation': clock({
    title: 'Explain why an NHS complaint is still open',
    starts: 'the day it was received',
    length: { unit: 'months', count: 6, rollsOver: false },
    holidays: null,
    mark: 'confirmed',
    note: 'There is no fixed limit for a full reply: agree a date with the person, and explain when 6 months have passed.',
  }),
  'complaint-time-bar': clock({
    title: 'Last day to make an NHS complaint',
    starts: 'the day it happened, or the day the person came to know',
    length: { unit: 'months', count: 12, rollsOver: false },
    holidays: null,
    mark: 'confirmed',
    note: 'May be set aside for good reasons. Never turn a complaint away on this date alone.',
  }),
  foi: clock({
    title: 'Answer a freedom of information request',
    starts: 'the day after it was received, also when that was a weekend or a closed day',
    length: { unit: 'working-days', count: 20 },
    holidays: 'uk-union',
    mark: 'confirmed',
    note: 'Freedom of Information Act 2000: promptly, and not later than the 20th working day. A bank holiday in any part of the UK is no working day; a closure of our own is one. The same for environmental information is to be confirmed.',
  }),
  'foi-internal-review': clock({
    title: 'Finish the internal review of a freedom of information answer',
    starts: 'the day after the review was asked for',
    length: { unit: 'working-days', count: 40 },
    aim: 20,
    holidays: 'uk-union',
    mark: 'to-confirm',
    note: 'Good practice is 20 working days, and never more than 40.',
  }),
  'foi-review-request': clock({
    title: 'Last day to ask for an internal review of a freedom of information answer',
    starts: 'the day after the answer',
    length: { unit: 'working-days', count: 40 },
    holidays: 'uk-union',
    mark: 'to-confirm',
    note: 'The person has 40 working days to ask.',
  }),
  'rights-request': clock({
    title: 'Answer a request about a person’s own data',
    starts: 'the day it was received, whichever day that is',
    length: { unit: 'months', count: 1, rollsOver: true },
    extension: 2,
    holidays: 'england-and-wales',
    mark: 'confirmed',
    note: 'UK GDPR, as the Information Commissioner counts: the same date next month, the last day of the month if there is none, and the next working day if that is a weekend or bank holiday. 2 months more for complex requests, if the person is told within the first month.',
  }),
  'data-protection-complaint': clock({
    title: 'Acknowledge a complaint about how personal data was handled',
    starts: 'the day after it was received; weekends count',
    length: { unit: 'days', count: 30, rollsOver: true },
    holidays: 'england-and-wales',
    mark: 'confirmed',
    note: 'Data (Use and Access) Act 2025, in force since 19 June 2026: acknowledge in 30 days, give the outcome without undue delay.',
  }),
  'data-breach': clock({
    title: 'Report a breach of personal data to the Information Commissioner',
    starts: 'the moment we became aware',
    length: { unit: 'hours', count: 72 },
    holidays: null,
    mark: 'to-confirm',
    note: 'UK GDPR: 72 hours, nights, weekends and bank holidays included.',
  }),
  'duty-of-candour': clock({
    title: 'Tell the person about an incident',
    starts: 'the day after the incident was confirmed',
    length: { unit: 'working-days', count: 10 },
    holidays: 'england-and-wales',
    mark: 'to-confirm',
    note: 'As soon as can be. 10 working days is the norm in NHS contracts, for providers of care.',
  }),
} as const satisfies Record<string, StatutoryClock>;

export type StatutoryClockName = keyof typeof statutoryClocks;

export const statutoryClockNames = Object.keys(statutoryClocks) as readonly StatutoryClockName[];

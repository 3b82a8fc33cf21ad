import type { Row } from '#kernel/lifecycle.ts';

/** One stretch in which one person is on call. What of it is open time needs nobody on call. */
export interface Shift extends Row {
  state: 'planned' | 'cancelled';
  person: string;
  /** Who steps in where the person cannot be reached. */
  deputy: string | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  /** From when its handover note can be written. */
  note_from: Temporal.Instant;
  /** When the weekly test page is due in this shift, and the Monday of that week. */
  test_at: Temporal.Instant;
  test_week: Temporal.PlainDate;
}

/** How turns may follow one another, with the words in which people read it. */
export const patterns = {
  week: 'A week each',
  'weekdays-weekend': 'Monday to Friday, then Friday to Monday',
  night: 'A night each',
} as const;
export type PatternName = keyof typeof patterns;

/** Many shifts that were planned together. */
export interface RotaPattern extends Row {
  state: 'planned';
  pattern: PatternName;
  first_day: Temporal.PlainDate;
  weeks: number;
  hour: number;
  people: { readonly list: readonly string[] };
}

export interface Swap extends Row {
  state: 'asked' | 'taken' | 'declined' | 'taken-back' | 'lapsed';
  shift: string;
  /** A shift of somebody else that the asker would take for it. */
  in_return: string | null;
  asked_by: string;
  /** Only this person may take it; null for any duty manager. */
  asked_of: string | null;
  why: string | null;
  taken_by: string | null;
  settled_at: Temporal.Instant | null;
}

export interface HandoverNote extends Row {
  state: 'owed' | 'written' | 'read';
  shift: string;
  writer: string;
  due_at: Temporal.Instant;
  text: string | null;
  written_by: string | null;
  written_at: Temporal.Instant | null;
  read_by: string | null;
  read_at: Temporal.Instant | null;
}

/** Why a test page failed, with the words in which people read it. */
export const failures = {
  'not-sent': 'It was not sent',
  'not-delivered': 'It did not arrive',
  'not-acknowledged': 'Nobody acknowledged it',
} as const;
/** What was done about it. */
export const settlements = {
  reached: 'They were reached another way, and it works now',
  corrected: 'Their contact details were put right',
  replaced: 'Somebody else takes the shift',
} as const;

export interface TestPage extends Row {
  state: 'due' | 'sent' | 'acknowledged' | 'failed' | 'settled';
  person: string;
  shift: string;
  /** The Monday of its week: one for each person and week. */
  week: Temporal.PlainDate;
  due_at: Temporal.Instant;
  fails_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  acknowledged_at: Temporal.Instant | null;
  failed_at: Temporal.Instant | null;
  why: keyof typeof failures | null;
  settled: keyof typeof settlements | null;
}

/** The look at the rota that is made once a day. */
export interface RotaCheck extends Row {
  state: 'full' | 'short';
  day: Temporal.PlainDate;
  holes: number;
  /** The first hole in the days that must be full. */
  hole_from: Temporal.Instant | null;
  hole_to: Temporal.Instant | null;
}

export interface RotaTables {
  shifts: Shift;
  rota_patterns: RotaPattern;
  swaps: Swap;
  handover_notes: HandoverNote;
  test_pages: TestPage;
  rota_checks: RotaCheck;
}

/** A shift as decisions and the reckoning of cover look at it. */
export interface Turn {
  readonly id: string;
  readonly person: string;
  readonly deputy: string | null;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

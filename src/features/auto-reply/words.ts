import type { Row } from '#kernel/lifecycle.ts';

/** That somebody was answered by itself, once in a stretch of open or closed hours. */
export interface AutomaticReply extends Row {
  state: 'begun';
  enquiry: string;
  account: string;
  /** Tells whether this person has had it in this stretch, and nothing about who they are. */
  once: string;
  form: Form;
  text: string;
}

/** A text that a person has put into a network whose messages no program can answer. */
export interface PastedText extends Row {
  state: 'pasted';
  account: string;
  text: string;
  pasted_by: string | null;
  checked_on: Temporal.PlainDate;
  check_due_on: Temporal.PlainDate;
}

/** How it reads while we are open, while we are closed, and on a day that is closed for a reason of its own. */
export type Form = 'open' | 'closed' | 'closed-today';

export interface AutoReplyTables {
  automatic_replies: AutomaticReply;
  pasted_texts: PastedText;
}

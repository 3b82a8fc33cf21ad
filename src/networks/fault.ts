/**
 * The few ways in which a network can fail us. Every network's own errors become one of these, so that
 * nobody above this folder needs to know whose they were.
 *
 * - `refused`: it will not take this, now or later, until something in it changes.
 * - `busy`: it asks us to wait; `until` says how long. Nothing was written.
 * - `keys`: it does not know us any more; a person must connect the account again.
 * - `window-closed`: it took too long to answer and this person can no longer be written to.
 * - `away`: it could not be reached and nothing was written; the same call may be made again later.
 * - `unknown`: something was sent and no answer came. Look for it before doing anything else.
 */
export type FaultKind = 'refused' | 'busy' | 'keys' | 'window-closed' | 'away' | 'unknown';

interface FaultFacts {
  /** Instant from which it is worth trying again; always there for `busy`. */
  readonly until?: Temporal.Instant;
  /** Which part of what we sent was refused, in the contract's words: `text`, `pictures`, `replyTo`. */
  readonly field?: string;
  /** The network's own word for it, for the log. Never holds a secret or a person's words. */
  readonly code?: string;
  /** What lies beneath, for the log. */
  readonly cause?: unknown;
}

/** A network said no, or said nothing. `message` is a sentence for the person whose post or reply it was. */
export class NetworkFault extends Error {
  override name = 'NetworkFault';
  readonly kind: FaultKind;
  readonly until: Temporal.Instant | undefined;
  readonly field: string | undefined;
  readonly code: string | undefined;

  constructor(kind: FaultKind, message: string, facts: FaultFacts = {}) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined);
    this.kind = kind;
    this.until = facts.until;
    this.field = facts.field;
    this.code = facts.code;
  }
}

/** @param field part of what we sent, in the contract's words. */
export const refused = (message: string, field?: string, code?: string): NetworkFault =>
  new NetworkFault('refused', message, { ...(field && { field }), ...(code && { code }) });

export const busy = (until: Temporal.Instant): NetworkFault =>
  new NetworkFault('busy', 'The network asks us to wait before we send more.', { until });

export const isFault = (error: unknown, kind?: FaultKind): error is NetworkFault =>
  error instanceof NetworkFault && (kind === undefined || error.kind === kind);

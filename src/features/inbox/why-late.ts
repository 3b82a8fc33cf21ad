import type { Enquiry } from './words.ts';

type Late = Pick<
  Enquiry,
  'received_at' | 'ingested_at' | 'limit_at' | 'first_reply_at' | 'first_claimed_at' | 'troubles'
>;

/** A lag that is worth naming: longer than any poll takes. */
const LAG_MINUTES = 15;

/** What the record shows about why a reply was late: facts, no guesses, and blame for nobody. */
export function causesOf(row: Late): string[] {
  const lag = Math.floor((row.ingested_at.epochMilliseconds - row.received_at.epochMilliseconds) / 60_000);
  const causes: string[] = [];
  if (lag >= LAG_MINUTES) causes.push(`it reached us ${lag} minutes after it was said`);
  if (row.troubles > 0)
    causes.push(row.troubles === 1 ? 'a reply did not go out' : `${row.troubles} replies did not go out`);
  if (row.first_claimed_at === null) causes.push('nobody took it');
  else if (Temporal.Instant.compare(row.first_claimed_at, row.limit_at) > 0)
    causes.push('nobody took it in time');
  if (row.first_reply_at === null) causes.push('there is no reply yet');
  return causes.length === 0 ? ['it was taken in time, and the reply came late'] : causes;
}

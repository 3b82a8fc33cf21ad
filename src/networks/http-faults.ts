/** How an HTTP answer, or the lack of one, becomes one of the few faults. The same for every network over HTTP. */
import { busy, NetworkFault } from './fault.ts';
import { OutboundFault } from './outbound.ts';
import { lostAnswer } from './send-once.ts';

/** `write`: something is changed out there, so that an answer which is lost leaves us not knowing. */
export type Doing = 'read' | 'write';

export const outOfReach = (code?: string): NetworkFault =>
  new NetworkFault('away', 'The network cannot be reached. Nothing was sent; we will try again.', {
    ...(code && { code }),
  });

export const badKeys = (code?: string): NetworkFault =>
  new NetworkFault('keys', 'The network does not let us in any more. Connect the account again.', {
    ...(code && { code }),
  });

/** No whole answer came. An address that we block is a setting to be mended, and so is `refused`. */
export function faultWithoutAnswer(error: OutboundFault, doing: Doing): NetworkFault {
  if (error.kind === 'blocked') return new NetworkFault('refused', error.message, { code: 'blocked' });
  return error.reached && doing === 'write' ? lostAnswer(error.kind) : outOfReach(error.kind);
}

/**
 * @param status HTTP's, of an answer that is no success.
 * @returns undefined where the status alone does not tell.
 */
export function faultFromStatus(
  status: number,
  headers: { get(name: string): string | null },
  now: Temporal.Instant,
  doing: Doing,
): NetworkFault | undefined {
  if (status === 401) return badKeys(String(status));
  if (status === 429) return busy(waitUntil(headers, now));
  if (status >= 500) return doing === 'write' ? lostAnswer(String(status)) : outOfReach(String(status));
  return undefined;
}

const LEAST_WAIT = Temporal.Duration.from({ seconds: 30 });
const MOST_WAIT = Temporal.Duration.from({ hours: 24 });

/**
 * From `retry-after` (seconds, or a date: RFC 9110 10.2.3) and `ratelimit-reset` (seconds since 1970, as Bluesky
 * and others send it); the later of the two. Between half a minute and a day from now, whatever a peer says.
 */
export function waitUntil(
  headers: { get(name: string): string | null },
  now: Temporal.Instant,
): Temporal.Instant {
  const said = [retryAfter(headers.get('retry-after'), now), reset(headers.get('ratelimit-reset'))];
  const least = now.add(LEAST_WAIT);
  const most = now.add(MOST_WAIT);
  const latest = said.reduce<Temporal.Instant>(
    (late, each) => (each && Temporal.Instant.compare(each, late) > 0 ? each : late),
    least,
  );
  return Temporal.Instant.compare(latest, most) > 0 ? most : latest;
}

function retryAfter(value: string | null, now: Temporal.Instant): Temporal.Instant | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value)) return now.add({ seconds: Number(value) });
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Temporal.Instant.fromEpochMilliseconds(date);
}

function reset(value: string | null): Temporal.Instant | undefined {
  return value !== null && /^\d{9,11}$/.test(value)
    ? Temporal.Instant.fromEpochMilliseconds(Number(value) * 1000)
    : undefined;
}

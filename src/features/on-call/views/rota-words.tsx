import type { ReactNode } from 'react';
import { Icon, Tag, format } from '#screens/index.ts';

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** `17:00 to 09:00`, or with days where it is longer than a night. */
export function timesInWords(from: string, to: string, zone: string): string {
  const [begins, ends] = [at(from), at(to)];
  const short = begins.until(ends).total('hours') < 24;
  return short
    ? `${format.timeOf(begins, zone)} to ${format.timeOf(ends, zone)}`
    : `${format.dayOf(begins, zone)} ${format.timeOf(begins, zone)} to ${format.dayOf(ends, zone)} ${format.timeOf(ends, zone)}`;
}

/** `Fri 27 Nov 2026 17:00 to Mon 30 Nov 2026 09:00` */
export const stretchInFull = (from: string, to: string, zone: string): string =>
  `${format.momentOf(at(from), zone)} to ${format.momentOf(at(to), zone)}`;

/** What is missing, in red words with a sign: never by colour alone. */
export const Missing = ({ children }: { readonly children: ReactNode }) => (
  <span className="sp-missing">
    <Icon name="warning" /> <strong>{children}</strong>
  </span>
);

const swapStates = {
  asked: <Tag colour="yellow">Waiting</Tag>,
  taken: <Tag colour="green">Taken</Tag>,
  declined: <Tag colour="grey">Declined</Tag>,
  'taken-back': <Tag colour="grey">Taken back</Tag>,
  lapsed: <Tag colour="grey">Lapsed</Tag>,
} as const;
const testStates = {
  due: <Tag colour="yellow">Due, not sent</Tag>,
  sent: <Tag colour="yellow">Sent</Tag>,
  acknowledged: <Tag colour="green">Acknowledged</Tag>,
  failed: <Tag colour="red">Failed</Tag>,
  settled: <Tag colour="grey">Failed, dealt with</Tag>,
} as const;

export const SwapState = ({ state }: { readonly state: string }) =>
  swapStates[state as keyof typeof swapStates] ?? null;
export const TestState = ({ state }: { readonly state: string }) =>
  testStates[state as keyof typeof testStates] ?? null;

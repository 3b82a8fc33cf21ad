import type { Channel, PageMessage } from './words.ts';

/** Channels of one try, in the policy's order: for a person all of them, for the team's room its own. */
export const channelsFor = (
  { person }: Pick<PageMessage, 'person'>,
  order: readonly Channel[],
): readonly Channel[] => (person === null ? ['team'] : order);

/** What is tried after this one failed; undefined where that was the last. */
export function channelAfter(
  message: Pick<PageMessage, 'person' | 'channel'>,
  order: readonly Channel[],
): Channel | undefined {
  const all = channelsFor(message, order);
  return all[all.indexOf(message.channel) + 1];
}

/** All channels failed: minutes until they are tried again, doubling from one to fifteen. */
export const patienceAfter = (round: number): Temporal.Duration =>
  Temporal.Duration.from({ minutes: Math.min(2 ** round, 15) });

/** A count of those it is true of, among all. */
export interface Share {
  readonly of: number;
  readonly all: number;
}

export const ratio = ({ of, all }: Share): number => (all === 0 ? 1 : of / all);

export const asShare = (share: Share): string => (share.all === 0 ? '-' : ratio(share).toFixed(3));

/** With a mark where it falls short of what is asked for. */
export const demanded = (share: Share, least: number): string =>
  `${asShare(share)} (wanted ${least.toFixed(2)}${ratio(share) < least ? ', **not met**' : ''})`;

export const atMost = (share: Share, most: number): string =>
  `${asShare(share)} (at most ${most.toFixed(2)}${ratio(share) > most ? ', **not met**' : ''})`;

import type { IncomingKind } from '#networks/network.ts';

/** One message of the invented public. */
export interface PracticeMessage {
  /** Minutes before the moment at which practice begins. */
  readonly minutesAgo: number;
  readonly network: 'facebook' | 'x' | 'instagram' | 'linkedin' | 'tiktok' | 'youtube';
  readonly kind: IncomingKind;
  readonly handle: string;
  readonly name: string;
  readonly text: string;
}

/** @param minutesAgo before the moment at which practice begins. */
export const message = (
  minutesAgo: number,
  network: PracticeMessage['network'],
  kind: IncomingKind,
  handle: string,
  name: string,
  text: string,
): PracticeMessage => ({
  minutesAgo,
  network,
  kind,
  handle,
  name,
  text,
});

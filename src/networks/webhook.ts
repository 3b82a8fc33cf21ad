/** What a network pushes to us, where it does. */
import type { Incoming, Secret } from './network.ts';

/** Of a delivery, its headers by their names in small letters. */
export type DeliveryHeaders = Readonly<Record<string, string | undefined>>;

export interface Webhook {
  /**
   * True where these bytes were signed by the network. Compares in constant time.
   * @param moment the true time, and how far a signed moment may lie from it, where the network signs one.
   */
  genuine(
    body: Uint8Array,
    headers: DeliveryHeaders,
    secret: Secret,
    moment: { readonly now: Temporal.Instant; readonly within: Temporal.Duration },
  ): boolean;
  /** What names a delivery for good, however often it comes; a digest of its bytes where left out. */
  id?(body: Uint8Array, headers: DeliveryHeaders): string;
  /**
   * What a genuine delivery brings; empty where it only says that there is something to poll.
   * @throws NetworkFault `refused` for what cannot be read: it is kept aside, and a person sees it.
   */
  read(body: Uint8Array): readonly Incoming[];
}

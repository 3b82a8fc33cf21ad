import { asksForSomebody, kindsIn } from './details.ts';
import { detailsSpotted } from './events.ts';
import type { Enquiry } from './words.ts';

/** Says that somebody’s details stand in a message, where there are any that somebody must deal with. */
export const spottedEvents = (
  id: string,
  { details, network, visibility }: Pick<Enquiry, 'details' | 'network' | 'visibility'>,
) =>
  details !== null && asksForSomebody(details)
    ? [detailsSpotted({ enquiry: id, kinds: kindsIn(details).join(' '), network, visibility })]
    : [];

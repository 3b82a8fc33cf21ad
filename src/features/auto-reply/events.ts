import { event } from '#kernel/event.ts';

/** Somebody is to be answered by itself: the text stands in the row. */
export const automaticReplyBegun = event<{ automatic: string; enquiry: string }>('auto-reply.begun');

import { effect, event } from '#kernel/event.ts';

/** Something came in that wants a look. */
export const enquiryReceived = event<{ enquiry: string; kind: string }>('inbox.enquiry-received');
/**
 * It may be about somebody in danger, or grave for the organisation: somebody must look now, or first. `severity` is
 * 1 to 4, 1 the gravest; `tier` is `page` or `look-first`; `lead` the policy's id of the gravest label.
 */
export const enquiryFlagged = event<{ enquiry: string; tier: string; severity: number; lead: string }>(
  'inbox.enquiry-flagged',
);
/** The network took a reply, or a person posted it. `at` is an ISO 8601 instant. */
export const replySent = event<{ reply: string; enquiry: string; kind: string; at: string }>(
  'inbox.reply-sent',
);
export const replyRefused = event<{ reply: string; enquiry: string }>('inbox.reply-refused');
/** Nobody can say whether the network took it: a person must look. */
export const replyUnknown = event<{ reply: string; enquiry: string }>('inbox.reply-unknown');
export const replyDropped = event<{ reply: string; enquiry: string }>('inbox.reply-dropped');
/** A department is to answer. `at` and `due` are ISO 8601 instants. */
export const passedOn = event<{ enquiry: string; department: string; at: string; due: string }>(
  'inbox.passed-on',
);
export const enquiryClosed = event<{ enquiry: string; reason: string }>('inbox.enquiry-closed');
/** Somebody checked a directory entry before using it. */
export const signpostRechecked = event<{ signpost: string; version: number }>('inbox.signpost-rechecked');

/** Somebody’s details stand in it, of these kinds (a list with blanks between; `picture` for what a picture shows). */
export const detailsSpotted = event<{ enquiry: string; kinds: string; network: string; visibility: string }>(
  'inbox.details-spotted',
);
/** It is kept for this hold, and hidden; or it had been deleted before the hold could be put in place. */
export const heldBack = event<{ enquiry: string; hold: string }>('inbox.held-back');
export const holdTooLate = event<{ enquiry: string; hold: string }>('inbox.hold-too-late');
/** Its words, its pictures and its author were deleted. `at` is an ISO 8601 instant; `had` what was taken out. */
export const enquiryErased = event<{ enquiry: string; at: string; replies: number; notes: number }>(
  'inbox.enquiry-erased',
);

/** Send this reply. The row holds everything; the sender looks before it sends again. */
export const sendReply = effect<{ reply: string }>('inbox.send-reply');

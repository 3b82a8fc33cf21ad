import { event } from '#kernel/event.ts';

/**
 * Nobody is on call from one moment until another, and somebody must be. Said once a day for each hole that is near.
 * Both are ISO 8601 instants.
 */
export const holeFound = event<{ from: string; to: string }>('on-call.hole-found');
/** Whoever is on call is to get the test page of the week now. */
export const testPageDue = event<{ testPage: string; person: string }>('on-call.test-page-due');
export const testPageFailed = event<{ testPage: string; person: string; why: string }>(
  'on-call.test-page-failed',
);
/** Somebody has written what whoever follows must know. */
export const noteWritten = event<{ note: string; shift: string }>('on-call.note-written');

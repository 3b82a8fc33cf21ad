import { effect, event } from '#kernel/event.ts';

/** Send this message. The row holds everything. */
export const sendPage = effect<{ message: string }>('on-call.send-page');
/** Ask the channel what became of it. */
export const lookAfterPage = effect<{ message: string }>('on-call.look-after-page');
/** The time of the next step has come. A sweep finds it where this alarm is lost. */
export const nextPageStep = effect<{ page: string }>('on-call.next-step');

/** Somebody is being woken about an enquiry. */
export const pageOpened = event<{ page: string; enquiry: string; inHours: boolean }>('on-call.page-opened');
export const pageDecided = event<{ page: string; enquiry: string; decision: string }>('on-call.page-decided');

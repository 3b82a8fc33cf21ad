import { effect, event } from '#kernel/event.ts';

/** Something was given to somebody outside; `kind` is `question`, `details` or `share`. */
export const opened = event<{ handOver: string; enquiry: string; kind: string }>('hand-over.opened');
/** They said that they have it. Details were wiped here with that. */
export const received = event<{ handOver: string; enquiry: string; kind: string }>('hand-over.received');
/** The department says that it answered the enquirer; `at` is an ISO 8601 instant. */
export const answered = event<{ handOver: string; enquiry: string; at: string }>('hand-over.answered');
/** It is not theirs: the enquiry waits for somebody again. */
export const givenBack = event<{ handOver: string; enquiry: string }>('hand-over.given-back');
/** Nobody took it in time, and what was given was wiped. */
export const expired = event<{ handOver: string; enquiry: string; kind: string }>('hand-over.expired');

/** Nothing of what was given is here any more, because the message was deleted. */
export const contentWiped = event<{ handOver: string; enquiry: string }>('hand-over.wiped');

/** Nothing of what was kept as evidence is here any more, because the message was deleted. */
export const evidenceWiped = event<{ escalation: string; enquiry: string }>('hand-over.evidence-wiped');

/**
 * Write to whoever is asked now. `why`: `new`, `again`, `reminder`, `late`, `next` or `told-more`. The letter holds a
 * link and nothing about anybody.
 */
export const sendLetter = effect<{ handOver: string; why: string }>('hand-over.send-letter');

/** A worry was brought to somebody inside. */
export const escalated = event<{ escalation: string; enquiry: string; category: string; severity: string }>(
  'hand-over.escalated',
);
/** Tell whoever is asked now that a worry was brought to them. The letter says nothing of what it is about. */
export const tellPerson = effect<{ escalation: string }>('hand-over.tell-person');

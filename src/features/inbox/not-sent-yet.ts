/** How a reply begins, before any network knows of it. */
export const notSentYet = {
  attempts: 0,
  sending_until: null,
  not_before: null,
  remote: null,
  permalink: null,
  sent_at: null,
  held_why: null,
  refused_why: null,
} as const;

/**
 * Features that may import one another's front door, by name and with a reason; `people` is open to all.
 * Ten lines at most: otherwise features meet by events.
 */
export const doors: readonly { readonly from: string; readonly to: string; readonly why: string }[] = [
  { from: 'on-call', to: 'inbox', why: 'a page is about an enquiry, and begins when one is flagged' },
  { from: 'hand-over', to: 'inbox', why: 'what is handed over is an enquiry, and its answer closes it' },
  { from: 'conduct', to: 'inbox', why: 'a measure is taken against what somebody wrote to us' },
  {
    from: 'personal-data',
    to: 'inbox',
    why: 'somebody’s details stand in an enquiry, and are taken out of it',
  },
  { from: 'personal-data', to: 'hand-over', why: 'details are passed on by the same one-time link' },
  { from: 'auto-reply', to: 'inbox', why: 'an automatic reply answers what has come in, and stops no clock' },
  { from: 'inbox', to: 'saved-replies', why: 'an answer may be words that were agreed before' },
  {
    from: 'auto-reply',
    to: 'register',
    why: 'the hours and the address that it names stand in the register',
  },
];

import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, self, system } from '#kernel/party.ts';
import type { Enquiry, EnquiryState } from './words.ts';

/** Who answers the public. */
export const handlers = [role('communications'), role('duty-manager'), role('senior-manager')] as const;
/** Who decides whether somebody's details may go into a reply: they see what it answers, and write that reply. */
export const overDetails = role('information-governance');
export const writers = [...handlers, overDetails] as const;
/** Governance sees what it may have to unlock. */
export const readers = [...writers, role('director'), role('governance')] as const;
/** Who may ask whether anybody was looking: nothing of what the public said is in that. */
export const overseers = [...readers, role('auditor'), role('committee')] as const;

const inTouch = [
  'waiting',
  'being-answered',
  'answered',
  'with-department',
  'waiting-on-them',
  'closed',
] as const;
const anywhere = [...inTouch, 'joined', 'withdrawn'] as const satisfies readonly EnquiryState[];
const arrivals = [system('collector'), system('flag-form'), system('timer'), ...handlers] as const;
const reacts = [system('reaction')] as const;

/** How a message of the public lives from receipt to its answer, or to a reason why it got none. */
export const enquiry = lifecycle('enquiry', {
  table: table<Enquiry>('enquiries'),
  sight: { see: readers, guarded: { by: 'held', only: [overDetails], known: true } },
  home: (id) => `/inbox/${id}`,
  steps: [
    { from: 'nothing', by: 'receive', to: 'waiting', who: [system('collector')], rule: 'inbox.check' },
    { from: 'nothing', by: 'capture', to: 'waiting', who: handlers, rule: 'inbox.capture-by-hand' },
    { from: 'nothing', by: 'flag', to: 'waiting', who: [system('flag-form')], rule: 'inbox.flag' },
    {
      from: ['waiting', 'joined'],
      by: 'reckon',
      to: ['waiting', 'joined'],
      who: arrivals,
      rule: 'inbox.reply-within',
    },
    { from: ['waiting'], by: 'hear-again', to: 'same', who: arrivals, rule: 'inbox.reply-within' },
    {
      from: ['waiting-on-them'],
      by: 'hear-back',
      to: 'answered',
      who: arrivals,
      rule: 'inbox.waiting-on-them',
    },
    { from: ['waiting'], by: 'join', to: 'joined', who: handlers, rule: 'inbox.reply-within' },
    { from: anywhere, by: 'let-go', to: 'same', who: handlers, rule: 'inbox.reply-within' },
    { from: ['joined'], by: 'follow', to: 'same', who: handlers, rule: 'inbox.reply-within' },
    { from: ['joined'], by: 'set-apart', to: 'waiting', who: handlers, rule: 'inbox.reply-within' },
    { from: ['waiting', 'being-answered'], by: 'claim', to: 'same', who: handlers, rule: 'inbox.claim' },
    {
      from: ['waiting', 'being-answered'],
      by: 'release',
      to: 'same',
      who: [self('claimed_by')],
      rule: 'inbox.claim',
    },
    {
      from: ['waiting', 'answered', 'with-department', 'waiting-on-them'],
      by: 'reply',
      to: ['being-answered', 'same'],
      who: handlers,
      rule: 'inbox.answer',
    },
    {
      from: ['waiting', 'answered', 'with-department', 'waiting-on-them'],
      by: 'reply-saved',
      to: ['being-answered', 'same'],
      who: handlers,
      rule: 'saved-replies.agreed',
    },
    { from: anywhere, by: 'unlock', to: 'same', who: [role('governance')], rule: 'inbox.locked' },
    {
      from: ['waiting', 'answered', 'with-department', 'waiting-on-them'],
      by: 'reply-with-details',
      to: ['being-answered', 'same'],
      who: [overDetails],
      rule: 'inbox.details-in-replies',
    },
    {
      from: ['waiting', 'answered'],
      by: 'signpost',
      to: 'being-answered',
      who: handlers,
      rule: 'inbox.signpost',
    },
    {
      from: ['waiting', 'answered'],
      by: 'pass-on',
      to: 'being-answered',
      who: handlers,
      rule: 'inbox.pass-on',
    },
    {
      from: ['waiting', 'answered'],
      by: 'ask-back',
      to: 'being-answered',
      who: handlers,
      rule: 'inbox.waiting-on-them',
    },
    {
      from: ['answered'],
      by: 'wait-on-them',
      to: 'waiting-on-them',
      who: handlers,
      rule: 'inbox.waiting-on-them',
    },
    {
      from: inTouch,
      by: 'record-sent',
      to: ['same', 'answered', 'with-department', 'waiting-on-them'],
      who: [system('reaction')],
      rule: 'inbox.first-human-reply-stops-clock',
    },
    {
      from: ['being-answered'],
      by: 'put-back',
      to: ['waiting', 'same'],
      who: [system('reaction')],
      rule: 'inbox.reply-within',
    },
    {
      from: ['waiting', 'answered', 'with-department', 'waiting-on-them', 'closed'],
      by: 'put-back',
      to: 'same',
      who: [system('reaction')],
      rule: 'inbox.reply-within',
    },
    { from: ['waiting'], by: 'send-again', to: 'being-answered', who: handlers, rule: 'inbox.answer' },
    {
      from: anywhere.filter((state) => state !== 'waiting'),
      by: 'send-again',
      to: 'same',
      who: handlers,
      rule: 'inbox.answer',
    },
    { from: inTouch, by: 'flag-unknown', to: 'same', who: [system('reaction')], rule: 'inbox.answer' },
    {
      from: ['with-department'],
      by: 'department-answered',
      to: 'closed',
      who: handlers,
      rule: 'inbox.pass-on',
    },
    {
      // Also where the notice to the person is still on its way, or did not go out: the answer was given all the same.
      from: ['with-department', 'being-answered', 'waiting'],
      by: 'hear-answered',
      to: 'closed',
      who: [system('reaction')],
      rule: 'inbox.pass-on',
    },
    {
      from: ['with-department', 'being-answered'],
      by: 'hear-given-back',
      to: 'waiting',
      who: [system('reaction')],
      rule: 'inbox.pass-on',
    },
    {
      from: ['with-department'],
      by: 'override',
      to: 'closed',
      who: [role('director')],
      rule: 'inbox.pass-on',
    },
    { from: anywhere, by: 'start-law-clock', to: 'same', who: handlers, rule: 'inbox.clocks-of-law' },
    { from: anywhere, by: 'end-law-clock', to: 'same', who: handlers, rule: 'inbox.clocks-of-law' },
    { from: anywhere, by: 'note', to: 'same', who: handlers, rule: 'inbox.answer' },
    {
      from: [...inTouch, 'joined'],
      by: 'warn',
      to: 'same',
      who: [system('sender')],
      rule: 'conduct.warning',
    },
    {
      from: ['waiting', 'answered', 'waiting-on-them'],
      by: 'close',
      to: 'closed',
      who: handlers,
      rule: 'inbox.close-with-reason',
    },
    {
      from: ['closed', 'answered'],
      by: 'reopen',
      to: 'waiting',
      who: handlers,
      rule: 'inbox.close-with-reason',
    },
    {
      from: ['closed'],
      by: 'review-sample',
      to: ['same', 'waiting'],
      who: [role('senior-manager')],
      rule: 'inbox.no-reply-reasons',
      otherThan: ['close'],
    },
    // How grave it is, and who has read it. A program raises; a person alone lowers.
    { from: anywhere, by: 'triage', to: 'same', who: [system('timer')], rule: 'inbox.triage' },
    { from: anywhere, by: 'mark-read', to: 'same', who: [system('watch')], rule: 'inbox.read-within' },
    { from: inTouch, by: 'raise', to: 'same', who: handlers, rule: 'inbox.triage' },
    { from: inTouch, by: 'lower', to: 'same', who: handlers, rule: 'inbox.lower-severity' },
    { from: anywhere, by: 'relabel', to: 'same', who: handlers, rule: 'inbox.triage' },
    { from: anywhere, by: 'mark-missed', to: 'same', who: handlers, rule: 'inbox.triage-marks' },
    { from: anywhere, by: 'mark-needless', to: 'same', who: handlers, rule: 'inbox.triage-marks' },
    { from: anywhere, by: 'take-back-mark', to: 'same', who: handlers, rule: 'inbox.triage-marks' },
    { from: anywhere, by: 'reveal', to: 'same', who: writers, rule: 'details.masked' },
    { from: anywhere, by: 'look-at-pictures', to: 'same', who: handlers, rule: 'details.noticed' },
    { from: anywhere, by: 'mark-details', to: 'same', who: handlers, rule: 'details.noticed' },
    { from: anywhere, by: 'unmask', to: 'same', who: reacts, rule: 'details.noticed' },
    { from: anywhere, by: 'hold-back', to: 'same', who: reacts, rule: 'details.held' },
    { from: anywhere, by: 'let-back', to: 'same', who: reacts, rule: 'details.held' },
    { from: anywhere, by: 'erase', to: 'same', who: reacts, rule: 'details.deleted' },
    { from: anywhere, by: 'forget-address', to: 'same', who: reacts, rule: 'details.deleted' },
    { from: anywhere, by: 'change', to: 'same', who: [system('collector')], rule: 'inbox.check' },
    {
      from: [...inTouch, 'joined'],
      by: 'withdraw',
      to: ['withdrawn', 'same'],
      who: [system('collector'), ...handlers],
      rule: 'inbox.check',
    },
  ],
});

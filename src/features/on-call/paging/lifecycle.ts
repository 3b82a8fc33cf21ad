import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, self, system } from '#kernel/party.ts';
import type {
  Danger,
  DutyContact,
  NightDigest,
  NightItem,
  Page,
  PageDecision,
  PageMessage,
} from './words.ts';

/** Who answers when something is dangerous: whoever is on call, the team in hours, and everybody further up. */
export const answerers = [
  role('duty-manager'),
  role('communications'),
  role('senior-manager'),
  role('director'),
] as const;
/** Who sees what woke somebody, and what was decided. The words of the public are the inbox's to show. */
export const pageReaders = [...answerers, role('executive'), role('auditor'), role('governance')] as const;
const sender = [system('sender')] as const;
const reaction = [system('reaction')] as const;
const open = ['ringing', 'acknowledged'] as const;

/** How somebody is woken, until one says that they have it, and decides. */
export const page = lifecycle('page', {
  table: table<Page>('pages'),
  sight: { see: pageReaders },
  home: (id) => `/duty/pages/${id}`,
  steps: [
    { from: 'nothing', by: 'open', to: 'ringing', who: reaction, rule: 'paging.flagged' },
    { from: ['ringing'], by: 'wake', to: 'same', who: reaction, rule: 'paging.out-of-hours' },
    { from: ['ringing'], by: 'alert', to: 'same', who: reaction, rule: 'paging.in-hours' },
    { from: ['ringing'], by: 'step', to: 'same', who: [system('timer')], rule: 'paging.escalation' },
    { from: ['ringing'], by: 'acknowledge', to: 'acknowledged', who: answerers, rule: 'paging.acknowledge' },
    { from: open, by: 'escalate', to: 'ringing', who: answerers, rule: 'paging.escalation' },
    { from: open, by: 'call', to: 'decided', who: answerers, rule: 'paging.decide' },
    { from: open, by: 'hide', to: 'decided', who: answerers, rule: 'paging.decide' },
    { from: open, by: 'wait', to: 'decided', who: answerers, rule: 'paging.decide' },
    { from: open, by: 'record-reply', to: 'decided', who: reaction, rule: 'paging.decide' },
    { from: open, by: 'record-end', to: 'decided', who: reaction, rule: 'paging.decide' },
    { from: [...open, 'decided'], by: 'judge', to: 'same', who: answerers, rule: 'paging.false-pages' },
    { from: ['ringing'], by: 'note-fault', to: 'same', who: sender, rule: 'paging.channels' },
    { from: [...open, 'decided'], by: 'note-taken', to: 'same', who: sender, rule: 'paging.out-of-hours' },
  ],
});

/** What was decided about a page and why. Kept beside the page's own step. */
export const pageDecision = lifecycle('page-decision', {
  table: table<PageDecision>('page_decisions'),
  sight: { see: pageReaders },
  home: () => '/duty',
  steps: [
    { from: 'nothing', by: 'write', to: 'made', who: [...answerers, ...reaction], rule: 'paging.decide' },
  ],
});

/**
 * One message on its way to one person. What the channel tells us is recorded from whatever state: only a wish may
 * come too late.
 */
export const pageMessage = lifecycle('page-message', {
  table: table<PageMessage>('page_messages'),
  sight: { see: pageReaders },
  home: () => '/duty',
  steps: [
    {
      from: 'nothing',
      by: 'write',
      to: 'waiting',
      who: [system('reaction'), system('timer'), system('sender'), ...answerers, role('staff')],
      rule: 'paging.channels',
    },
    { from: 'nothing', by: 'write-test', to: 'waiting', who: reaction, rule: 'on-call.test-page' },
    { from: ['waiting', 'sending'], by: 'begin', to: 'sending', who: sender, rule: 'paging.channels' },
    {
      from: ['waiting', 'sending', 'failed'],
      by: 'mark-taken',
      to: 'taken',
      who: sender,
      rule: 'paging.channels',
    },
    { from: ['taken'], by: 'mark-delivered', to: 'delivered', who: sender, rule: 'paging.channels' },
    {
      from: ['sending', 'taken'],
      by: 'mark-failed',
      to: ['failed', 'same'],
      who: sender,
      rule: 'paging.channels',
    },
    { from: ['waiting', 'sending'], by: 'let-go', to: 'failed', who: sender, rule: 'paging.acknowledge' },
    {
      from: ['waiting', 'sending'],
      by: 'wake',
      to: 'same',
      who: [system('timer')],
      rule: 'paging.channels',
      quiet: true,
    },
    {
      from: ['taken'],
      by: 'look-again',
      to: 'same',
      who: [system('timer')],
      rule: 'paging.channels',
      quiet: true,
    },
    { from: ['taken'], by: 'look-later', to: 'same', who: sender, rule: 'paging.channels', quiet: true },
  ],
});

export const nightItem = lifecycle('night-item', {
  table: table<NightItem>('night_items'),
  sight: { see: pageReaders },
  home: () => '/duty/report',
  steps: [{ from: 'nothing', by: 'note', to: 'noted', who: reaction, rule: 'paging.digest' }],
});

export const nightDigest = lifecycle('night-digest', {
  table: table<NightDigest>('night_digests'),
  sight: { see: pageReaders },
  home: () => '/duty/report',
  steps: [{ from: 'nothing', by: 'send', to: 'sent', who: [system('timer')], rule: 'paging.digest' }],
});

/** Somebody was in danger that minute. Anybody who works here may have been the one who saw it. */
export const danger = lifecycle('danger', {
  table: table<Danger>('dangers'),
  sight: { see: [...pageReaders, self('reported_by')] },
  home: () => '/danger',
  steps: [{ from: 'nothing', by: 'tell', to: 'told', who: [role('staff')], rule: 'danger.tell-director' }],
});

export const dutyContact = lifecycle('duty-contact', {
  table: table<DutyContact>('duty_contacts'),
  sight: { see: [self('person'), role('senior-manager'), role('director')] },
  home: () => '/duty/contact',
  steps: [
    {
      from: 'nothing',
      by: 'give',
      to: 'given',
      who: [role('duty-manager'), role('senior-manager'), role('director'), role('communications')],
      rule: 'paging.contact',
    },
    {
      from: ['given', 'confirmed'],
      by: 'change',
      to: 'given',
      who: [self('person')],
      rule: 'paging.contact',
    },
    { from: ['given'], by: 'confirm', to: 'confirmed', who: [self('person')], rule: 'paging.contact' },
    {
      from: ['given', 'confirmed'],
      by: 'test',
      to: 'same',
      who: [self('person')],
      rule: 'paging.contact',
    },
  ],
});

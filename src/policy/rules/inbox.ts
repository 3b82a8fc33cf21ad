import { z } from 'zod';
import { holidayNames } from './hours.ts';
import { severities } from './checks.ts';
import { choice, minutesInWords, plain, rule } from '../rule.ts';

const minutes = z.number().int().min(1).max(100_000);
const days = z.number().int().min(1).max(3650);
const share = z.number().min(0).max(1);

/** A kind of message that programs know, and what the policy calls it. */
const messageKind = choice.extend({
  id: z.enum(['direct-message', 'comment', 'reply', 'mention', 'tag', 'review', 'listening-find']),
});

/**
 * What somebody may have asked for in law, and the clock of the law that it starts. `holidays` says whose bank
 * holidays it goes by, where those are others than the clock's own.
 */
const lawClock = choice.extend({
  clock: z.enum(['complaint-acknowledgement', 'foi', 'rights-request', 'data-protection-complaint']),
  holidays: holidayNames.optional(),
});

/** Why somebody outside may flag something: who is told, and how grave it is (1 the gravest). */
const flagReason = choice.extend({
  tier: z.enum(['page', 'look-first', 'rest']),
  severity: z.number().int().min(1).max(4),
});

/** What the public says, and how it is answered. */
export const inboxRules = {
  'inbox.check': plain(
    'Official channels are read throughout opening hours',
    'read official channels in opening hours',
  ),
  'inbox.kinds': rule(
    'Which kinds of message are taken in',
    z.strictObject({ kinds: z.array(messageKind).min(1) }),
    ({ kinds }) => `watch ${kinds.length} kinds of message`,
  ),
  'inbox.capture-by-hand': plain(
    'What no program can read is captured by a person',
    'capture by hand what is unread',
  ),
  'inbox.flag': rule(
    'Anybody may flag something urgent, for which reasons, and how often in an hour from one place',
    z.strictObject({ reasons: z.array(flagReason).min(1), perHour: z.number().int().min(1).max(100) }),
    () => 'anyone may flag something urgent',
  ),
  'inbox.reply-within': rule(
    'How soon a person answers what comes in during opening hours',
    z.strictObject({ minutes, counts: z.enum(['working', 'elapsed']) }),
    (value) =>
      `reply within ${minutesInWords(value.minutes)}${value.counts === 'working' ? ', working time' : ''}`,
  ),
  'inbox.out-of-hours': rule(
    'When what comes in outside opening hours is answered',
    z.strictObject({
      due: z.enum(['next-opening-clock', 'next-working-day-close', 'none']),
      beforeOpening: z.enum(['same', 'next']),
    }),
    ({ due }) =>
      due === 'next-working-day-close'
        ? 'answer by the next working day’s close'
        : due === 'none'
          ? 'the same at any hour'
          : 'the clock starts at opening',
  ),
  'inbox.target-share': rule(
    'Which share answered in time counts as good',
    z.strictObject({ share }),
    (value) => `${Math.round(value.share * 100)}% in time counts as good`,
  ),
  'inbox.first-human-reply-stops-clock': plain(
    'Only a person’s reply, or telling the person who will answer, stops the clock',
    'a person’s reply stops the clock',
  ),
  'inbox.auto-reply-never-stops-clock': plain(
    'An automatic reply stops no clock',
    'an automatic reply stops no clock',
  ),
  'inbox.claim': rule(
    'How long somebody holds an enquiry that they took',
    z.strictObject({ leaseMinutes: minutes }),
    ({ leaseMinutes }) => `one person holds it for ${leaseMinutes} minutes`,
  ),
  'inbox.answer': plain(
    'Comments, messages and tags are answered where fitting',
    'answer where it is fitting',
  ),
  'inbox.checked-replies': rule(
    'A reply is checked before it goes out; with which reasons it may stay as it is, where that is allowed',
    z.strictObject({ reasons: z.array(choice).min(1) }),
    () => 'check a reply before it goes out',
  ),
  'inbox.details-in-replies': rule(
    'Somebody’s details do not go into a reply in public; with which reasons a named role may let them',
    z.strictObject({
      /** How grave they are where only the person reads the reply. */
      inPrivate: z.enum(severities),
      reasons: z.array(choice).min(1),
    }),
    () => 'no personal details in our replies',
  ),
  'inbox.signpost': rule(
    'Enquiries are signposted from a checked directory',
    z.strictObject({ staleAfterDays: days }),
    ({ staleAfterDays }, ours) =>
      ours.includes('staleAfterDays')
        ? 'signpost to who can help'
        : `signpost; check entries every ${staleAfterDays} days`,
  ),
  'inbox.pass-on': rule(
    'Who can answer is given the enquiry and answers the person',
    z.strictObject({ dueWorkingDays: days }),
    ({ dueWorkingDays }, ours) =>
      ours.includes('dueWorkingDays')
        ? 'pass on to who can answer'
        : `pass on; answer in ${dueWorkingDays} working days`,
  ),
  'inbox.tell-who-will-answer': plain('The person is told who will answer', 'tell them who will answer'),
  'inbox.close-with-reason': rule(
    'Nothing ends without an answer or a reason',
    z.strictObject({ reasons: z.array(choice).min(1) }),
    () => 'close with an answer or reason',
  ),
  'inbox.no-reply-reasons': rule(
    'Why something gets no reply, and how many such choices a second person looks at',
    z.strictObject({ reasons: z.array(choice).min(1), sampleShare: share }),
    ({ sampleShare }) => `say why not; ${Math.round(sampleShare * 100)}% looked at`,
  ),
  'inbox.clocks-of-law': rule(
    'Which clocks of the law a message may start, whatever the policy says',
    z.strictObject({ clocks: z.array(lawClock) }),
    ({ clocks }) => `${clocks.length} clocks of the law may run`,
  ),
  'inbox.waiting-on-them': plain(
    'Waiting for the person counts only after we have asked',
    'wait only after we asked',
  ),
  'inbox.watch-gap': rule(
    'How long nobody may look during opening hours',
    z.strictObject({ minutes }),
    (value) => `a gap over ${value.minutes} minutes is reported`,
  ),
  'inbox.morning-list': plain(
    'The morning begins with a fair list: risk first, then age',
    'morning list by risk, then age',
  ),
};

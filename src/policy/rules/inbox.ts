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

/** What a message may be about. Ids are those of the program that reads it; everything else is the policy's. */
const triageLabel = choice.extend({
  /** 1 is the gravest. */
  severity: z.number().int().min(1).max(4),
  /** Whether it calls somebody at any hour. The gravest always do. */
  pages: z.boolean(),
  /** Who usually deals with it, and words by which the directory's entry for it is found. */
  goesTo: z.string().min(1),
  doors: z.array(z.string().min(1)),
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
  'inbox.triage': rule(
    'Everything that comes in is sorted at once: how grave, about what, and what is looked at first',
    z.strictObject({ labels: z.array(triageLabel).min(1) }),
    ({ labels }) => `sort by severity, under ${labels.length} labels`,
  ),
  'inbox.read-within': rule(
    'How soon a person reads what came in, by severity, whatever triage says of it',
    z.strictObject({
      /** At any hour: what calls somebody, and the gravest. */
      pagedMinutes: minutes,
      gravestMinutes: minutes,
      urgentMinutes: minutes,
      ordinaryMinutes: minutes,
      /** How the minutes of what is urgent or ordinary count. */
      counts: z.enum(['working', 'elapsed']),
      least: z.enum(['next-working-day', 'when-the-answer-is-due']),
    }),
    ({ pagedMinutes }, ours) =>
      ours.includes('pagedMinutes')
        ? 'a person reads it, the gravest first'
        : `read in ${minutesInWords(pagedMinutes)} what is grave`,
  ),
  'inbox.lower-severity': rule(
    'A program only raises a severity; a person lowers it, and says why',
    z.strictObject({ reasons: z.array(choice).min(1) }),
    () => 'only a person lowers, with a reason',
  ),
  'inbox.triage-marks': plain(
    'Whoever deals with a message says where triage was wrong',
    'say where triage was wrong',
  ),
  'inbox.triage-paging': rule(
    'Whether triage calls somebody or only records what it would have done, and how sure it must be, until somebody chooses',
    z.strictObject({ begins: z.enum(['paging', 'shadow']), margin: z.number().min(-3).max(3) }),
    ({ begins }) => (begins === 'paging' ? 'triage calls somebody by itself' : 'triage only records'),
  ),
  'inbox.second-person': rule(
    'Which kinds of message a person answers in words of their own only with a second person',
    z.strictObject({ labels: z.array(z.string()) }),
    ({ labels }) => `two people for own words on ${labels.length} kinds`,
  ),
  'inbox.locked': rule(
    'Which kinds of message get a holding line only, until governance says otherwise',
    z.strictObject({ labels: z.array(z.string()) }),
    ({ labels }) => `a holding line only on ${labels.length} kinds`,
  ),
};

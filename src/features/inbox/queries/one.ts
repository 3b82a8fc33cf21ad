import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { currentSignposts, namesOf, type SignpostChoice } from '#features/people/index.ts';
import { enquiry, readers } from '../lifecycle.ts';
import type { Policy } from '#policy/index.ts';
import { leadOf } from '../triage-reading.ts';
import { kindsIn, maskFound } from '../details.ts';
import { suggestFor } from '../suggest.ts';
import { detailsOf, viewerOf, withoutQuotes } from '../text-for.ts';
import type { Enquiry, InboxTables } from '../words.ts';
import { aroundIt, saidOn, together } from './around.ts';
import { asListed, listed, peopleIn } from './listed.ts';
import { asHistory, between, historyLine, ours, personOf, readableTo, said, theirs } from './thread.ts';
import { lookingOf } from './waiting.ts';

const moment = z.iso.datetime();

/** What stands beside the thread. */
const facts = listed.extend({
  permalink: z.string().nullable(),
  visibility: z.string(),
  byHand: z.boolean(),
  replyMax: z.int().nullable(),
  windowClosesAt: moment.nullable(),
  ingestedAt: moment,
  timeBasis: z.string(),
  lagMinutes: z.int(),
  inside: z.boolean().nullable(),
  replyMinutes: z.int().nullable(),
  department: z.uuid().nullable(),
  summary: z.string().nullable(),
  contact: z.string().nullable(),
  closeReason: z.string().nullable(),
  noReplyWhy: z.string().nullable(),
  closeNote: z.string().nullable(),
  follows: z.uuid().nullable(),
  policy: z.string(),
});
export type EnquiryFacts = z.output<typeof facts>;

/** An enquiry with everything that was said around it, and who did what under which clause. */
export const one = question('inbox.enquiry', {
  about: 'One enquiry: the thread with our replies and notes, and its history from the audit trail.',
  askers: readers,
  input: form({ id: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })) }),
  output: z.strictObject({
    enquiry: facts,
    thread: z.array(said),
    suggestions: z
      .array(
        z.strictObject({
          id: z.uuid(),
          name: z.string(),
          because: z.array(z.string()),
          label: z.string().nullable().describe('The label of the message that points there'),
        }),
      )
      .describe('Signposts to which the message points, while it may be signposted'),
    history: z.array(historyLine),
  }),
  async read(reading) {
    const { id } = reading.input;
    const db = reading.tables<InboxTables>();
    // All at once. Most messages stand alone; only where others are around it is there anything more to ask.
    const [row, others, own, directory, trail] = await Promise.all([
      reading.row(enquiry, id),
      aroundIt(db, reading, id),
      saidOn(db, reading, [id]),
      currentSignposts.load(reading, { ...reading, row: undefined }),
      reading.trail.find({ kind: 'enquiry', row: id, limit: 50 }),
    ]);
    if (!row) throw refuse('kernel.not-found');
    const messages = [row, ...others];
    const ids = others.map((message) => message.id);
    const beside = ids.length === 0 ? undefined : await saidOn(db, reading, ids);
    const { replies, notes } = together(own, beside);
    const people = new Set([
      ...peopleIn([row]),
      ...replies.flatMap((sent) => sent.author ?? []),
      ...notes.map((kept) => kept.author),
      ...trail.map(({ entry }) => personOf(entry.actor)).filter((person) => person !== ''),
    ]);
    const names = await namesOf(reading, [...people]);
    const nameOf = (person: string) => names.get(person) ?? 'A colleague';
    const viewer = viewerOf(reading);
    const readable = readableTo(messages, viewer);
    const maskedFor = (enquiryId: string) =>
      readable.has(enquiryId)
        ? undefined
        : messages.find((one) => one.id === enquiryId && kindsIn(detailsOf(one)).length > 0);
    return {
      enquiry: factsOf(
        row,
        asListed(row, { ...lookingOf(reading), policy: reading.policy, names }),
        readable.has(id),
      ),
      thread: [
        ...messages.map((message) => theirs(message, viewer, readable)),
        ...replies.map((sent) => ours(sent, nameOf(sent.author ?? ''), maskedFor(sent.enquiry))),
        ...notes.map((kept) => between(kept, nameOf(kept.author), maskedFor(kept.enquiry))),
      ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
      suggestions: suggestionsFor(row, directory.list, reading.policy),
      history: trail.map((line) => asHistory(line, nameOf)),
    };
  },
});

/** The three that most points to. */
function suggestionsFor(row: Enquiry, directory: readonly SignpostChoice[], policy: Policy) {
  if (row.state !== 'waiting' && row.state !== 'answered') return [];
  return suggestFor(row.text, directory, leadOf({ ...row }, policy))
    .filter((entry) => entry.because.length > 0 || entry.label !== undefined)
    .slice(0, 3)
    .map(({ id, name, because, label }) => ({ id, name, because: [...because], label: label ?? null }));
}

/** What colleagues wrote beside it is masked to those to whom the message is. */
const wordsBeside = (row: Enquiry, open: boolean) => {
  const shown = (text: string | null) => (text === null || open ? text : maskFound(withoutQuotes(text, row)));
  return { summary: shown(row.summary), contact: shown(row.contact), closeNote: shown(row.close_note) };
};

const factsOf = (row: Enquiry, base: z.output<typeof listed>, open: boolean): EnquiryFacts => ({
  ...base,
  permalink: row.permalink,
  visibility: row.visibility,
  byHand: row.by_hand,
  replyMax: row.reply_max,
  windowClosesAt: row.window_closes_at?.toString() ?? null,
  ingestedAt: row.ingested_at.toString(),
  timeBasis: row.time_basis,
  lagMinutes: Math.max(
    0,
    Math.floor((row.ingested_at.epochMilliseconds - row.received_at.epochMilliseconds) / 60_000),
  ),
  inside: row.inside,
  replyMinutes: row.reply_minutes,
  department: row.department,
  closeReason: row.close_reason,
  noReplyWhy: row.no_reply_why,
  ...wordsBeside(row, open),
  follows: row.follows,
  policy: row.policy,
});

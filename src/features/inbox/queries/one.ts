import { z } from 'zod';
import type { Kysely } from 'kysely';
import { ask, form } from '#kernel/form.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { namesOf } from '#features/people/index.ts';
import { enquiry, readers } from '../lifecycle.ts';
import { suggestedSignposts } from '../needs.ts';
import { note, reply } from '../reply-lifecycle.ts';
import type { Enquiry, InboxTables } from '../words.ts';
import { asListed, listed, peopleIn } from './listed.ts';
import { asHistory, between, historyLine, ours, personOf, said, saidColumns, theirs } from './thread.ts';
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
      .array(z.strictObject({ id: z.uuid(), name: z.string(), because: z.array(z.string()) }))
      .describe('Signposts to which the message points, while it may be signposted'),
    history: z.array(historyLine),
  }),
  async read(reading) {
    const { id } = reading.input;
    const db = reading.tables<InboxTables>();
    const [row, others, trail] = await Promise.all([
      reading.row(enquiry, id),
      aroundIt(db, reading, id),
      reading.trail.find({ kind: 'enquiry', row: id, limit: 50 }),
    ]);
    if (!row) throw refuse('kernel.not-found');
    const messages = [row, ...others];
    const ids = messages.map((message) => message.id);
    const [replies, notes, suggestions] = await Promise.all([
      repliesTo(db, reading, ids),
      notesOn(db, reading, ids),
      suggestionsFor(reading, row),
    ]);
    const people = new Set([
      ...peopleIn([row]),
      ...replies.flatMap((sent) => sent.author ?? []),
      ...notes.map((kept) => kept.author),
      ...trail.map(({ entry }) => personOf(entry.actor)).filter((person) => person !== ''),
    ]);
    const names = await namesOf(reading, [...people]);
    const nameOf = (person: string) => names.get(person) ?? 'A colleague';
    return {
      enquiry: factsOf(row, asListed(row, { ...lookingOf(reading), policy: reading.policy, names })),
      thread: [
        ...messages.map(theirs),
        ...replies.map((sent) => ours(sent, nameOf(sent.author ?? ''))),
        ...notes.map((kept) => between(kept, nameOf(kept.author))),
      ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
      suggestions,
      history: trail.map((line) => asHistory(line, nameOf)),
    };
  },
});

/** The three that most points to. */
async function suggestionsFor(reading: Reading<unknown>, row: Enquiry) {
  if (row.state !== 'waiting' && row.state !== 'answered') return [];
  const { standing, now, policy } = reading;
  const { list } = await suggestedSignposts.load(reading, { row: { ...row }, standing, now, policy });
  return list
    .filter((entry) => entry.because.length > 0)
    .slice(0, 3)
    .map(({ id, name, because }) => ({ id, name, because: [...because] }));
}

type Seeing = Pick<Reading<unknown>, 'seen'>;

/** The last other messages of the same conversation, and whatever is answered together with this one. */
const aroundIt = (db: Kysely<InboxTables>, { seen }: Seeing, id: string) => {
  const its = (column: 'conversation' | 'follows') =>
    db.selectFrom('enquiries').select(column).where('id', '=', id);
  return db
    .selectFrom('enquiries')
    .select(saidColumns)
    .where((is) =>
      is.or([
        is('conversation', '=', its('conversation')),
        is('follows', '=', id),
        is('id', '=', its('follows')),
      ]),
    )
    .where('id', '<>', id)
    .where(seen(enquiry))
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
};

const repliesTo = (db: Kysely<InboxTables>, { seen }: Seeing, ids: string[]) =>
  db
    .selectFrom('replies')
    .selectAll()
    .where('enquiry', 'in', ids)
    .where(seen(reply))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();

const notesOn = (db: Kysely<InboxTables>, { seen }: Seeing, ids: string[]) =>
  db
    .selectFrom('enquiry_notes')
    .selectAll()
    .where('enquiry', 'in', ids)
    .where(seen(note))
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();

const factsOf = (row: Enquiry, base: z.output<typeof listed>): EnquiryFacts => ({
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
  summary: row.summary,
  contact: row.contact,
  closeReason: row.close_reason,
  noReplyWhy: row.no_reply_why,
  closeNote: row.close_note,
  follows: row.follows,
  policy: row.policy,
});

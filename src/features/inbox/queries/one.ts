import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { namesOf } from '#features/people/index.ts';
import { enquiry, readers } from '../lifecycle.ts';
import { note, reply } from '../reply-lifecycle.ts';
import type { Enquiry, InboxTables, Note, Reply } from '../words.ts';

const moment = z.iso.datetime();
/** One thing said in the thread, by them or by us, in the order in which it was said. */
const said = z.strictObject({
  id: z.uuid(),
  by: z.enum(['them', 'us', 'colleague']),
  name: z.string(),
  text: z.string(),
  at: moment,
  /** State of the enquiry, or of the reply. */
  state: z.string(),
  kind: z.string(),
  pictures: z.array(z.strictObject({ alt: z.string(), url: z.string() })),
  permalink: z.string().nullable(),
  changed: z.boolean(),
  first: z.string().nullable().describe('What it said first, where its author changed it'),
  enquiry: z.uuid(),
  why: z.string().nullable().describe('The network’s reason for a refusal'),
});
export type SaidLine = z.output<typeof said>;

const line = z.strictObject({
  id: z.uuid(),
  at: moment,
  who: z.string(),
  command: z.string(),
  rule: z.string(),
  clause: z.string(),
  policy: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** An enquiry with everything that was said around it, and who did what under which clause. */
export const one = question('inbox.enquiry', {
  about: 'One enquiry: the thread with our replies and notes, and its history from the audit trail.',
  askers: readers,
  input: form({ id: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })) }),
  output: z.strictObject({ thread: z.array(said), history: z.array(line) }),
  async read(reading) {
    const { id } = reading.input;
    const db = reading.tables<InboxTables>();
    const row = await db
      .selectFrom('enquiries')
      .select('conversation')
      .where('id', '=', id)
      .where(reading.seen(enquiry))
      .executeTakeFirst();
    if (!row) throw refuse('kernel.not-found');
    const messages = await db
      .selectFrom('enquiries')
      .selectAll()
      .where((is) => is.or([is('conversation', '=', row.conversation), is('follows', '=', id)]))
      .where(reading.seen(enquiry))
      .orderBy('received_at', 'desc')
      .limit(60)
      .execute();
    const ids = messages.map((message) => message.id);
    const [replies, notes, trail] = await Promise.all([
      db
        .selectFrom('replies')
        .selectAll()
        .where('enquiry', 'in', ids)
        .where(reading.seen(reply))
        .orderBy('created_at')
        .limit(100)
        .execute(),
      db
        .selectFrom('enquiry_notes')
        .selectAll()
        .where('enquiry', 'in', ids)
        .where(reading.seen(note))
        .orderBy('created_at')
        .limit(100)
        .execute(),
      reading.trail.find({ kind: 'enquiry', row: id, limit: 50 }),
    ]);
    const actors = trail.map((entry) => idOf(entry.entry.actor));
    const people = [
      ...replies.map((sent) => sent.author ?? ''),
      ...notes.map((kept) => kept.author),
      ...actors,
    ];
    const names = await namesOf({ tables: reading.tables }, [
      ...new Set(people.filter((person) => person !== '')),
    ]);
    const nameOf = (person: string | null) => names.get(person ?? '') ?? 'A colleague';
    return {
      thread: [
        ...messages.map(theirs),
        ...replies.map((sent) => ours(sent, nameOf(sent.author))),
        ...notes.map((kept) => between(kept, nameOf(kept.author))),
      ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
      history: trail.map(({ entry }) => ({
        ...pick(entry),
        who: entry.actor.startsWith('person:') ? nameOf(idOf(entry.actor)) : entry.actor,
      })),
    };
  },
});

const idOf = (actor: string): string => (actor.startsWith('person:') ? actor.slice('person:'.length) : '');

const pick = <T extends z.output<typeof line>>({
  id,
  at,
  command,
  rule,
  clause,
  policy,
  from,
  to,
  facts,
}: Omit<T, 'who'>) => ({
  id,
  at,
  command,
  rule,
  clause,
  policy,
  from,
  to,
  facts,
});

const theirs = (row: Enquiry): SaidLine => ({
  id: row.id,
  by: 'them',
  name: row.author_name || row.author_handle,
  text: row.text,
  at: row.received_at.toString(),
  state: row.state,
  kind: row.kind,
  pictures: row.pictures.list.map(({ alt, url }) => ({ alt, url })),
  permalink: row.permalink,
  changed: row.changed_after_receipt,
  first: row.text_at_receipt,
  enquiry: row.id,
  why: null,
});

const ours = (row: Reply, name: string): SaidLine => ({
  id: row.id,
  by: 'us',
  name,
  text: row.text,
  at: (row.sent_at ?? row.created_at).toString(),
  state: row.state,
  kind: row.kind,
  pictures: [],
  permalink: row.permalink,
  changed: false,
  first: null,
  enquiry: row.enquiry,
  why: row.refused_why,
});

const between = (row: Note, name: string): SaidLine => ({
  id: row.id,
  by: 'colleague',
  name,
  text: row.text,
  at: row.created_at.toString(),
  state: row.state,
  kind: 'note',
  pictures: [],
  permalink: null,
  changed: false,
  first: null,
  enquiry: row.enquiry,
  why: null,
});

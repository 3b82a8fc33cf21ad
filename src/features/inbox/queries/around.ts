import type { Kysely } from 'kysely';
import type { Reading } from '#kernel/question.ts';
import { enquiry } from '../lifecycle.ts';
import { note, reply } from '../reply-lifecycle.ts';
import type { InboxTables } from '../words.ts';
import { saidColumns } from './thread.ts';

type Seeing = Pick<Reading<unknown>, 'seen'>;

/** The last other messages of the same conversation, and whatever is answered together with this one. */
export const aroundIt = (db: Kysely<InboxTables>, { seen }: Seeing, id: string) => {
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

const mostReplies = 100;
const mostNotes = 50;

/** What we said to the authors of these messages, and to each other about them. */
export async function saidOn(db: Kysely<InboxTables>, { seen }: Seeing, ids: string[]) {
  const replies = db
    .selectFrom('replies')
    .selectAll()
    .where('enquiry', 'in', ids)
    .where(seen(reply))
    .orderBy('created_at', 'desc')
    .limit(mostReplies);
  const notes = db
    .selectFrom('enquiry_notes')
    .selectAll()
    .where('enquiry', 'in', ids)
    .where(seen(note))
    .orderBy('created_at', 'desc')
    .limit(mostNotes);
  const [sent, kept] = await Promise.all([replies.execute(), notes.execute()]);
  return { replies: sent, notes: kept };
}

type SaidOn = Awaited<ReturnType<typeof saidOn>>;

/** The last of both, whichever message they were about. */
export const together = (own: SaidOn, beside: SaidOn | undefined): SaidOn =>
  beside
    ? {
        replies: latest([...own.replies, ...beside.replies], mostReplies),
        notes: latest([...own.notes, ...beside.notes], mostNotes),
      }
    : own;

const latest = <T extends { readonly created_at: Temporal.Instant }>(list: readonly T[], most: number): T[] =>
  list.toSorted((a, b) => Temporal.Instant.compare(b.created_at, a.created_at)).slice(0, most);

import type { Timer } from '#kernel/room.ts';
import type { Reader } from '#kernel/need.ts';
import { reckon } from './commands/reckon.ts';
import { wake } from './commands/sending.ts';
import { triageAgain } from './commands/triage-again.ts';
import type { InboxTables } from './words.ts';

/** A reply that has stood still for so long was forgotten by its alarm. */
const FORGOTTEN = Temporal.Duration.from({ minutes: 3 });

/** Replies under way whose job is gone, or whose sender died: their lease is over and nobody has woken them. */
async function forgottenReplies(read: Reader, now: Temporal.Instant): Promise<readonly string[]> {
  const before = now.subtract(FORGOTTEN);
  const rows = await read
    .tables<InboxTables>()
    .selectFrom('replies')
    .select('id')
    .where('state', 'in', ['waiting', 'sending'])
    .where('changed_at', '<', before)
    .where((is) => is.or([is('not_before', 'is', null), is('not_before', '<', before)]))
    .where((is) => is.or([is('sending_until', 'is', null), is('sending_until', '<', now)]))
    .orderBy('changed_at')
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Two messages of one person that came in at the very same moment do not see each other when they are placed.
 * This finds such pairs and places the later one again.
 */
async function unplaced(read: Reader, now: Temporal.Instant): Promise<readonly string[]> {
  const rows = await read
    .tables<InboxTables>()
    .selectFrom('enquiries as later')
    .select('later.id')
    .where('later.state', '=', 'waiting')
    .where('later.ingested_at', '>', now.subtract({ hours: 1 }))
    .where('later.apart', '=', false)
    .where('later.claimed_by', 'is', null)
    .where('later.first_reply_at', 'is', null)
    .where((is) =>
      is.exists(
        is
          .selectFrom('enquiries as earlier')
          .select('earlier.id')
          .whereRef('earlier.conversation', '=', 'later.conversation')
          .where('earlier.state', '=', 'waiting')
          .where('earlier.apart', '=', false)
          .whereRef('earlier.received_at', '<', 'later.received_at'),
      ),
    )
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

/** What triage has not read and somebody may still answer: from before there was triage, or after it had failed. */
async function untriaged(read: Reader): Promise<readonly string[]> {
  const rows = await read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select('id')
    .where('tier', 'is', null)
    .where('state', 'in', ['waiting', 'joined', 'being-answered', 'waiting-on-them'])
    .orderBy('ingested_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

export const timers: readonly Timer[] = [
  { name: 'wake-replies', everySeconds: 60, perform: wake, due: forgottenReplies },
  { name: 'triage-again', everySeconds: 300, perform: triageAgain, due: untriaged },
  { name: 'place-again', everySeconds: 300, perform: reckon, due: unplaced },
];

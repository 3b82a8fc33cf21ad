import type { Reader } from '#kernel/need.ts';
import type { Timer } from '#kernel/room.ts';
import { stepPage } from '../commands/open-page.ts';
import { sendDigest } from '../commands/send-digest.ts';
import { lookAgain, wakeMessage } from '../commands/send-message.ts';
import { digestDue } from './digest.ts';
import { of } from './there.ts';

/** A message that has stood still for so long was forgotten by its alarm. */
const FORGOTTEN = Temporal.Duration.from({ minutes: 1 });

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Pages whose next step is due. */
const stepsDue = async (read: Reader, now: Temporal.Instant): Promise<string[]> =>
  ids(
    await of(read)
      .selectFrom('pages')
      .select('id')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(200)
      .execute(),
  );

async function forgotten(read: Reader, now: Temporal.Instant): Promise<string[]> {
  const before = now.subtract(FORGOTTEN);
  return ids(
    await of(read)
      .selectFrom('page_messages')
      .select('id')
      .where('state', 'in', ['waiting', 'sending'])
      .where('changed_at', '<', before)
      .where((is) => is.or([is('not_before', 'is', null), is('not_before', '<', now)]))
      .where((is) => is.or([is('sending_until', 'is', null), is('sending_until', '<', now)]))
      .orderBy('changed_at')
      .limit(200)
      .execute(),
  );
}

const notLookedAfter = async (read: Reader, now: Temporal.Instant): Promise<string[]> =>
  ids(
    await of(read)
      .selectFrom('page_messages')
      .select('id')
      .where('look_at', '<', now.subtract(FORGOTTEN))
      .orderBy('look_at')
      .limit(200)
      .execute(),
  );

export const pagingTimers: readonly Timer[] = [
  { name: 'the next step of pages', everySeconds: 15, perform: stepPage, due: stepsDue },
  { name: 'messages that stand still', everySeconds: 30, perform: wakeMessage, due: forgotten },
  { name: 'receipts that nobody asked for', everySeconds: 60, perform: lookAgain, due: notLookedAfter },
  { name: 'the digest of the night', everySeconds: 60, perform: sendDigest, due: digestDue },
];

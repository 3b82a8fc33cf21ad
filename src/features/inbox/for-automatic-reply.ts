import type { Reader } from '#kernel/need.ts';
import type { InboxTables } from './words.ts';

/** A private message that a program may answer by itself. Instants in ISO 8601. */
export interface MessageToAnswer {
  readonly network: string;
  readonly account: string;
  /** The network's id of who wrote it. */
  readonly person: string;
  readonly receivedAt: string;
  /** When a person of ours last answered in this conversation. */
  readonly answeredAt?: string;
  /** What the network allows in a message. */
  readonly max?: number;
}

/** Undefined for what is public, was taken back, or goes out by a person’s hand. */
export async function messageToAnswer(read: Reader, id: string): Promise<MessageToAnswer | undefined> {
  const tables = read.tables<InboxTables>();
  const row = await tables
    .selectFrom('enquiries')
    .select(['network', 'account', 'author_id', 'received_at', 'reply_max', 'conversation'])
    .where('id', '=', id)
    .where('kind', '=', 'direct-message')
    .where('visibility', '=', 'private')
    .where('by_hand', '=', false)
    .where('withdrawn_at', 'is', null)
    .where('remote', 'is not', null)
    .executeTakeFirst();
  if (!row || row.account === null) return undefined;
  const answered = await tables
    .selectFrom('replies')
    .innerJoin('enquiries', 'enquiries.id', 'replies.enquiry')
    .select('replies.sent_at')
    .where('enquiries.conversation', '=', row.conversation)
    .where('replies.kind', '<>', 'automatic')
    .where('replies.sent_at', 'is not', null)
    .orderBy('replies.sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    network: row.network,
    account: row.account,
    person: row.author_id,
    receivedAt: row.received_at.toString(),
    ...(answered?.sent_at ? { answeredAt: answered.sent_at.toString() } : {}),
    ...(row.reply_max === null ? {} : { max: row.reply_max }),
  };
}

/** Is this reply one that a machine gave? What becomes of it is no trouble of the enquiry’s. */
export async function isAutomatic(read: Reader, reply: string): Promise<boolean> {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('replies')
    .select('kind')
    .where('id', '=', reply)
    .executeTakeFirst();
  return row?.kind === 'automatic';
}

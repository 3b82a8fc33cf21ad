import type { Reader } from '#kernel/need.ts';
import type { InboxTables, Reply } from './words.ts';

/** Everything that the sender needs. Never a question: only the worker reads it. */
export interface ReplyToSend {
  readonly id: string;
  readonly state: Reply['state'];
  /** Record key on the network: the same reply can never appear twice under it. */
  readonly key: string;
  readonly text: string;
  readonly network: string;
  readonly account: string;
  /** The network’s id of what is answered, and of the top of its thread. */
  readonly parent: string | null;
  readonly root: string | null;
  readonly visibility: 'public' | 'private';
  /** Attempts begun so far: with the second and every later one, look for it before sending. */
  readonly attempt: number;
}

/** The reply with what it answers, from the enquiry’s own row; undefined for what only a person can post. */
export async function replyToSend(read: Reader, id: string): Promise<ReplyToSend | undefined> {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('replies')
    .innerJoin('enquiries', 'enquiries.id', 'replies.enquiry')
    .select([
      'replies.id',
      'replies.state',
      'replies.text',
      'replies.attempts',
      'enquiries.network',
      'enquiries.account',
      'enquiries.remote',
      'enquiries.remote_root',
      'enquiries.visibility',
    ])
    .where('replies.id', '=', id)
    .executeTakeFirst();
  if (!row || row.account === null) return undefined;
  const { attempts, account, remote, remote_root: root, ...rest } = row;
  return { ...rest, account, key: row.id, parent: remote, root: root ?? remote, attempt: attempts };
}

/** A message as we have it. Of what was deleted here nothing is left to compare. */
interface KnownMessage {
  readonly id: string;
  readonly text: string;
  readonly withdrawn: boolean;
  readonly erased: boolean;
  readonly version: number;
}

/** The enquiry that a network’s message became, and its words as we have them: what a changed or deleted one is matched to. */
export async function enquiryOf(
  read: Reader,
  message: { readonly network: string; readonly account: string; readonly remote: string },
): Promise<KnownMessage | undefined> {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select(['id', 'text', 'withdrawn_at', 'erased_at', 'version'])
    .where('network', '=', message.network)
    .where('account', '=', message.account)
    .where('remote', '=', message.remote)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      text: row.text,
      withdrawn: row.withdrawn_at !== null,
      erased: row.erased_at !== null,
      version: row.version,
    }
  );
}

/** What a message says, for whoever gets it by a link. Never a question: only a reaction asks it. */
export async function wordsToPassOn(read: Reader, id: string) {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select(['text', 'text_at_receipt', 'pictures', 'author_name', 'author_handle', 'network', 'received_at'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      text: row.text,
      first: row.text_at_receipt,
      pictures: row.pictures.list,
      author: [row.author_name, row.author_handle].filter((one) => one !== '').join(', '),
      network: row.network,
      at: row.received_at,
    }
  );
}

/** Messages of an account from these last days that may have been taken away since, for asking the network. */
export async function recentRemotes(
  read: Reader,
  account: string,
  since: Temporal.Instant,
): Promise<readonly { readonly id: string; readonly remote: string }[]> {
  const rows = await read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select(['id', 'remote'])
    .where('account', '=', account)
    .where('received_at', '>=', since)
    .where('withdrawn_at', 'is', null)
    .where('remote', 'is not', null)
    .orderBy('received_at', 'desc')
    .limit(200)
    .execute();
  return rows.flatMap(({ id, remote }) => (remote === null ? [] : [{ id, remote }]));
}

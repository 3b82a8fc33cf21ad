import type { Reader } from '#kernel/need.ts';
import type { Policies } from '#kernel/house.ts';
import { sayDanger, sayDigest, sayPage, sayTest, type Said } from './say.ts';
import { of } from './there.ts';
import type { Channel, PageMessage } from './words.ts';

/** Everything that the sender needs. Never a question: only the worker reads it. */
export interface MessageToSend extends Said {
  readonly id: string;
  readonly state: PageMessage['state'];
  readonly channel: Channel;
  /** The number or address, sealed; null where none was given. A team's room needs none. */
  readonly sealedTo: string | null;
  readonly attempt: number;
  readonly remote: string | null;
  readonly acceptedAt: Temporal.Instant | null;
  /** When it is asked after next. */
  readonly lookAt: Temporal.Instant | null;
  /** It was said already that no receipt came in time. */
  readonly overdue: boolean;
  readonly receiptMinutes: number;
}

export async function messageToSend(
  read: Reader,
  policies: Policies,
  id: string,
): Promise<MessageToSend | undefined> {
  const row = await of(read).selectFrom('page_messages').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const said = await saidIn(read, policies, row);
  if (!said) return undefined;
  return {
    ...said,
    id,
    state: row.state,
    channel: row.channel,
    sealedTo: await sealedContact(read, row),
    attempt: row.attempts,
    remote: row.remote,
    acceptedAt: row.accepted_at,
    lookAt: row.look_at,
    overdue: row.why === 'no-receipt',
    receiptMinutes: policies.get(row.policy).value('paging.channels').receiptMinutes,
  };
}

async function sealedContact(read: Reader, row: PageMessage): Promise<string | null> {
  if (row.person === null) return null;
  const contact = await of(read)
    .selectFrom('duty_contacts')
    .select(['sealed_phone', 'sealed_email'])
    .where('person', '=', row.person)
    .executeTakeFirst();
  return (row.channel === 'text' ? contact?.sealed_phone : contact?.sealed_email) ?? null;
}

async function saidIn(read: Reader, policies: Policies, row: PageMessage): Promise<Said | undefined> {
  const policy = policies.get(row.policy);
  switch (row.about) {
    case 'page': {
      const page = await of(read)
        .selectFrom('pages')
        .selectAll()
        .where('id', '=', row.subject)
        .executeTakeFirst();
      return page && sayPage(page, row, policies.get(page.policy));
    }
    case 'digest': {
      const digest = await of(read)
        .selectFrom('night_digests')
        .select('items')
        .where('id', '=', row.subject)
        .executeTakeFirst();
      return digest && sayDigest(digest.items);
    }
    case 'danger': {
      const danger = await of(read)
        .selectFrom('dangers')
        .select(['id', 'called', 'created_at'])
        .where('id', '=', row.subject)
        .executeTakeFirst();
      return danger && sayDanger(danger, policy.zone);
    }
    case 'test-page':
      return sayTest('/duty#test-pages');
    case 'contact':
      return sayTest('/duty/contact');
  }
}

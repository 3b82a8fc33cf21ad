import type { Reader } from '#kernel/need.ts';
import { officialKinds, type Account, type RegisterTables } from './words.ts';

/** What the worker needs of a connected account. Never a question: the sealed keys leave this room only here. */
export type ConnectedAccount = Pick<
  Account,
  | 'id'
  | 'network'
  | 'handle'
  | 'name'
  | 'connector'
  | 'address'
  | 'sealed_keys'
  | 'sealed_keys_before'
  | 'cursor'
  | 'polled_at'
  | 'first_read_at'
  | 'blind_since'
  | 'state'
>;

const columns = [
  'id',
  'network',
  'handle',
  'name',
  'connector',
  'address',
  'sealed_keys',
  'sealed_keys_before',
  'cursor',
  'polled_at',
  'first_read_at',
  'blind_since',
  'state',
] as const;

/** Accounts that a program reads. */
export async function connectedAccounts(read: Reader): Promise<ConnectedAccount[]> {
  return read
    .tables<RegisterTables>()
    .selectFrom('accounts')
    .select(columns)
    .where('state', 'in', ['connected', 'blind'])
    .where('sealed_keys', 'is not', null)
    .orderBy('polled_at')
    .execute();
}

export async function connectedAccount(read: Reader, id: string): Promise<ConnectedAccount | undefined> {
  return read
    .tables<RegisterTables>()
    .selectFrom('accounts')
    .select(columns)
    .where('id', '=', id)
    .where('state', 'in', ['connected', 'blind'])
    .where('sealed_keys', 'is not', null)
    .executeTakeFirst();
}

/** An official account in use, as other rooms name it. */
export type AccountInUse = Pick<Account, 'id' | 'name' | 'network' | 'connector'>;

/** Accounts that speak for us and are not closed, by network. */
export async function accountsInUse(read: Reader): Promise<AccountInUse[]> {
  return read
    .tables<RegisterTables>()
    .selectFrom('accounts')
    .select(['id', 'name', 'network', 'connector'])
    .where('state', '<>', 'closed')
    .where('kind', 'in', officialKinds)
    .orderBy('network')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

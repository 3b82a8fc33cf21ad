import { need, type Reader } from '#kernel/need.ts';
import type { Policy } from '#policy/index.ts';
import type { RegisterTables } from './words.ts';

/** A corporate account as the policy lists it. */
export type ListedAccount = ReturnType<typeof listedIn>[number];

const listedIn = (policy: Policy) => policy.value('register.corporate-accounts').accounts;

/** Nothing is entered twice: whoever enters a corporate account passes here, and entering the list closes it. */
export const ENTERING = 'register.entering';

/**
 * The corporate accounts that the policy lists and the register does not hold yet. An account counts for its
 * network whoever entered it; one that was closed is no longer there.
 */
export const missingAccounts = need((read, { policy }) => missingOf(read, policy));

export async function missingOf(read: Reader, policy: Policy): Promise<ListedAccount[]> {
  const rows = await read
    .tables<RegisterTables>()
    .selectFrom('accounts')
    .select('network')
    .where('kind', '=', 'corporate')
    .where('state', '<>', 'closed')
    .execute();
  return missingFrom(
    listedIn(policy),
    rows.map((row) => row.network),
  );
}

/** What is listed and not there; where a network is listed twice, two must be there. */
export function missingFrom<Listed extends { readonly network: string }>(
  listed: readonly Listed[],
  networksHeld: readonly string[],
): Listed[] {
  const held = [...networksHeld];
  return listed.filter(({ network }) => {
    const found = held.indexOf(network);
    if (found >= 0) held.splice(found, 1);
    return found < 0;
  });
}

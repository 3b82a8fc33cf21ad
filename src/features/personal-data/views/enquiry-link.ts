import { readers } from '#features/inbox/index.ts';
import { holds } from '#kernel/rights.ts';
import type { PageContext } from '#screens/index.ts';
import type { Shown } from '../shown.ts';

/** Would the page of the message open for whoever looks? A held one opens for information governance alone. */
export function opensMessage(
  { standing }: Pick<PageContext, 'standing'>,
  { state }: Pick<Shown, 'state'>,
): boolean {
  if (!standing) return false;
  if (state === 'held') return standing.grants.some(({ role }) => role === 'information-governance');
  return readers.some((party) => holds(party, standing, undefined));
}

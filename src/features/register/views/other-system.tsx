import { checkStep } from '#kernel/act.ts';
import { Refused } from '#kernel/refusal.ts';
import type { StoredRow } from '#kernel/row.ts';
import type { PageContext } from '#screens/index.ts';
import { connectRelay } from '../commands/relay.ts';

/** The way to connect an account through another system, for those who may. */
export function OtherSystem({ row, context }: { readonly row: StoredRow; readonly context: PageContext }) {
  if (!mayConnect(row, context)) return null;
  return (
    <p>
      <a href={`/accounts/${row.id}/webhook`}>
        {row['connector'] === 'relay'
          ? 'The other system that hands in its messages: address and secret'
          : 'Connect another system that hands in its messages'}
      </a>
      {row['connector'] === 'relay' ? (
        <>
          <br />
          <a href="/deliveries">What it handed in and could not be read</a>
        </>
      ) : null}
    </p>
  );
}

function mayConnect(row: StoredRow, { standing }: PageContext): boolean {
  if (!standing || row['handle'] === null) return false;
  try {
    return checkStep(connectRelay, row, standing) !== undefined;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import {
  Cite,
  DataTable,
  Moment,
  Notice,
  PageHeading,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { delivery } from '../lifecycle.ts';
import { standing } from '../queries.ts';
import { reasons } from '../words.ts';

/** What other systems handed in and nobody could read: where it came from and why, never what it says. */
export async function deliveriesPage(context: PageContext): Promise<ReactNode> {
  const { waiting, setAside } = await context.ask(standing);
  const verbs = await Promise.all(
    setAside.map(async (one) => {
      const row = await context.row(delivery, one.id);
      return [
        one.id,
        <VerbButtons key={one.id} verbs={await context.verbs(delivery, row)} row={row} back="/deliveries" />,
      ] as const;
    }),
  );
  const verbsOf = new Map(verbs);
  return (
    <>
      <PageHeading>Deliveries from other systems</PageHeading>
      <p>
        {waiting === 0 ? 'Nothing waits to be read.' : `${waiting.toLocaleString('en-GB')} wait to be read.`}{' '}
        What they said is in the inbox; it is not shown here.
      </p>
      <DataTable
        caption="Set aside"
        rows={setAside}
        rowKey={(one) => one.id}
        columns={[
          { heading: 'Reference', names: true, cell: (one) => <code>{one.id.slice(-12)}</code> },
          { heading: 'Account', cell: (one) => <a href={`/accounts/${one.account}`}>{one.accountName}</a> },
          { heading: 'Came', cell: (one) => <Moment at={Temporal.Instant.from(one.came)} /> },
          { heading: 'Why', cell: (one) => reasons[one.why] },
          { heading: 'Wiped', cell: (one) => <Moment at={Temporal.Instant.from(one.wipedAt)} as="day" /> },
          { heading: 'What to do', cell: (one) => verbsOf.get(one.id) },
        ]}
        empty={<p>Nothing is set aside: everything that came could be read.</p>}
      />
      {setAside.length === 0 ? null : (
        <p>
          Give the reference to whoever looks after the other system: the log names it too. Once the cause is
          mended, read it again.
        </p>
      )}
      <p>
        <Cite citation={context.cite('deliveries.take-in')} />
      </p>
    </>
  );
}

/** What needs somebody's eye today; null where nothing does. */
export async function deliveriesToday(context: PageContext): Promise<ReactNode> {
  if (!mayAsk(standing, context.standing)) return null;
  const { setAside } = await context.ask(standing);
  if (setAside.length === 0) return null;
  const [one] = setAside;
  return (
    <Notice title="Could not be read" id="deliveries">
      <p>
        {setAside.length === 1 ? 'A delivery' : `${setAside.length} deliveries`} of another system could not
        be read, for {one?.accountName}
        {new Set(setAside.map((each) => each.account)).size > 1 ? ' and others' : ''}.{' '}
        <a href="/deliveries">See which</a>
      </p>
    </Notice>
  );
}

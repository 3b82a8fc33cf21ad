import type { ReactNode } from 'react';
import {
  Cite,
  DataTable,
  Empty,
  MakeButton,
  Moment,
  PageHeading,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { giveContact } from '../commands/duty-contact.ts';
import { dutyContact } from '../paging/lifecycle.ts';
import { ownContact } from '../paging/questions/contact.ts';
import { at, Missing } from './rota-words.tsx';

/** How you are reached while you are on call; for those who plan, who has said so. No number is ever shown. */
export async function contactPage(context: PageContext): Promise<ReactNode> {
  const { contacts } = await context.ask(ownContact);
  const own = contacts.find((one) => one.own);
  const others = contacts.filter((one) => !one.own);
  const row = own && (await context.row(dutyContact, own.id));
  return (
    <>
      <PageHeading caption="Duty">How you are reached</PageHeading>
      <p>
        While you are on call you are woken by text and, where that fails, by e-mail. Both are kept sealed:
        they are used to wake you and are shown to nobody, not even to you.{' '}
        <Cite citation={context.cite('paging.contact')} />
      </p>
      {own && row ? (
        <>
          <p>
            {own.confirmedAt === null ? (
              <Missing>Nobody has tried them yet. Send a test, and say that it arrived.</Missing>
            ) : (
              <>
                You said on <Moment at={at(own.confirmedAt)} /> that a test arrived.
              </>
            )}
          </p>
          <VerbButtons verbs={await context.verbs(dutyContact, row)} row={row} back="/duty/contact" />
        </>
      ) : (
        <>
          <p>
            <Missing>You have not said yet how you are reached.</Missing>
          </p>
          <MakeButton command={giveContact} standing={context.standing} back="/duty/contact" first />
        </>
      )}
      {others.length === 0 ? null : <Others rows={others} />}
    </>
  );
}

const Others = ({
  rows,
}: {
  readonly rows: readonly { id: string; name: string; confirmedAt: string | null }[];
}) => (
  <DataTable
    caption="Others who have said how they are reached"
    rows={rows}
    rowKey={(row) => row.id}
    empty={<Empty>Nobody else has.</Empty>}
    columns={[
      { heading: 'Who', names: true, cell: (row) => row.name },
      {
        heading: 'A test arrived',
        cell: (row) =>
          row.confirmedAt === null ? <Missing>Not yet</Missing> : <Moment at={at(row.confirmedAt)} />,
      },
    ]}
  />
);

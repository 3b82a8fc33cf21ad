import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import {
  Cite,
  DataTable,
  Empty,
  format,
  historyHref,
  Moment,
  PageHeading,
  SummaryList,
  Tag,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { hold } from '../lifecycle.ts';
import { heldNow, oneHold } from '../queries.ts';
import type { ShownHold } from '../queries/holds.ts';
import { holdWords } from './words.ts';

const tagOf = ({ state, overdue }: ShownHold) => {
  const words = holdWords[state];
  return (
    <>
      {words ? <Tag colour={words.colour}>{words.words}</Tag> : null}{' '}
      {overdue ? <Tag colour="red">Review is due</Tag> : null}
    </>
  );
};

export const HoldTable = ({ holds }: { readonly holds: readonly ShownHold[] }) => (
  <DataTable
    caption="Holds"
    hideCaption
    rows={holds}
    rowKey={(row) => row.id}
    empty={
      <Empty title="No hold stands">
        To keep something for a case, open its record in the lists of personal data and place a hold there.
      </Empty>
    }
    columns={[
      {
        heading: 'Case',
        names: true,
        cell: (row) => <a href={`/personal-data/holds/${row.id}`}>{row.name}</a>,
      },
      { heading: 'Matter', cell: (row) => row.matter },
      { heading: 'Who answers for it', cell: (row) => row.owner },
      { heading: 'Looked at again on', cell: (row) => format.isoDayOf(row.reviewOn) },
      { heading: 'Stands', cell: tagOf },
    ]}
  />
);

/** What may not be deleted, and for how long nobody has asked why. */
export async function holdsPage(context: PageContext) {
  const { holds } = await context.ask(heldNow);
  return (
    <>
      <PageHeading caption="Personal data">Holds</PageHeading>
      <p>
        While a hold stands, nothing deletes the message, and only information governance sees it.{' '}
        <Cite citation={context.cite('details.held')} />
      </p>
      <HoldTable holds={holds} />
      <p>
        <a href="/personal-data">Back to the lists</a>
      </p>
    </>
  );
}

export async function holdPage(context: PageContext) {
  const id = context.params['id'] ?? '';
  if (!isId(id)) throw refuse('kernel.not-found');
  const of = await context.ask(oneHold, { id });
  const row = await context.row(hold, id);
  return (
    <>
      <PageHeading caption="Hold">{of.name}</PageHeading>
      <p className="sp-standing">{tagOf(of)}</p>
      <SummaryList rows={rowsOf(of)} />
      <p>
        <Cite citation={context.cite('details.held')} />
      </p>
      <VerbButtons verbs={await context.verbs(hold, row)} row={row} />
      <ul className="nhsuk-list">
        <li>
          <a href={`/personal-data/${of.removal}`}>Go to what it keeps</a>
        </li>
        <li>
          <a href={historyHref(hold.name, id)}>
            Everything that was done<span className="nhsuk-u-visually-hidden"> about this hold</span>
          </a>
        </li>
        <li>
          <a href="/personal-data/holds">Back to the holds</a>
        </li>
      </ul>
    </>
  );
}

function rowsOf(of: ShownHold) {
  const when = (text: string) => <Moment at={Temporal.Instant.from(text)} />;
  return [
    { key: 'Matter', value: of.matter },
    { key: 'Who answers for it', value: of.owner },
    { key: 'Looked at again on', value: format.isoDayOf(of.reviewOn) },
    {
      key: 'Placed',
      value: (
        <>
          {when(of.placedAt)}, {of.placedBy}
        </>
      ),
    },
    ...(of.inPlaceAt === null ? [] : [{ key: 'In place since', value: when(of.inPlaceAt) }]),
    ...(of.liftedAt === null ? [] : [{ key: 'Lifted', value: when(of.liftedAt) }]),
    ...(of.liftedWhy === null ? [] : [{ key: 'Why it was lifted', value: of.liftedWhy }]),
  ];
}

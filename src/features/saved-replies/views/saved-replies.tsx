import type { ReactNode } from 'react';
import {
  Cite,
  DataTable,
  DetailList,
  historyHref,
  MakeButton,
  PageHeading,
  Tag,
  VerbButtons,
  format,
  type Column,
  type PageContext,
} from '#screens/index.ts';
import { propose } from '../commands/words.ts';
import { savedReply } from '../lifecycle.ts';
import { all, one, type Shown } from '../queries.ts';

const columns: readonly Column<Shown>[] = [
  { heading: 'Name', names: true, cell: ({ id, name }) => <a href={`/saved-replies/${id}`}>{name}</a> },
  { heading: 'For', cell: ({ labelName }) => labelName ?? 'Any message' },
  { heading: 'Language', cell: ({ language }) => <bdi>{language}</bdi> },
  { heading: 'Standing', cell: (row) => <Standing of={row} /> },
];

/** Words that were agreed before anybody needs them. */
export async function savedRepliesPage(context: PageContext): Promise<ReactNode> {
  const { replies } = await context.ask(all);
  return (
    <>
      <PageHeading caption="Inbox">Saved replies</PageHeading>
      <p>
        Words for a kind of message, which two people agreed. They go out as they stand, also where words of
        one’s own may not. <Cite citation={context.cite('saved-replies.agreed')} />{' '}
        <Cite citation={context.cite('saved-replies.content')} />
      </p>
      <MakeButton command={propose} standing={context.standing} first />
      <DataTable
        caption="All saved replies"
        hideCaption
        rows={replies}
        rowKey={(row) => row.id}
        columns={columns}
        empty="There is no saved reply yet. Propose the first one: what people in danger must be told."
      />
    </>
  );
}

function Standing({ of }: { readonly of: Shown }) {
  if (of.state === 'proposed') return <Tag colour="orange">To agree</Tag>;
  if (of.state === 'withdrawn') return <Tag colour="grey">Out of use</Tag>;
  if (of.contactStale) return <Tag colour="red">Out of use until its contact is checked</Tag>;
  if (of.reviewDue) return <Tag colour="red">Out of use until somebody looks again</Tag>;
  return <Tag colour="green">In use</Tag>;
}

/** One saved reply, as it goes out. */
export async function savedReplyPage(context: PageContext): Promise<ReactNode> {
  const id = context.params['id'] ?? '';
  const of = await context.ask(one, { id });
  const row = await context.row(savedReply, id);
  return (
    <>
      <PageHeading caption="Saved reply">{of.name}</PageHeading>
      <p className="sp-standing">
        <Standing of={of} />
      </p>
      <div className="sp-panel">
        <p className="sp-message__words" dir="auto">
          {of.text}
        </p>
        {of.contact === null ? null : <p className="sp-message__words">{of.contact}</p>}
      </div>
      <DetailList
        items={[
          { term: 'For', detail: of.labelName ?? 'Any message' },
          { term: 'Language', detail: <bdi>{of.language}</bdi> },
          { term: 'While a matter is locked', detail: of.holding ? 'May go out' : 'May not go out' },
          { term: 'Proposed by', detail: of.proposedBy ?? 'not known' },
          { term: 'Agreed by', detail: of.agreedBy ?? 'nobody yet' },
          {
            term: 'To look at again by',
            detail: of.reviewDueOn === null ? 'once it is agreed' : format.isoDayOf(of.reviewDueOn),
          },
        ]}
      />
      <VerbButtons verbs={await context.verbs(savedReply, row)} row={row} />
      <p>
        <a href={historyHref(savedReply.name, id)}>Everything that was done to this saved reply</a>
      </p>
      <p>
        <a href="/saved-replies">All saved replies</a>
      </p>
    </>
  );
}

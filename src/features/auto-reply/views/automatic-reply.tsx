import type { ReactNode } from 'react';
import type { z } from 'zod';
import {
  Cite,
  DataTable,
  MakeButton,
  Moment,
  PageHeading,
  Tag,
  VerbButtons,
  format,
  type Column,
  type PageContext,
} from '#screens/index.ts';
import { recordPasted } from '../commands/pasted.ts';
import { pastedText } from '../lifecycle.ts';
import { shown } from '../queries.ts';
import type { Form } from '../words.ts';

type Shown = z.output<(typeof shown)['output']>;
type Account = Shown['accounts'][number];

const formWords: Readonly<Record<Form, string>> = {
  open: 'While we are open',
  closed: 'While we are closed',
  'closed-today': 'On a day that is closed',
};

/** What is said by itself, as it will read; where it goes out by itself, and where somebody pastes it. */
export async function automaticReplyPage(context: PageContext): Promise<ReactNode> {
  const of = await context.ask(shown);
  const buttons = await buttonsOf(context, of.accounts);
  return (
    <>
      <PageHeading caption="Inbox">Automatic reply</PageHeading>
      <p>
        Whoever writes to us in private gets this at once, once in each stretch of open or closed hours. The
        clock runs on: a person still answers.
      </p>
      <p>
        <Cite citation={context.cite('auto-reply.send')} />{' '}
        <Cite citation={context.cite('auto-reply.emergency')} />{' '}
        <Cite citation={context.cite('auto-reply.once')} />{' '}
        <Cite citation={context.cite('inbox.auto-reply-never-stops-clock')} />
      </p>
      {of.forms.map((one) => (
        <section className="sp-panel" aria-labelledby={one.form} key={one.form}>
          <h2 className="nhsuk-heading-s" id={one.form}>
            {formWords[one.form]} {one.form === of.now ? <Tag colour="green">Now</Tag> : null}
          </h2>
          <p className="nhsuk-hint">
            To a message that comes in at <Moment at={Temporal.Instant.from(one.at)} />:
          </p>
          <Said text={one.text} />
        </section>
      ))}
      <h2 className="nhsuk-heading-m">Where it goes out</h2>
      <Accounts of={of} context={context} buttons={buttons} />
      <section aria-labelledby="paste">
        <h2 className="nhsuk-heading-m" id="paste">
          To paste
        </h2>
        <p>
          Where no program may answer, the network sends it by itself. This text names no day, so that it
          stays right. <Cite citation={context.cite('auto-reply.pasted')} />
        </p>
        <ol>
          <li>
            Sign in to the network as the account, and open its settings for automatic or away messages.
          </li>
          <li>Paste this text in place of what is there, and switch it on for every hour.</li>
          <li>Send the account a message from another account, and look at what comes back.</li>
          <li>Say here that you did.</li>
        </ol>
        <div className="sp-panel">
          <Said text={of.standing} />
        </div>
        <MakeButton command={recordPasted} standing={context.standing} back="/automatic-reply" />
      </section>
    </>
  );
}

const Said = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n\n').map((line) => (
      <p className="nhsuk-u-margin-bottom-2" key={line}>
        {line}
      </p>
    ))}
  </>
);

/** The buttons of what was pasted, by account. */
async function buttonsOf(context: PageContext, accounts: readonly Account[]) {
  const found = new Map<string, ReactNode>();
  for (const { id, name, pasted } of accounts) {
    if (!pasted) continue;
    const row = await context.row(pastedText, pasted.id);
    const verbs = (await context.verbs(pastedText, row)).filter((verb) => !verb.refused);
    if (verbs.length > 0)
      found.set(
        id,
        <VerbButtons verbs={verbs} row={row} back="/automatic-reply" about={`for ${name}`} quiet />,
      );
  }
  return found;
}

function Accounts({
  of,
  context,
  buttons,
}: {
  readonly of: Shown;
  readonly context: PageContext;
  readonly buttons: ReadonlyMap<string, ReactNode>;
}) {
  const { networks } = context.policy.value('register.networks');
  const columns: readonly Column<Account>[] = [
    { heading: 'Account', names: true, cell: ({ id, name }) => <a href={`/accounts/${id}`}>{name}</a> },
    {
      heading: 'Network',
      cell: ({ network }) => networks.find((one) => one.id === network)?.name ?? network,
    },
    { heading: 'How', cell: standing },
    ...(buttons.size === 0
      ? []
      : [{ heading: 'What to do', hideHeading: true, cell: ({ id }: Account) => buttons.get(id) ?? null }]),
  ];
  return (
    <DataTable
      caption="Our accounts"
      rows={of.accounts}
      rowKey={(row) => row.id}
      columns={columns}
      empty="No official account is in the register yet."
    />
  );
}

function standing({ byItself, pasted }: Account): ReactNode {
  if (byItself) return 'Answered by this program, where the network brings private messages';
  if (!pasted) return <Tag colour="orange">Not pasted yet</Tag>;
  const checked = `looked at on ${format.isoDayOf(pasted.checkedOn)}`;
  if (pasted.changed) return <Tag colour="red">Paste again: the text has changed since</Tag>;
  if (pasted.due) return <Tag colour="orange">Look at it again: {checked}</Tag>;
  return `Pasted, ${checked}; again by ${format.isoDayOf(pasted.checkDueOn)}`;
}

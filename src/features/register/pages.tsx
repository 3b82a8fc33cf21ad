import type { ReactNode } from 'react';
import { role } from '#kernel/party.ts';
import { refuse } from '#kernel/refusal.ts';
import {
  DataTable,
  Moment,
  Notice,
  PageHeading,
  SummaryList,
  Tag,
  VerbButtons,
  commandPath,
  type PageContext,
  type Pages,
} from '#screens/index.ts';
import { account } from './lifecycle.ts';
import { allAccounts, isItOurs, networks, officialAccounts } from './queries.ts';
import { accountKinds } from './words.ts';

type Listed = Awaited<ReturnType<typeof allAccounts.read>>['accounts'][number];
const staff = [role('staff')] as const;

const states = {
  official: 'Official',
  monitored: 'Watched only',
  'not-used': 'Not used',
  internal: 'Internal',
} as const;

const Connection = ({ of }: { readonly of: Listed }) => {
  if (of.state === 'blind') return <Tag colour="red">Blind: cannot be read</Tag>;
  if (of.state === 'closed') return <Tag colour="grey">Closed</Tag>;
  return of.state === 'connected' ? <Tag colour="green">Connected</Tag> : <Tag colour="grey">By hand</Tag>;
};

const columns = [
  {
    heading: 'Account',
    cell: (row: Listed) => (
      <a href={`/accounts/${row.id}`}>
        {row.name} on {row.networkName}
      </a>
    ),
  },
  { heading: 'Handle', cell: (row: Listed) => (row.handle === null ? 'Not entered yet' : `@${row.handle}`) },
  {
    heading: 'Owner, deputy',
    cell: (row: Listed) => [row.owner ?? 'no owner', row.deputy ?? 'no deputy'].join(', '),
  },
  { heading: 'Connection', cell: (row: Listed) => <Connection of={row} /> },
  {
    heading: 'Next check',
    cell: (row: Listed) => (row.checkOverdue ? <Tag colour="yellow">Check is due</Tag> : row.checkDueOn),
  },
];

async function list({ ask }: PageContext): Promise<ReactNode> {
  const { accounts } = await ask(allAccounts);
  const named = await ask(networks);
  return (
    <>
      <PageHeading>Accounts</PageHeading>
      <p>
        <a
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          href={commandPath('account.enter')}
          role="button"
        >
          Enter an account
        </a>
      </p>
      <DataTable
        caption="The register"
        columns={columns}
        rows={accounts.filter((row) => row.state !== 'closed')}
        rowKey={(row) => row.id}
        empty="No account is entered yet. Begin with the corporate ones that the policy names."
      />
      <DataTable
        caption="Networks by the policy"
        rows={named.networks}
        rowKey={(row) => row.id}
        columns={[
          { heading: 'Network', cell: (row) => row.name },
          {
            heading: 'State',
            cell: (row) => (row.state in states ? states[row.state as keyof typeof states] : row.state),
          },
          { heading: 'Why', cell: (row) => row.why ?? '' },
        ]}
      />
    </>
  );
}

async function one({ ask, params, row: rowOf, verbs, cite }: PageContext): Promise<ReactNode> {
  const row = await rowOf(account, params['id'] ?? '');
  const { accounts } = await ask(allAccounts);
  const shown = accounts.find((each) => each.id === row.id);
  if (!shown) throw refuse('kernel.not-found');
  return (
    <>
      <PageHeading>
        {shown.name} on {shown.networkName}
      </PageHeading>
      {shown.blindSince === null ? null : (
        <Notice title="This account cannot be read">
          <p>
            Since <Moment at={Temporal.Instant.from(shown.blindSince)} />. What people write there does not
            reach the inbox. Connect it again, or look by hand.
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: 'Handle', value: shown.handle === null ? 'Not entered yet' : `@${shown.handle}` },
          {
            key: 'Kind',
            value:
              shown.kind in accountKinds ? accountKinds[shown.kind as keyof typeof accountKinds] : shown.kind,
          },
          { key: 'What it is for', value: shown.purpose },
          { key: 'Whom it is for', value: shown.audience },
          { key: 'Owner', value: shown.owner ?? 'None: enter one' },
          { key: 'Deputy', value: shown.deputy ?? 'None: enter one' },
          { key: 'Keys are kept', value: shown.custodyNote || 'Not said' },
          { key: 'Recovery contact', value: shown.recoveryContact || 'Not said' },
          { key: 'Second factor', value: shown.secondFactor.replaceAll('-', ' ') },
          { key: 'Last checked', value: shown.verifiedOn ?? 'Never' },
          { key: 'Next check', value: shown.checkDueOn ?? 'Due now' },
          { key: 'Connection', value: <Connection of={shown} /> },
          {
            key: 'Last read',
            value: shown.lastRead === null ? 'Never' : <Moment at={Temporal.Instant.from(shown.lastRead)} />,
          },
        ]}
      />
      <VerbButtons verbs={await verbs(account, row)} row={row} />
      <p className="nhsuk-hint">
        Clause {cite('register.owner-and-deputy').clause}: {cite('register.owner-and-deputy').words}
      </p>
    </>
  );
}

/** For the public: is this account ours, which are, and when does somebody read them? */
async function ours({ ask, query }: PageContext): Promise<ReactNode> {
  const { hours, accounts } = await ask(officialAccounts);
  const asked = query['account']?.trim();
  const answer = asked ? await ask(isItOurs, { account: asked }) : undefined;
  return (
    <>
      <PageHeading>Is this account ours?</PageHeading>
      <form method="get" action="/our-accounts" className="sp-form">
        <label className="nhsuk-label" htmlFor="account">
          Address or handle of an account
        </label>
        <input className="nhsuk-input" id="account" name="account" defaultValue={asked} />{' '}
        <button className="nhsuk-button" type="submit">
          Check
        </button>
      </form>
      {answer === undefined ? null : (
        <Notice title="Our answer">
          <p>{answerWords(answer)}</p>
        </Notice>
      )}
      <h2 className="nhsuk-heading-m">Our official accounts</h2>
      <ul className="nhsuk-list">
        {accounts.map((each) => (
          <li key={each.network + each.handle}>
            <strong>{each.network}</strong>: @{each.handle}. {each.purpose}.
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">When we read them</h2>
      <p>
        {hours.words}. {hours.openNow ? 'Somebody is reading now.' : 'Nobody is reading just now.'}
        {hours.closedToday === null ? '' : ` Closed today: ${hours.closedToday}.`}
      </p>
      <p>If somebody’s life is in danger call 999. For urgent medical help call 111.</p>
    </>
  );
}

function answerWords({
  answer,
  network,
  name,
}: {
  answer: string;
  network: string | null;
  name: string | null;
}): string {
  if (answer === 'official') return `Yes. This is our account “${name ?? ''}” on ${network ?? ''}.`;
  if (answer === 'not-ours') return 'No. This account is not ours. Do not give it personal or bank details.';
  return 'We do not know this account. It is not in our register, so do not take it for ours.';
}

export const registerPages: Pages = {
  room: 'register',
  pages: [
    { path: '/accounts', title: 'Accounts', place: 'accounts', askers: staff, view: list, live: ['account'] },
    { path: '/accounts/:id', title: 'Account', place: 'accounts', askers: staff, view: one },
    {
      path: '/our-accounts',
      title: 'Is this account ours?',
      place: 'accounts',
      askers: 'public',
      view: ours,
    },
  ],
};

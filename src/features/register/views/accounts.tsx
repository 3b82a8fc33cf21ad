import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import { access } from '#features/people/index.ts';
import {
  Cite,
  DataTable,
  Empty,
  MakeButton,
  Moment,
  Notice,
  PageHeading,
  Pagination,
  SummaryList,
  Tag,
  VerbButtons,
  historyHref,
  format,
  type PageContext,
} from '#screens/index.ts';
import { enterListed } from '../commands/enter-listed.ts';
import { enterAccount } from '../commands/entries.ts';
import { account } from '../lifecycle.ts';
import { allAccounts, networks, oneAccount } from '../queries.ts';
import type { ShownAccount } from '../shown.ts';
import { accountKinds } from '../words.ts';
import { OtherSystem } from './other-system.tsx';

const states = {
  official: 'Official',
  monitored: 'Watched only',
  'not-used': 'Not used',
  internal: 'Internal',
} as const;

const Connection = ({ of }: { readonly of: ShownAccount }) => {
  if (of.state === 'closed') return <Tag colour="grey">Closed</Tag>;
  if (of.state === 'blind') return <Tag colour="red">Blind: cannot be read</Tag>;
  return of.state === 'connected' ? <Tag colour="green">Connected</Tag> : <Tag colour="grey">By hand</Tag>;
};

const Lacks = ({ of }: { readonly of: ShownAccount }) =>
  of.lacks.length === 0 ? <>Nothing</> : <>{of.lacks.join(', ')}</>;

const secondFactorWords: Readonly<Record<string, string>> = {
  on: 'On',
  off: 'Off',
  'not-known': 'Not known',
};

const kindWords = (kind: string): string =>
  kind in accountKinds ? accountKinds[kind as keyof typeof accountKinds] : kind;

const columns = [
  {
    heading: 'Account',
    names: true,
    cell: (row: ShownAccount) => (
      <a href={`/accounts/${row.id}`}>
        {row.name} on {row.networkName}
        {row.kind === 'corporate' ? null : ` (${kindWords(row.kind).toLowerCase()})`}
      </a>
    ),
  },
  {
    heading: 'Handle',
    cell: (row: ShownAccount) => (row.handle === null ? 'Not entered yet' : `@${row.handle}`),
  },
  {
    heading: 'Owner, deputy',
    cell: (row: ShownAccount) => [row.owner ?? 'no owner', row.deputy ?? 'no deputy'].join(', '),
  },
  { heading: 'Connection', cell: (row: ShownAccount) => <Connection of={row} /> },
  { heading: 'Still missing', cell: (row: ShownAccount) => <Lacks of={row} /> },
];

/** Accounts that the policy lists and nobody has entered: whoever may, enters them all by one press. */
function NotEntered({
  of,
  context,
}: {
  readonly of: readonly { networkName: string }[];
  readonly context: PageContext;
}) {
  if (of.length === 0) return null;
  return (
    <Notice title="Accounts to enter">
      <p>
        The policy lists corporate accounts that are not in the register yet:{' '}
        {of.map((one) => one.networkName).join(', ')}.{' '}
        <Cite citation={context.cite('register.corporate-accounts')} />
      </p>
      <MakeButton command={enterListed} standing={context.standing} back="/accounts" first />
    </Notice>
  );
}

export async function accountsPage(context: PageContext): Promise<ReactNode> {
  const { ask, query, standing, cite } = context;
  const { accounts, more, notEntered } = await ask(
    allAccounts,
    query['after'] === undefined ? {} : { after: query['after'] },
  );
  const named = await ask(networks);
  const last = accounts.at(-1);
  return (
    <>
      <PageHeading>Accounts</PageHeading>
      <NotEntered of={notEntered} context={context} />
      <MakeButton command={enterAccount} standing={standing} />
      <DataTable
        caption="The register"
        columns={columns}
        rows={accounts}
        rowKey={(row) => row.id}
        empty={
          <Empty title="No account is entered yet.">
            Begin with the corporate accounts that the policy names.
          </Empty>
        }
      />
      {more && last ? (
        <Pagination next={{ href: `/accounts?after=${last.id}`, label: 'More accounts' }} />
      ) : null}
      <DataTable
        caption="Networks by the policy"
        rows={named.networks}
        rowKey={(row) => row.id}
        columns={[
          { heading: 'Network', names: true, cell: (row) => row.name },
          {
            heading: 'State',
            cell: (row) => (row.state in states ? states[row.state as keyof typeof states] : row.state),
          },
          { heading: 'Why', cell: (row) => row.why ?? '' },
        ]}
      />
      <p>
        <Cite citation={cite('register.networks')} /> <Cite citation={cite('register.network-as-data')} />
      </p>
    </>
  );
}

const Facts = ({ of }: { readonly of: ShownAccount }) => (
  <SummaryList
    rows={[
      { key: 'Handle', value: of.handle === null ? 'Not entered yet' : `@${of.handle}` },
      { key: 'Kind', value: kindWords(of.kind) },
      { key: 'What it is for', value: of.purpose },
      { key: 'Whom it is for', value: of.audience },
      { key: 'Owner', value: of.owner ?? 'None yet' },
      { key: 'Deputy', value: of.deputy ?? 'None yet' },
      { key: 'Keys are kept', value: of.custodyNote || 'Not said' },
      { key: 'Recovery contact', value: of.recoveryContact || 'Not said' },
      { key: 'Second factor', value: secondFactorWords[of.secondFactor] ?? of.secondFactor },
      { key: 'Last checked', value: of.verifiedOn === null ? 'Never' : format.isoDayOf(of.verifiedOn) },
      { key: 'Next check', value: of.checkDueOn === null ? 'Due now' : format.isoDayOf(of.checkDueOn) },
      { key: 'Connection', value: <Connection of={of} /> },
      {
        key: 'Last read',
        value: of.lastRead === null ? 'Never' : <Moment at={Temporal.Instant.from(of.lastRead)} />,
      },
      ...(of.closedWhy === null ? [] : [{ key: 'Why it was closed', value: of.closedWhy }]),
    ]}
  />
);

/** Who could publish or answer here, for those who may see who has access. */
async function WhoHasAccess({ to, context }: { readonly to: ShownAccount; readonly context: PageContext }) {
  if (!mayAsk(access, context.standing) || to.state === 'closed') return null;
  const { after } = context.query;
  const { holdings, more } = await context.ask(access, {
    place: to.id,
    ...(after === undefined ? {} : { after }),
  });
  const last = holdings.at(-1);
  return (
    <div className="nhsuk-u-margin-top-6">
      <DataTable
        caption="Who has access"
        rows={holdings}
        rowKey={(row) => row.grant}
        columns={[
          { heading: 'Name', names: true, cell: (row) => <a href={`/people/${row.person}`}>{row.name}</a> },
          { heading: 'As', cell: (row) => row.roleWords },
          { heading: 'Since', cell: (row) => <Moment at={Temporal.Instant.from(row.since)} as="day" /> },
          { heading: 'Given by', cell: (row) => row.givenBy ?? 'Set-up' },
        ]}
        empty={<p>Nobody holds a role that opens this account.</p>}
      />
      {more && last ? (
        <Pagination next={{ href: `/accounts/${to.id}?after=${last.grant}`, label: 'More roles' }} />
      ) : null}
    </div>
  );
}

export async function accountPage(context: PageContext): Promise<ReactNode> {
  const { ask, params, row: rowOf, verbs, cite } = context;
  const row = await rowOf(account, params['id'] ?? '');
  const shown = await ask(oneAccount, { account: row.id });
  return (
    <>
      <PageHeading>
        {shown.name} on {shown.networkName}
      </PageHeading>
      {shown.blindSince === null ? null : (
        <Notice title="This account cannot be read" id="blind">
          <p>
            Since <Moment at={Temporal.Instant.from(shown.blindSince)} />. What people write there does not
            reach the inbox. Connect it again, or look by hand.
          </p>
        </Notice>
      )}
      {shown.lacks.length === 0 ? null : (
        <Notice title="Still missing" id="missing">
          <p>It still needs {shown.lacks.join(', ')}.</p>
          <p>
            <Cite citation={cite('register.owner-and-deputy')} />
            <br />
            <Cite citation={cite('register.verify')} />
          </p>
        </Notice>
      )}
      <Facts of={shown} />
      <p>
        <Cite citation={cite('register.owner-and-deputy')} /> <Cite citation={cite('register.kinds')} />
      </p>
      <VerbButtons verbs={await verbs(account, row)} row={row} />
      <OtherSystem row={row} context={context} />
      {await WhoHasAccess({ to: shown, context })}
      <p>
        <a href={historyHref(account.name, row.id)}>Everything that was done to this account</a>
      </p>
    </>
  );
}

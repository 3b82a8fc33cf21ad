import type { ReactNode } from 'react';
import { role } from '#kernel/party.ts';
import {
  Cite,
  DataTable,
  PageHeading,
  SummaryList,
  Tag,
  VerbButtons,
  commandPath,
  historyHref,
  type PageContext,
  type Pages,
} from '#screens/index.ts';
import { department, grant, keepers, person, signpost } from './lifecycle.ts';
import { acknowledgedShare, directory, everybody, mine, rolesOf } from './queries.ts';
import type { Person } from './words.ts';

const everyone = [role('staff')] as const;
const overseers = [...keepers, role('senior-manager'), role('auditor')] as const;
type Listed = Awaited<ReturnType<typeof everybody.read>>['people'][number];

const peopleColumns = [
  { heading: 'Name', cell: (row: Listed) => <a href={`/people/${row.id}`}>{row.name}</a> },
  { heading: 'What they are', cell: (row: Listed) => row.kind },
  { heading: 'Roles', cell: (row: Listed) => row.roles.join(', ') || 'Member of staff' },
  {
    heading: 'Policy read',
    cell: (row: Listed) =>
      row.acknowledged ? <Tag colour="green">Acknowledged</Tag> : <Tag colour="yellow">Not yet</Tag>,
  },
  {
    heading: 'Until',
    cell: (row: Listed) => (row.state === 'left' ? 'Has left' : row.leaving ? 'Leaving' : (row.endsOn ?? '')),
  },
];

const Button = ({ command, text }: { readonly command: string; readonly text: string }) => (
  <p>
    <a
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
      href={commandPath(command)}
      role="button"
    >
      {text}
    </a>
  </p>
);

async function list({ ask, query }: PageContext): Promise<ReactNode> {
  const { people, more } = await ask(
    everybody,
    query['after'] === undefined ? {} : { after: query['after'] },
  );
  const last = people.at(-1);
  return (
    <>
      <PageHeading>People</PageHeading>
      <Button command="person.add" text="Add a person" />
      <Button command="grant.give" text="Give a role" />
      <DataTable
        caption="Everybody whom the policy covers"
        columns={peopleColumns}
        rows={people}
        rowKey={(row) => row.id}
        empty="Nobody yet. Add a person, or import a file with “signpost people import”."
      />
      {more && last ? (
        <p>
          <a href={`/people?after=${last.id}`}>More people</a>
        </p>
      ) : null}
    </>
  );
}

async function one(context: PageContext): Promise<ReactNode> {
  const { ask, params, row: rowOf, verbs } = context;
  const row = await rowOf(person, params['id'] ?? '');
  const { name, email, kind, ends_on: endsOn, state } = row as unknown as Person;
  const { roles } = await ask(rolesOf, { person: row.id });
  const given = roles.filter((each) => each.state === 'given');
  return (
    <>
      <PageHeading>{name}</PageHeading>
      <SummaryList
        rows={[
          { key: 'Address', value: email },
          { key: 'What they are', value: kind },
          {
            key: 'Access',
            value: state === 'left' ? 'Ended' : endsOn === null ? 'Open' : `Until ${endsOn.toString()}`,
          },
        ]}
      />
      <VerbButtons verbs={await verbs(person, row)} row={row} />
      {state === 'active' && mayInvite(context.standing, row.id) ? (
        <p>
          <a href={`/people/${row.id}/sign-in`}>Make a sign-in code</a>
        </p>
      ) : null}
      <h2 className="nhsuk-heading-m">Roles</h2>
      {given.length === 0 ? <p>Member of staff, and no further role.</p> : null}
      <ul className="nhsuk-list">
        {await Promise.all(
          given.map(async (each) => (
            <li key={each.id}>
              {each.role.replaceAll('-', ' ')}
              {each.at === 'everywhere' ? '' : ' at one place'}
              {each.until === null ? '' : `, until ${each.until}`}
              <VerbButtons
                verbs={await verbs(grant, await rowOf(grant, each.id))}
                row={each}
                back={`/people/${row.id}`}
              />
            </li>
          )),
        )}
      </ul>
      <p>
        <Cite citation={context.cite('people.role-change-ends-session')} />
      </p>
      <p>
        <a href={historyHref(person.name, row.id)}>Everything that was done to this entry</a>
      </p>
    </>
  );
}

/** A code with which the person chooses a password: made by an administrator, for somebody else. */
const mayInvite = (standing: PageContext['standing'], id: string): boolean =>
  standing?.actor.kind === 'person' &&
  standing.actor.id !== id &&
  standing.grants.some((grant) => grant.role === 'administrator' && grant.at === 'everywhere');

async function directoryPage({ ask, row: rowOf, verbs }: PageContext): Promise<ReactNode> {
  const { departments, signposts } = await ask(directory);
  const buttons = async (of: typeof signpost | typeof department, id: string, version: number) => (
    <VerbButtons verbs={await verbs(of, await rowOf(of, id))} row={{ id, version }} back="/directory" />
  );
  return (
    <>
      <PageHeading>Directory</PageHeading>
      <h2 className="nhsuk-heading-m">Where we point people to</h2>
      <Button command="signpost.add" text="Add a signpost" />
      {await Promise.all(
        signposts.map(async (entry) => (
          <article key={entry.id} className="sp-row">
            <h3 className="nhsuk-heading-s">
              {entry.topic} {entry.stale ? <Tag colour="red">Check it before you use it</Tag> : null}
            </h3>
            <p>
              {entry.contact} {entry.url === null ? null : <span>{entry.url}</span>}
            </p>
            <p className="nhsuk-hint">
              {entry.hours}. Checked on {entry.checkedOn}.
            </p>
            {await buttons(signpost, entry.id, entry.version)}
          </article>
        )),
      )}
      <h2 className="nhsuk-heading-m">Departments</h2>
      <Button command="department.add" text="Add a department" />
      {await Promise.all(
        departments.map(async (entry) => (
          <article key={entry.id} className="sp-row">
            <h3 className="nhsuk-heading-s">
              {entry.name}{' '}
              {entry.answers ? (
                <Tag colour="green">Answers people</Tag>
              ) : (
                <Tag colour="grey">Does not answer</Tag>
              )}
            </h3>
            <p>{entry.contact}</p>
            <p className="nhsuk-hint">
              {entry.hours}. Checked on {entry.checkedOn}.
            </p>
            {await buttons(department, entry.id, entry.version)}
          </article>
        )),
      )}
    </>
  );
}

async function duties({ ask, policy }: PageContext): Promise<ReactNode> {
  const { acknowledgedAt } = await ask(mine);
  return (
    <>
      <PageHeading>My duties</PageHeading>
      <p>
        The policy in force is {policy.name}, version {policy.version}. <a href="/policy">Read it</a>.
      </p>
      {acknowledgedAt === null ? (
        <Button command="acknowledgement.make" text="I have read the policy" />
      ) : (
        <p>You acknowledged it on {acknowledgedAt.slice(0, 10)}.</p>
      )}
    </>
  );
}

async function share({ ask }: PageContext): Promise<ReactNode> {
  const { teams } = await ask(acknowledgedShare);
  return (
    <>
      <PageHeading>Who has read the policy</PageHeading>
      <p>By team, never by name. Small teams are told together.</p>
      <DataTable
        caption="Acknowledged, by team"
        rows={teams}
        rowKey={(team) => team.team}
        columns={[
          { heading: 'Team', cell: (team) => team.team },
          { heading: 'People', cell: (team) => team.people, numeric: true },
          { heading: 'Acknowledged', cell: (team) => team.acknowledged, numeric: true },
        ]}
      />
    </>
  );
}

export const peoplePages: Pages = {
  room: 'people',
  pages: [
    { path: '/people', title: 'People', place: 'people', askers: overseers, view: list },
    {
      path: '/people/read',
      title: 'Who has read the policy',
      place: 'people',
      askers: acknowledgedShare.askers,
      view: share,
    },
    { path: '/people/:id', title: 'A person', place: 'people', askers: everyone, view: one },
    { path: '/directory', title: 'Directory', place: 'people', askers: everyone, view: directoryPage },
    { path: '/my-duties', title: 'My duties', askers: everyone, view: duties },
  ],
};

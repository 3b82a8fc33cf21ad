import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import { Cite, DataTable, MakeButton, Moment, PageHeading, Tag, type PageContext } from '#screens/index.ts';
import { acknowledge } from '../commands/acknowledge.ts';
import { acknowledgedShare, mine, myTeam } from '../queries.ts';

/** What the policy asks of whoever looks. */
export async function dutiesPage({ ask, policy, standing, cite }: PageContext): Promise<ReactNode> {
  const { acknowledgedAt, changed } = await ask(mine);
  const { people } = await ask(myTeam);
  return (
    <>
      <PageHeading>My duties</PageHeading>
      <p>
        The policy in force is {policy.name}, version {policy.version}. <a href="/policy">Read it</a>.{' '}
        <Cite citation={cite('people.acknowledge')} />
      </p>
      {acknowledgedAt === null ? (
        <MakeButton command={acknowledge} standing={standing} first />
      ) : (
        <p>
          You acknowledged it on <Moment at={Temporal.Instant.from(acknowledgedAt)} as="day" />.
        </p>
      )}
      {changed === null ? null : (
        <p>Since then a small change came in, for which nobody is asked anew: {changed}</p>
      )}
      {people.length === 0 ? null : (
        <DataTable
          caption="My team"
          rows={people}
          rowKey={(row) => row.id}
          columns={[
            { heading: 'Name', names: true, cell: (row) => <a href={`/people/${row.id}`}>{row.name}</a> },
            { heading: 'Team', cell: (row) => row.team },
            {
              heading: 'Policy read',
              cell: (row) =>
                row.acknowledged ? (
                  <Tag colour="green">Acknowledged</Tag>
                ) : (
                  <Tag colour="yellow">Not yet</Tag>
                ),
            },
            { heading: 'Access', cell: (row) => (row.leaving ? 'Leaving' : 'Open') },
          ]}
        />
      )}
    </>
  );
}

/** For the page of today: the policy waits to be acknowledged. Null for whoever has. */
export async function DutiesToday({ ask, standing }: PageContext): Promise<ReactNode> {
  if (!mayAsk(mine, standing)) return null;
  const { acknowledgedAt, reminders } = await ask(mine);
  if (acknowledgedAt !== null) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">My duties</h2>
      <p>
        {reminders === 0 ? null : <Tag colour="yellow">Reminder {reminders}</Tag>}{' '}
        <a href="/my-duties">Read the policy, and say that you have</a>
      </p>
    </section>
  );
}

/** Which share of each team has read the policy; never who. */
export async function sharePage({ ask }: PageContext): Promise<ReactNode> {
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
          { heading: 'Team', names: true, cell: (team) => team.team },
          { heading: 'People', cell: (team) => team.people, numeric: true },
          { heading: 'Acknowledged', cell: (team) => team.acknowledged, numeric: true },
        ]}
      />
    </>
  );
}

import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
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
  commandPath,
  format,
  historyHref,
  type PageContext,
} from '#screens/index.ts';
import { mayMake } from '#kernel/offer.ts';
import { roleWords } from '../access.ts';
import { giveRole } from '../commands/grant.ts';
import { invite } from '../commands/invite.ts';
import { addPerson } from '../commands/person.ts';
import { grant, person } from '../lifecycle.ts';
import { accessReviewNow, acknowledgedShare, directory, everybody, onePerson, rolesOf } from '../queries.ts';

type Listed = Awaited<ReturnType<typeof everybody.read>>['people'][number];
type One = Awaited<ReturnType<typeof onePerson.read>>;

const columns = [
  { heading: 'Name', names: true, cell: (row: Listed) => <a href={`/people/${row.id}`}>{row.name}</a> },
  { heading: 'What they are', cell: (row: Listed) => row.kindWords },
  { heading: 'Roles', cell: (row: Listed) => row.roles.join(', ') || 'Member of staff' },
  {
    heading: 'Policy read',
    cell: (row: Listed) =>
      row.acknowledged ? <Tag colour="green">Acknowledged</Tag> : <Tag colour="yellow">Not yet</Tag>,
  },
  { heading: 'Access', cell: (row: Listed) => <AccessOf of={row} /> },
];

const AccessOf = ({ of }: { readonly of: Pick<Listed, 'state' | 'endsOn' | 'accessEndsAt'> }) => {
  if (of.state === 'left') return <Tag colour="grey">Has left</Tag>;
  if (of.accessEndsAt !== null)
    return (
      <>
        Leaving: ends <Moment at={Temporal.Instant.from(of.accessEndsAt)} as="near" />
      </>
    );
  return of.endsOn === null ? <>Open</> : <>Until {format.isoDayOf(of.endsOn)}</>;
};

/** What else there is to see about people, for whoever may see it. */
function FurtherPages({ standing }: Pick<PageContext, 'standing'>) {
  const pages = [
    {
      question: accessReviewNow,
      href: '/people/access-review',
      text: 'Who has access, and the review of it',
    },
    {
      question: directory,
      href: '/directory',
      text: 'The directory: departments, and where we point people to',
    },
    { question: acknowledgedShare, href: '/people/read', text: 'Who has read the policy, by team' },
  ].filter(({ question }) => mayAsk(question, standing));
  return (
    <ul className="nhsuk-list">
      {pages.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

/** Everybody whom the policy covers. */
export async function peoplePage({ ask, query, standing }: PageContext): Promise<ReactNode> {
  const { people, more } = await ask(
    everybody,
    query['after'] === undefined ? {} : { after: query['after'] },
  );
  const last = people.at(-1);
  return (
    <>
      <PageHeading>People</PageHeading>
      <FurtherPages standing={standing} />
      <div className="sp-verbs">
        <MakeButton command={addPerson} standing={standing} first />{' '}
        <MakeButton command={giveRole} standing={standing} back="/people" />
      </div>
      <DataTable
        caption="Everybody whom the policy covers"
        columns={columns}
        rows={people}
        rowKey={(row) => row.id}
        empty={
          <Empty title="Nobody yet.">Add a person, or import a file with “signpost people import”.</Empty>
        }
      />
      {more && last ? <Pagination next={{ href: `/people?after=${last.id}`, label: 'More people' }} /> : null}
    </>
  );
}

const Facts = ({ of }: { readonly of: One }) => (
  <SummaryList
    rows={[
      { key: 'Address', value: of.email },
      { key: 'What they are', value: of.kindWords },
      { key: 'Team', value: of.team ?? 'None' },
      ...(of.sponsor === null ? [] : [{ key: 'Who answers for them', value: of.sponsor }]),
      { key: 'Access', value: <AccessOf of={of} /> },
      {
        key: 'Policy in force',
        value:
          of.acknowledgedAt === null ? (
            'Not acknowledged yet'
          ) : (
            <>
              Acknowledged on <Moment at={Temporal.Instant.from(of.acknowledgedAt)} as="day" />
            </>
          ),
      },
    ]}
  />
);

function Leaving({ of, context }: { readonly of: One; readonly context: PageContext }) {
  if (of.state === 'left' || of.accessEndsAt === null) return null;
  return (
    <Notice title="They are leaving">
      <p>
        Their access ends by itself on <Moment at={Temporal.Instant.from(of.accessEndsAt)} />.{' '}
        <Cite citation={context.cite('register.leavers')} />
      </p>
    </Notice>
  );
}

/** The roles of one person, each with what may be done about it. */
async function Roles({ of, context }: { readonly of: One; readonly context: PageContext }) {
  const { ask, row: rowOf, verbs, standing } = context;
  const { roles } = await ask(rolesOf, { person: of.id });
  const given = roles.filter((each) => each.state === 'given');
  const back = `/people/${of.id}`;
  return (
    <>
      <h2 className="nhsuk-heading-m">Roles</h2>
      {given.length === 0 ? <p>Member of staff, and no further role.</p> : null}
      {await Promise.all(
        given.map(async (each) => (
          <div key={each.id} className="sp-row">
            <p>
              <strong>{roleWords(each)}</strong>
              {each.until === null ? null : (
                <>
                  , until <Moment at={Temporal.Instant.from(each.until)} />
                </>
              )}
            </p>
            <VerbButtons
              verbs={await verbs(grant, await rowOf(grant, each.id))}
              row={each}
              back={back}
              about={roleWords(each)}
              quiet
            />
          </div>
        )),
      )}
      {of.state === 'active' && mayMake(giveRole, standing) ? (
        <p className="sp-verbs nhsuk-u-margin-top-4">
          <a
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            href={`${commandPath(giveRole.name)}?person=${of.id}&_back=${encodeURIComponent(back)}`}
            role="button"
            draggable="false"
          >
            {giveRole.label}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** One person: what they are, until when they have access, their roles. */
export async function personPage(context: PageContext): Promise<ReactNode> {
  const { ask, params, row: rowOf, verbs } = context;
  const row = await rowOf(person, params['id'] ?? '');
  const shown = await ask(onePerson, { person: row.id });
  return (
    <>
      <PageHeading>{shown.name}</PageHeading>
      <Leaving of={shown} context={context} />
      <Facts of={shown} />
      <VerbButtons verbs={await verbs(person, row)} row={row} />
      {shown.state === 'active' && mayInvite(context.standing, row.id) ? (
        <p>
          <a href={`/people/${row.id}/sign-in`}>Make a sign-in code</a>
        </p>
      ) : null}
      {await Roles({ of: shown, context })}
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
  standing?.actor.kind === 'person' && standing.actor.id !== id && mayMake(invite, standing);

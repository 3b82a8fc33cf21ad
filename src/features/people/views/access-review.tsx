import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import {
  Cite,
  DataTable,
  MakeButton,
  Moment,
  PageHeading,
  Pagination,
  Tag,
  VerbButtons,
  format,
  type PageContext,
} from '#screens/index.ts';
import { openReview } from '../commands/access-review.ts';
import { accessCheck, accessReview } from '../lifecycle.ts';
import { access, accessReviewNow, leavers } from '../queries.ts';

type Review = NonNullable<Awaited<ReturnType<typeof accessReviewNow.read>>['review']>;
type Check = Review['checks'][number];
const path = '/people/access-review';
const dayWords = format.isoDayOf;

const Decision = ({ of }: { readonly of: Check }) => {
  if (of.ended) return <Tag colour="grey">Ended meanwhile</Tag>;
  if (of.state === 'open') return <Tag colour="yellow">To decide</Tag>;
  return (
    <span>
      {of.state === 'kept' ? <Tag colour="green">Kept</Tag> : <Tag colour="red">Removed</Tag>}
      {of.decidedBy === null ? null : ` by ${of.decidedBy}`}
    </span>
  );
};

/** What this person may decide about one role; who else could is said once, above the table. */
async function buttonsFor(check: Check, { row: rowOf, verbs }: PageContext): Promise<ReactNode> {
  if (check.state !== 'open' || check.ended) return null;
  const offered = await verbs(accessCheck, await rowOf(accessCheck, check.id));
  const mine = offered.filter((verb) => !verb.refused);
  return mine.length === 0 ? null : (
    <VerbButtons verbs={mine} row={check} back={path} about={`${check.name}, ${check.roleWords}`} quiet />
  );
}

async function OpenReview({ of, context }: { readonly of: Review; readonly context: PageContext }) {
  const undecided = of.checks.filter((check) => check.state === 'open' && !check.ended).length;
  const buttons = new Map(
    await Promise.all(of.checks.map(async (check) => [check.id, await buttonsFor(check, context)] as const)),
  );
  return (
    <section aria-labelledby="open-review" className="nhsuk-u-margin-bottom-6">
      <h2 className="nhsuk-heading-m" id="open-review">
        The review that is open
      </h2>
      <p>
        To be confirmed by {dayWords(of.dueOn)}. {of.overdue ? <Tag colour="red">Overdue</Tag> : null} Roles
        still to decide: {undecided}.
      </p>
      <p>
        The director of communications keeps or removes each role; an executive director decides about the
        director’s own. What is removed ends at once.{' '}
        <Cite citation={context.cite('register.access-review')} />
      </p>
      <DataTable
        caption="Roles under review"
        hideCaption
        rows={of.checks}
        rowKey={(check) => check.id}
        columns={[
          {
            heading: 'Name',
            names: true,
            cell: (check) => <a href={`/people/${check.person}`}>{check.name}</a>,
          },
          { heading: 'Role', cell: (check) => check.roleWords },
          { heading: 'Decision', cell: (check) => <Decision of={check} /> },
          { heading: 'Decide', hideHeading: true, cell: (check) => buttons.get(check.id) ?? null },
        ]}
      />
      <VerbButtons
        verbs={await context.verbs(accessReview, await context.row(accessReview, of.id))}
        row={of}
        back={path}
      />
    </section>
  );
}

const NoReview = ({
  next,
  context,
}: {
  readonly next: { opensOn: string; dueOn: string } | null;
  readonly context: PageContext;
}) => (
  <>
    <p>
      {next === null
        ? 'No review was held yet. The first one opens by itself soon after somebody is given a role that opens accounts.'
        : `No review is open. The next opens by itself on ${dayWords(next.opensOn)} and is to be confirmed by ${dayWords(next.dueOn)}.`}{' '}
      <Cite citation={context.cite('register.access-review')} />
    </p>
    <MakeButton command={openReview} standing={context.standing} back={path} />
  </>
);

async function Holders({ context }: { readonly context: PageContext }) {
  const { after } = context.query;
  const { holdings, more } = await context.ask(access, after === undefined ? {} : { after });
  const last = holdings.at(-1);
  return (
    <>
      <DataTable
        caption="Who has access now"
        rows={holdings}
        rowKey={(row) => row.grant}
        columns={[
          { heading: 'Name', names: true, cell: (row) => <a href={`/people/${row.person}`}>{row.name}</a> },
          { heading: 'Role', cell: (row) => row.roleWords },
          { heading: 'Since', cell: (row) => <Moment at={Temporal.Instant.from(row.since)} as="day" /> },
          {
            heading: 'Until',
            cell: (row) =>
              row.leaving ? (
                <Tag colour="yellow">Leaving</Tag>
              ) : row.until === null ? (
                'No end'
              ) : (
                <Moment at={Temporal.Instant.from(row.until)} as="day" />
              ),
          },
          { heading: 'Given by', cell: (row) => row.givenBy ?? 'Set-up' },
        ]}
        empty={<p>Nobody holds a role that opens accounts.</p>}
      />
      {more && last ? (
        <Pagination next={{ href: `${path}?after=${last.grant}`, label: 'More roles' }} />
      ) : null}
    </>
  );
}

async function Leavers({ context }: { readonly context: PageContext }) {
  const { leavers: rows } = await context.ask(leavers);
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="Leavers of the last year"
      rows={rows}
      rowKey={(row) => row.person}
      columns={[
        { heading: 'Name', names: true, cell: (row) => <a href={`/people/${row.person}`}>{row.name}</a> },
        {
          heading: 'Access had to end',
          cell: (row) => <Moment at={Temporal.Instant.from(row.accessEndsAt)} />,
        },
        {
          heading: 'It ended',
          cell: (row) =>
            row.endedAt === null ? 'Not yet' : <Moment at={Temporal.Instant.from(row.endedAt)} />,
        },
        {
          heading: 'In time',
          cell: (row) =>
            row.late ? (
              <Tag colour="red">Late</Tag>
            ) : row.endedAt === null ? (
              <Tag colour="yellow">Under way</Tag>
            ) : (
              <Tag colour="green">In time</Tag>
            ),
        },
      ]}
    />
  );
}

/** Who has access to our accounts, the review that is open, and what became of those before it. */
export async function accessReviewPage(context: PageContext): Promise<ReactNode> {
  const { review, next, past } = await context.ask(accessReviewNow);
  return (
    <>
      <PageHeading>Who has access</PageHeading>
      <p>
        Only the communications team runs our accounts.{' '}
        <Cite citation={context.cite('register.corporate-team-only')} />
      </p>
      {review ? await OpenReview({ of: review, context }) : <NoReview next={next} context={context} />}
      {await Holders({ context })}
      {await Leavers({ context })}
      {past.length === 0 ? null : (
        <DataTable
          caption="Reviews that were confirmed"
          rows={past}
          rowKey={(row) => row.id}
          columns={[
            { heading: 'Confirmed on', names: true, cell: (row) => dayWords(row.confirmedOn) },
            { heading: 'By', cell: (row) => row.confirmedBy ?? '' },
            {
              heading: 'Due by',
              cell: (row) => (
                <>
                  {dayWords(row.dueOn)} {row.late ? <Tag colour="red">Late</Tag> : null}
                </>
              ),
            },
            { heading: 'Kept', cell: (row) => row.kept, numeric: true },
            { heading: 'Removed', cell: (row) => row.removed, numeric: true },
          ]}
        />
      )}
    </>
  );
}

/** For the page of today: what there is to decide about access. Null for whoever decides nothing. */
export async function AccessToday(context: PageContext): Promise<ReactNode> {
  const decides = context.standing?.grants.some(({ role }) => role === 'director' || role === 'executive');
  if (decides !== true || !mayAsk(accessReviewNow, context.standing)) return null;
  const { review } = await context.ask(accessReviewNow);
  if (!review) return null;
  const undecided = review.checks.filter((check) => check.state === 'open' && !check.ended).length;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Who has access</h2>
      <p>
        <a href={path}>
          A review is open: {undecided} {undecided === 1 ? 'role' : 'roles'} to decide
        </a>
        , by {dayWords(review.dueOn)}. {review.overdue ? <Tag colour="red">Overdue</Tag> : null}
      </p>
    </section>
  );
}

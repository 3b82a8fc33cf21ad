import type { ReactNode } from 'react';
import { readerOf } from '#kernel/need.ts';
import type { TrailLine } from '#kernel/store-port.ts';
import { refuse } from '#kernel/refusal.ts';
import { rules } from '#policy/index.ts';
import {
  DataTable,
  Moment,
  Notice,
  PageHeading,
  SummaryList,
  Tag,
  clauseHref,
  type PageContext,
  type Pages,
} from '#screens/index.ts';
import { decided, inForce } from './index.ts';

type Clause = Awaited<ReturnType<typeof inForce.read>>['clauses'][number];
const basisWords = {
  stated: 'stated by the policy',
  inferred: 'our reading of the policy',
  default: 'our default, not in the policy',
} as const;
const days = 90;

const Rules = ({ rules: bound }: { readonly rules: Clause['rules'] }) =>
  bound.length === 0 ? null : (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {bound.map((one) => (
        <li key={one.rule}>
          {one.words} <Tag colour={one.basis === 'default' ? 'yellow' : 'blue'}>{basisWords[one.basis]}</Tag>
        </li>
      ))}
    </ul>
  );

async function document({ ask, policy, now, query, house }: PageContext): Promise<ReactNode> {
  const asOf = query['date'] === undefined ? undefined : dateFrom(query['date'], policy.zone);
  const read = await ask(inForce);
  const { counts } = await ask(decided, { days });
  const sections = Map.groupBy(read.clauses, (clause) => clause.section);
  return (
    <>
      <PageHeading>{read.name}</PageHeading>
      <p>
        Number {read.number}, version {read.version}, in force since {read.effective}. The next review{' '}
        {reviewWords(read.nextReview, now)}.
      </p>
      <form method="get" action="/policy" className="sp-form">
        <label className="nhsuk-label" htmlFor="date">
          Which version was in force on a day? For example 2022-08-01
        </label>
        <input
          className="nhsuk-input nhsuk-input--width-10"
          id="date"
          name="date"
          defaultValue={query['date']}
        />{' '}
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
          Look
        </button>
      </form>
      {query['date'] === undefined ? null : (
        <Notice title={`On ${query['date']}`}>
          <p>{versionAt(house, asOf)}</p>
        </Notice>
      )}
      <h2 className="nhsuk-heading-m">Contents</h2>
      <ul className="nhsuk-list">
        {[...sections.keys()].map((section, index) => (
          <li key={section}>
            <a href={`#section-${index}`}>{section}</a>
          </li>
        ))}
      </ul>
      {[...sections].map(([section, clauses], index) => (
        <section key={section} id={`section-${index}`}>
          <h2 className="nhsuk-heading-l">{section}</h2>
          {clauses.map((clause) => (
            <article key={clause.id} id={`clause-${clause.id}`}>
              <h3 className="nhsuk-heading-s">
                <a href={clauseHref(clause.id)}>
                  {clause.id} {clause.title}
                </a>
              </h3>
              <p>{clause.text}</p>
              <Rules rules={clause.rules} />
              {counts[clause.id] === undefined ? null : (
                <p className="nhsuk-hint">
                  {counts[clause.id]} decisions in the last {days} days.
                </p>
              )}
            </article>
          ))}
        </section>
      ))}
    </>
  );
}

/** The rules of the product that a clause decides, with their values and why they are what they are. */
const BoundRules = ({ of }: { readonly of: Clause['rules'] }) =>
  of.length === 0 ? (
    <p>None yet: nothing in the program decides under this clause.</p>
  ) : (
    <SummaryList
      rows={of.map((one) => ({
        key: one.rule,
        value: (
          <>
            {one.words}.{' '}
            <Tag colour={one.basis === 'default' ? 'yellow' : 'blue'}>{basisWords[one.basis]}</Tag>
            {one.note === null ? null : <p className="nhsuk-hint">{one.note}</p>}
            <p className="nhsuk-hint">
              {one.rule in rules ? rules[one.rule as keyof typeof rules].about : ''}
            </p>
          </>
        ),
      }))}
    />
  );

/** What was decided under a clause of late: ids and words of the program only. */
const LastDecisions = ({ lines }: { readonly lines: readonly TrailLine[] }) =>
  lines.length === 0 ? null : (
    <DataTable
      caption="Last decisions under this clause"
      rows={lines}
      rowKey={(line) => String(line.sequence)}
      columns={[
        { heading: 'No.', cell: (line) => line.sequence },
        { heading: 'When', cell: (line) => <Moment at={Temporal.Instant.from(line.entry.at)} /> },
        { heading: 'What', cell: (line) => line.entry.command },
        { heading: 'Rule', cell: (line) => line.entry.rule },
      ]}
    />
  );

/** One clause with its evidence: rules and values, figures, and for those who may see them the last decisions. */
async function oneClause({ ask, params, house, now, policy, standing }: PageContext): Promise<ReactNode> {
  const { clauses } = await ask(inForce);
  const clause = clauses.find((one) => one.id === params['clause']);
  if (!clause) throw refuse('kernel.not-found');
  const { counts } = await ask(decided, { days });
  const names = new Set<string>(clause.rules.map((one) => one.rule));
  const period = { from: now.subtract({ hours: 24 * days }), to: now };
  const figures = await Promise.all(
    house.rooms
      .flatMap((room) => room.figures)
      .filter((figure) => names.has(figure.rule))
      .map(async (figure) => ({
        figure,
        measured: await figure.read(readerOf(house.store.read()), period, policy),
      })),
  );
  const lines = standing === undefined ? [] : await house.store.trail.find({ clause: clause.id, limit: 20 });
  return (
    <>
      <PageHeading>
        {clause.id} {clause.title}
      </PageHeading>
      <p className="nhsuk-lede-text">{clause.text}</p>
      <h2 className="nhsuk-heading-m">Rules of the product bound to it</h2>
      <BoundRules of={clause.rules} />
      <h2 className="nhsuk-heading-m">How it is doing</h2>
      {figures.length === 0 ? (
        <p>Not measured.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {figures.map(({ figure, measured }) => (
            <li key={figure.name}>{measured.sentence}</li>
          ))}
        </ul>
      )}
      <p>
        {counts[clause.id] ?? 0} decisions were made under it in the last {days} days.
      </p>
      <LastDecisions lines={lines} />
      <p>
        <a href="/policy">The whole policy</a>
      </p>
    </>
  );
}

function dateFrom(text: string, zone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant();
  } catch {
    return undefined;
  }
}

function versionAt(house: PageContext['house'], at: Temporal.Instant | undefined): string {
  if (!at) return 'That is no date. Write it as 2022-08-01.';
  try {
    const found = house.policies.inForce(at);
    return `${found.name}, version ${found.version} (${found.number}), in force since ${found.effective.toString()}.`;
  } catch (error) {
    return error instanceof Error ? error.message : 'No version was in force.';
  }
}

/** A month without a day is due on its last day. */
function reviewWords(nextReview: string, now: Temporal.Instant): string {
  const due =
    nextReview.length === 7
      ? Temporal.PlainYearMonth.from(nextReview).toPlainDate({ day: 31 })
      : Temporal.PlainDate.from(nextReview);
  const late = Temporal.PlainDate.compare(now.toZonedDateTimeISO('UTC').toPlainDate(), due) > 0;
  return late ? `was due by ${due.toString()} and is overdue` : `is due by ${due.toString()}`;
}

export const assurancePages: Pages = {
  room: 'assurance',
  pages: [
    { path: '/policy', title: 'Policy', place: 'policy', askers: 'public', view: document },
    {
      path: '/policy/:clause',
      title: ({ params }) => `Clause ${params['clause'] ?? ''}`,
      place: 'policy',
      askers: 'public',
      view: oneClause,
    },
  ],
};

import type { z } from 'zod';
import type { ReactNode } from 'react';
import type { InputError } from '#kernel/refusal.ts';
import {
  BarChart,
  Cite,
  DataTable,
  Empty,
  ErrorSummary,
  PageHeading,
  format,
  type PageContext,
} from '#screens/index.ts';
import { fairness } from '../rota/questions/fairness.ts';
import { Missing } from './rota-words.tsx';

const Period = ({ from, to }: { readonly from: string; readonly to: string }) => (
  <form className="sp-filter" action="/duty/fairness" method="get">
    <div className="sp-dates">
      {[
        { name: 'from', label: 'From', value: from },
        { name: 'to', label: 'To', value: to },
      ].map(({ name, label, value }) => (
        <div key={name}>
          <label className="nhsuk-label" htmlFor={name}>
            {label}
          </label>
          <input className="nhsuk-input" id={name} name={name} type="date" defaultValue={value} />
        </div>
      ))}
      <button className="nhsuk-button nhsuk-button--small" type="submit">
        Show
      </button>
    </div>
  </form>
);

const Heading = () => <PageHeading>How being on call is shared out</PageHeading>;

type Share = z.output<(typeof fairness)['output']>['shares'][number];

const Shares = ({ shares, most }: { readonly shares: readonly Share[]; readonly most: number }) => (
  <>
    <BarChart
      caption="Nights on call"
      labels={{ bar: 'Person', value: 'Nights' }}
      unit="count"
      bars={shares.map(({ name, nights }) => ({ label: name, value: nights }))}
    />
    <DataTable
      caption="What each carried"
      rows={shares}
      rowKey={(share) => share.person}
      columns={[
        { heading: 'Person', names: true, cell: (share) => share.name },
        { heading: 'Nights', numeric: true, cell: (share) => format.countOf(share.nights) },
        {
          heading: 'Weekend days',
          numeric: true,
          cell: (share) => format.countOf(share.weekendDays),
        },
        {
          heading: 'Bank holidays',
          numeric: true,
          cell: (share) => format.countOf(share.bankHolidays),
        },
        { heading: 'Hours on call', numeric: true, cell: (share) => format.countOf(share.hours) },
        {
          heading: 'Most nights running',
          numeric: true,
          cell: (share) =>
            share.longestRun > most ? (
              <Missing>
                {share.longestRun}, more than {most}
              </Missing>
            ) : (
              share.longestRun
            ),
        },
      ]}
    />
  </>
);

/** How nights, weekends and bank holidays are shared out over a period. */
export async function fairnessPage(context: PageContext): Promise<ReactNode> {
  const { from, to } = context.query;
  const of = await context.ask(fairness, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  return (
    <>
      <Heading />
      <Period from={of.from} to={of.to} />
      <p>
        A night belongs to whoever is on call at three in the morning, a day of a weekend or a bank holiday to
        whoever is at midday. <Cite citation={context.cite('on-call.rest')} />
      </p>
      {of.shares.length === 0 ? (
        <Empty title="No shifts in this time">Choose other days, or plan shifts.</Empty>
      ) : (
        <Shares shares={of.shares} most={of.most} />
      )}
    </>
  );
}

/** The same, where the address asks for days that cannot be read. */
export async function fairnessWrong(context: PageContext, errors: readonly InputError[]): Promise<ReactNode> {
  return (
    <>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ message, href: `#${field}` }))} />
      <Heading />
      <Period from={context.query['from'] ?? ''} to={context.query['to'] ?? ''} />
    </>
  );
}

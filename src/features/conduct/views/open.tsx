import {
  Cite,
  DataTable,
  Empty,
  format,
  PageHeading,
  type Column,
  type PageContext,
} from '#screens/index.ts';
import type { ReactNode } from 'react';
import { holds } from '#kernel/rights.ts';
import { deciders, readers, reviewers } from '../lifecycle.ts';
import { openMeasures } from '../queries.ts';
import type { ShownMeasure } from '../shown.ts';
import { MeasureRows } from './measures.tsx';

interface Counted {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

const columns: readonly Column<Counted>[] = [
  { heading: 'House rule', cell: (row) => row.name, names: true },
  { heading: 'Measures', cell: (row) => row.count, numeric: true },
];

/** What waits for somebody, what is due for review, and what is in force. */
export async function openPage(context: PageContext) {
  const list = await context.ask(openMeasures);
  const nothing = list.wants.length + list.dueForReview.length + list.appeals.length === 0;
  return (
    <>
      <PageHeading caption="Inbox">Conduct under our posts</PageHeading>
      <p>
        What breaks our <a href="/house-rules">house rules</a> is met in steps. A measure begins at the
        message that it is about. <Cite citation={context.cite('conduct.in-steps')} />
      </p>
      {nothing ? (
        <Empty title="Nothing waits for anybody">
          Blocks to decide, what must be done by hand, and what is due for review will stand here. Go on with
          the <a href="/inbox">inbox</a>.
        </Empty>
      ) : null}
      <Section title="To decide, to do or to look at" measures={list.wants} />
      <Section title="Reviews that people asked for" measures={list.appeals}>
        <Cite citation={context.cite('conduct.review')} />
      </Section>
      <Section title="Blocks that end soon unless renewed" measures={list.dueForReview}>
        <Cite citation={context.cite('conduct.block')} />
      </Section>
      <h2 className="nhsuk-heading-m">In force now</h2>
      <p>
        {list.inForce.length === 0
          ? 'Nothing is hidden, and nobody is restricted or blocked.'
          : list.inForce.map(({ name, count }) => `${name}: ${count}`).join(', ')}
      </p>
      <DataTable
        caption={`Measures by house rule, ${format.isoDayOf(list.from)} to ${format.isoDayOf(list.to)}`}
        captionSize="m"
        columns={columns}
        rows={list.byRule}
        rowKey={(row) => row.id}
      />
    </>
  );
}

const Section = ({
  title,
  measures,
  children,
}: {
  readonly title: string;
  readonly measures: readonly ShownMeasure[];
  readonly children?: ReactNode;
}) =>
  measures.length === 0 ? null : (
    <section>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <MeasureRows measures={measures} />
      {children === undefined ? null : <p>{children}</p>}
    </section>
  );

/** For the page of today: what in conduct needs this person. Null where nothing does. */
export async function conductToday(context: PageContext) {
  const { standing } = context;
  const may = (parties: typeof readers | typeof deciders | typeof reviewers) =>
    standing !== undefined && parties.some((party) => holds(party, standing, undefined));
  if (!may(readers)) return null;
  const { wants, dueForReview, appeals } = await context.ask(openMeasures);
  const asked = wants.filter((one) => one.state === 'asked').length;
  const lines = [
    { count: may(deciders) ? asked : 0, one: 'block to decide', many: 'blocks to decide' },
    {
      count: wants.length - asked,
      one: 'measure to do by hand or to look at',
      many: 'measures to do by hand or to look at',
    },
    {
      count: may(deciders) ? dueForReview.length : 0,
      one: 'block that ends soon unless somebody renews it',
      many: 'blocks that end soon unless somebody renews them',
    },
    { count: may(reviewers) ? appeals.length : 0, one: 'review to decide', many: 'reviews to decide' },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Conduct under our posts</h2>
      <ul className="nhsuk-list">
        {lines.map(({ count, one, many }) => (
          <li key={many}>
            <a href="/conduct">{format.countWord(count, one, many)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

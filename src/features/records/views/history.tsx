import {
  Cite,
  Empty,
  PageHeading,
  Pagination,
  Timeline,
  historyHref,
  type PageContext,
  type TimelineItem,
} from '#screens/index.ts';
import type { Citation, RuleName } from '#policy/index.ts';
import type { Line } from '../line.ts';
import { historyOf } from '../queries/history.ts';
import { doors, oneOf, plainWords } from '../words.ts';
import { changeWords, whoWords } from './who.tsx';

/** Everything that was ever done to one thing, newest first. */
export async function historyPage(context: PageContext) {
  const { kind = '', id = '' } = context.params;
  const before = context.query['before'];
  const { lines, next, home } = await context.ask(historyOf, {
    kind,
    id,
    ...(before === undefined ? {} : { before }),
  });
  const here = historyHref(kind, id);
  return (
    <>
      <PageHeading caption="Records">Everything that was done to {oneOf(kind)}</PageHeading>
      <p>
        Newest first, each with the clause that allowed it. <Cite citation={context.cite('records.trail')} />
      </p>
      {home === null ? (
        <p>You read the history as an auditor. The words that people wrote are not in it.</p>
      ) : (
        <p>
          <a href={home}>Open the {plainWords(kind)} itself</a>
        </p>
      )}
      <p className="nhsuk-hint">Its id is {id}.</p>
      {lines.length === 0 ? (
        <Empty title="Nothing further">No entry comes before this.</Empty>
      ) : (
        <Timeline items={lines.map((line) => itemOf(context, line))} />
      )}
      <Pagination
        {...(before === undefined ? {} : { previous: { href: here, label: 'Newest' } })}
        {...(next === null ? {} : { next: { href: `${here}?before=${next}`, label: 'Older' } })}
      />
    </>
  );
}

function itemOf(context: PageContext, line: Line): TimelineItem {
  const citation = citationOf(context, line);
  const change = changeWords(line);
  const how = doors[line.door] ?? line.door;
  return {
    id: String(line.sequence),
    title: line.title,
    by: whoWords(line),
    at: Temporal.Instant.from(line.at),
    ...(citation ? { citation } : {}),
    children: (
      <>
        <p>
          {line.about} {change}
        </p>
        <p className="nhsuk-hint">
          Entry {line.sequence}, {how}
          {line.practice ? ', in practice mode' : ''}, under {line.policy}
          {citation ? '' : `, clause ${line.clause}`}.
        </p>
      </>
    ),
  };
}

/** As the version that decided cites it; absent where that version is no longer loaded. */
function citationOf({ house }: PageContext, { policy: id, rule }: Line): Citation | undefined {
  const policy = house.policies.all.find((one) => one.id === id);
  const known = policy?.bindings.find((one) => one.rule === rule)?.rule satisfies RuleName | undefined;
  return known && policy?.cite(known);
}

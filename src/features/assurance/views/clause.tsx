import { mayAsk } from '#kernel/ask.ts';
import type { z } from 'zod';
import {
  Cite,
  Empty,
  PageHeading,
  Pagination,
  Tag,
  format,
  type PageContext,
  type PageLink,
} from '#screens/index.ts';
import { oneClause } from '../queries/one-clause.ts';
import { usedDays } from '../reading.ts';
import { FindingList } from './findings.tsx';
import { PolicyFrame } from './frame.tsx';
import { Rule } from './rule.tsx';
import { asked, Basis, clauseIn, NotDeciding, statusWords, StatusTag } from './words.tsx';

type Shown = z.output<(typeof oneClause)['output']>;

/** One clause with its evidence: its rules and values, how it is kept and how it is doing, and its findings. */
export async function clausePage(context: PageContext) {
  const shown = await context.ask(oneClause, {
    clause: context.params['clause'] ?? '',
    ...asked(context.query, 'version'),
  });
  const { version, clause } = shown;
  return (
    <>
      <PageHeading caption={clause.section}>
        {clause.id} {clause.title}
      </PageHeading>
      <PolicyFrame context={context} version={version} here="clause">
        <NotDeciding version={version} />
        <p className="nhsuk-lede-text">{clause.text}</p>
        <p>
          {clause.basis === 'inferred' ? <Basis of="inferred" /> : null}{' '}
          {clause.applies.map((one) => (
            <Tag key={one} colour="white">{`${one} accounts`}</Tag>
          ))}
        </p>
        <Rules shown={shown} />
        <Doing context={context} shown={shown} />
        <Kept shown={shown} />
        {shown.findings.length === 0 ? null : (
          <>
            <h2 className="nhsuk-heading-m">What an auditor would ask</h2>
            <FindingList version={version} findings={shown.findings} />
          </>
        )}
        <Pagination {...ways(shown)} />
      </PolicyFrame>
    </>
  );
}

function ways({ version, before, after }: Shown): { previous?: PageLink; next?: PageLink } {
  const link = ({ id, title }: { id: string; title: string }): PageLink => ({
    href: clauseIn(version, id),
    label: `${id} ${title}`,
  });
  return { ...(before ? { previous: link(before) } : {}), ...(after ? { next: link(after) } : {}) };
}

const Rules = ({ shown: { clause } }: { readonly shown: Shown }) => (
  <>
    <h2 className="nhsuk-heading-m">Rules of the product bound to it</h2>
    {clause.rules.length === 0 ? (
      <Empty title="None yet">Nothing in the program decides under this clause.</Empty>
    ) : (
      clause.rules.map((one) => <Rule key={one.rule} rule={one} />)
    )}
  </>
);

function Doing({ context, shown }: { readonly context: PageContext; readonly shown: Shown }) {
  const { clause, figures, version } = shown;
  const trail = context.house.questions.get('records.trail');
  const mayLook = version.decides && trail !== undefined && mayAsk(trail, context.standing);
  return (
    <>
      <h2 className="nhsuk-heading-m">How it is doing</h2>
      {figures.length === 0 ? (
        <p>Not measured. That is a gap, and never counted as good.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {figures.map(({ name, sentence }) => (
            <li key={name}>{sentence}</li>
          ))}
        </ul>
      )}
      <p>
        {clause.used === 0 ? 'No decision' : format.countWord(clause.used, 'decision', 'decisions')} under it
        in the last {usedDays} days.{' '}
        {mayLook ? (
          <a href={`/records?clause=${encodeURIComponent(clause.id)}`}>
            See the entries<span className="nhsuk-u-visually-hidden"> under {clause.id}</span>
          </a>
        ) : null}
      </p>
      {version.decides ? (
        <p>
          <Cite citation={context.cite('policy.evidence')} />
        </p>
      ) : null}
    </>
  );
}

const Kept = ({ shown: { clause } }: { readonly shown: Shown }) => (
  <>
    <h2 className="nhsuk-heading-m">How it is kept</h2>
    {clause.coverage === null ? (
      <p>This version does not say how its clauses are kept.</p>
    ) : (
      <>
        <p>
          <StatusTag of={clause.coverage.status} /> {statusWords(clause.coverage.status).means}{' '}
          {clause.coverage.reason}
        </p>
        <TestList tests={clause.coverage.tests} />
      </>
    )}
  </>
);

/** Tests whose names say what would fail if the rule were off. */
export const TestList = ({ tests }: { readonly tests: readonly { file: string; name: string }[] }) =>
  tests.length === 0 ? null : (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {format.countWord(tests.length, 'test shows', 'tests show')} it
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {tests.map(({ file, name }) => (
            <li key={file + name}>
              {name.replaceAll(' > ', ': ')} <span className="sp-quiet">({file})</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );

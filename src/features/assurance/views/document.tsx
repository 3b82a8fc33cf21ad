import { Cite, PageHeading, SummaryList, Tag, format, type PageContext } from '#screens/index.ts';
import { read } from '../queries/document.ts';
import { usedDays } from '../reading.ts';
import type { ShownClause, Version } from '../shapes.ts';
import { PolicyFrame } from './frame.tsx';
import { Review } from './review.tsx';
import { asked, Basis, clauseIn, NotDeciding, StatusTag } from './words.tsx';

/** The document to read: contents, then each clause with the rules bound to it and how it is kept. */
export async function documentPage(context: PageContext) {
  const { clauses, ...version } = await context.ask(read, asked(context.query, 'version'));
  const sections = [...Map.groupBy(clauses, (clause) => clause.section)];
  return (
    <>
      <PageHeading caption={version.organisation}>{version.name}</PageHeading>
      <PolicyFrame context={context} version={version} here="document">
        <NotDeciding version={version} />
        <Facts context={context} version={version} clauses={clauses} />
        {version.decides ? <Review context={context} /> : null}
        <Contents sections={sections} />
        {sections.map(([section, inside], index) => (
          <section key={section} id={`section-${index + 1}`} aria-labelledby={`heading-${index + 1}`}>
            <h2 className="nhsuk-heading-l" id={`heading-${index + 1}`}>
              {section}
            </h2>
            {inside.map((clause) => (
              <Clause key={clause.id} version={version} clause={clause} />
            ))}
            <p>
              <a href="#contents">
                Back to the contents<span className="nhsuk-u-visually-hidden"> from “{section}”</span>
              </a>
            </p>
          </section>
        ))}
      </PolicyFrame>
    </>
  );
}

function Facts({
  context,
  version,
  clauses,
}: {
  readonly context: PageContext;
  readonly version: Version;
  readonly clauses: readonly ShownClause[];
}) {
  const began = Temporal.PlainDate.from(version.effective);
  return (
    <SummaryList
      rows={[
        { key: 'Number and version', value: `${version.number}, version ${version.version}` },
        {
          key: 'Began',
          value: (
            <>
              {format.longDayOf(began)}, at midnight{' '}
              {version.decides ? <Cite citation={context.cite('policy.switch-at-midnight')} /> : null}
            </>
          ),
        },
        {
          key: 'Clauses',
          value: `${format.countOf(clauses.length)}, restated in our own words. What is not in the document itself is marked as our reading or our default.`,
        },
      ]}
    />
  );
}

type Sections = readonly (readonly [section: string, clauses: readonly ShownClause[]])[];

const Contents = ({ sections }: { readonly sections: Sections }) => (
  <nav aria-labelledby="contents">
    <h2 className="nhsuk-heading-m" id="contents" tabIndex={-1}>
      Contents
    </h2>
    <ol className="nhsuk-list">
      {sections.map(([section, inside], index) => (
        <li key={section}>
          <a href={`#section-${index + 1}`}>{section}</a>{' '}
          <span className="sp-quiet">{format.countWord(inside.length, 'clause', 'clauses')}</span>
        </li>
      ))}
    </ol>
  </nav>
);

const Clause = ({ version, clause }: { readonly version: Version; readonly clause: ShownClause }) => (
  <article id={`clause-${clause.id}`} className="sp-clause">
    <h3 className="nhsuk-heading-s">
      <a href={clauseIn(version, clause.id)}>
        {clause.id} {clause.title}
      </a>{' '}
      {clause.coverage ? <StatusTag of={clause.coverage.status} /> : null}{' '}
      {clause.basis === 'inferred' ? <Basis of="inferred" /> : null}
    </h3>
    <p>{clause.text}</p>
    {clause.rules.length === 0 ? null : (
      <ul className="nhsuk-list nhsuk-list--bullet">
        {clause.rules.map((one) => (
          <li key={one.rule}>
            {one.words} <Basis of={one.basis} /> {one.kept ? null : <Tag colour="orange">Not kept yet</Tag>}
          </li>
        ))}
      </ul>
    )}
    {clause.used === 0 ? null : (
      <p className="sp-quiet">
        {format.countWord(clause.used, 'decision', 'decisions')} in the last {usedDays} days.
      </p>
    )}
  </article>
);

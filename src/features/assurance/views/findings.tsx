import { Empty, PageHeading, Tag, format, type PageContext } from '#screens/index.ts';
import { findings } from '../queries/evidence.ts';
import type { ShownFinding, Version } from '../shapes.ts';
import { PolicyFrame } from './frame.tsx';
import { asked, clauseIn, NotDeciding } from './words.tsx';

/** What an auditor would ask about the document itself, and what would mend each. */
export async function findingsPage(context: PageContext) {
  const { version, findings: found } = await context.ask(findings, asked(context.query, 'version'));
  return (
    <>
      <PageHeading caption={version.name}>Findings about the document</PageHeading>
      <PolicyFrame context={context} version={version} here="findings">
        <NotDeciding version={version} />
        <p>
          {found.length === 0 ? 'Nothing' : format.countWord(found.length, 'thing', 'things')} that an auditor
          would ask about today. They come from general rules over what the document says of itself. The
          document is shown as it is; only its next version mends it.
        </p>
        {found.length === 0 ? (
          <Empty title="No finding">The rules found nothing in this version today.</Empty>
        ) : (
          <FindingList version={version} findings={found} />
        )}
      </PolicyFrame>
    </>
  );
}

export const FindingList = ({
  version,
  findings: found,
}: {
  readonly version: Version;
  readonly findings: readonly ShownFinding[];
}) => (
  <ol className="nhsuk-list sp-findings">
    {found.map((one) => (
      <li key={one.id + one.sentence} className="sp-panel">
        <p>
          {one.severity === 'warning' ? <Tag colour="orange">Warning</Tag> : <Tag colour="grey">Note</Tag>}{' '}
          <strong>{one.sentence}</strong>
        </p>
        <p>What would mend it: {one.mend}</p>
        <p>
          {one.clauses.length === 1 ? 'Clause' : 'Clauses'}{' '}
          {one.clauses.map((id, index) => (
            <span key={id}>
              {index === 0 ? '' : ', '}
              <a href={clauseIn(version, id)}>{id}</a>
            </span>
          ))}
        </p>
      </li>
    ))}
  </ol>
);

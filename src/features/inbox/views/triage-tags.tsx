import { Moment, Tag, useSetting } from '#screens/index.ts';
import type { Listed } from '../queries/listed.ts';
import { severityWords } from './words.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** How grave a message is, and whether triage or a person has read it: never that it is harmless. */
export const TriageTags = ({ row }: { readonly row: Listed }) => (
  <>
    {row.risk <= 2 ? <Tag colour={row.risk === 1 ? 'red' : 'orange'}>{severityWords(row.risk)}</Tag> : null}
    {row.triage.tier === null ? <Tag colour="yellow">Not yet read by triage</Tag> : null}
  </>
);

/** The rest of it, for the small print of a row. */
export function TriageFacts({ row }: { readonly row: Listed }) {
  const { triage } = row;
  return (
    <>
      {triage.unread ? <Unread row={row} /> : null}
      {row.risk > 2 ? <span>Severity: {severityWords(row.risk).toLowerCase()}</span> : null}
      {triage.tier === null || triage.tier === 'rest' ? null : (
        <span>Triage: {triage.tier === 'page' ? 'call somebody' : 'look first'}</span>
      )}
      {triage.labels.slice(0, 2).map(({ id, name, words }) => (
        <span key={id}>
          {name}
          {words[0] === undefined ? null : (
            <>
              : “<bdi>{words[0]}</bdi>”
            </>
          )}
        </span>
      ))}
    </>
  );
}

function Unread({ row: { triage } }: { readonly row: Listed }) {
  const { now } = useSetting();
  const late = triage.readBy !== null && Temporal.Instant.compare(now, at(triage.readBy)) > 0;
  const words = (
    <>
      No person has read this yet
      {triage.readBy === null ? null : (
        <>
          {late ? '; it was to be read by ' : '; to be read by '}
          <Moment at={at(triage.readBy)} as="near" />
        </>
      )}
    </>
  );
  return late ? <strong>{words}</strong> : <span>{words}</span>;
}

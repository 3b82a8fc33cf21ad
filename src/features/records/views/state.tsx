import type { z } from 'zod';
import type { Party } from '#kernel/party.ts';
import { holds } from '#kernel/rights.ts';
import {
  Cite,
  Hidden,
  Moment,
  SummaryList,
  Tag,
  commandPath,
  format,
  type PageContext,
  type SummaryRow,
} from '#screens/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { makeCheck } from '../commands/make-check.ts';
import { takeExport } from '../commands/take-export.ts';
import { checkers, takers } from '../lifecycle.ts';
import type { state } from '../queries/state.ts';

export type RecordState = z.output<(typeof state)['output']>;

/** Where the chain ends, when it was last checked, and what work failed for good: with what can be done about it. */
export function StateOfTheRecord({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: RecordState;
}) {
  const { standing } = context;
  const isOne = (parties: readonly Party[]): boolean =>
    standing !== undefined && parties.some((party) => holds(party, standing, undefined));
  return (
    <details className="nhsuk-details" open={needsAnEye(record)}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summaryOf(record)}</span>
      </summary>
      <div className="nhsuk-details__text">
        <SummaryList rows={rowsOf(record)} />
        <p>
          <Cite citation={context.cite('records.verify')} />
        </p>
        {isOne(checkers) ? <Press command={makeCheck} back="/records" /> : null}
        {isOne(takers) ? <Press command={takeExport} /> : null}
        <p>
          Anybody can check a copy without this program’s database: <code>signpost audit verify</code>. On
          this machine <code>signpost audit export</code> writes one.
        </p>
      </div>
    </details>
  );
}

const needsAnEye = ({ checked, failed }: RecordState): boolean =>
  checked?.whole === false || (failed ?? []).length > 0;

function summaryOf({ head, checked, failed }: RecordState): string {
  const entries = format.countWord(head.sequence, 'entry', 'entries');
  const chain =
    checked === null ? 'never checked' : checked.whole ? 'found whole when last checked' : 'found broken';
  const jobs = (failed ?? []).length > 0 ? ', and background work has failed' : '';
  return `${entries}, ${chain}${jobs}`;
}

function rowsOf({ head, checked, failed }: RecordState): SummaryRow[] {
  return [
    { key: 'Entries', value: format.countOf(head.sequence) },
    { key: 'Head of the chain', value: <code>{head.hash}</code> },
    {
      key: 'Last check',
      value: checked === null ? 'Nobody has checked the chain yet.' : <Check of={checked} />,
    },
    { key: 'Background work that failed', value: <Failed of={failed} /> },
  ];
}

const Check = ({ of }: { readonly of: NonNullable<RecordState['checked']> }) => (
  <>
    {of.whole ? <Tag colour="green">Whole</Tag> : <Tag colour="red">Broken</Tag>}{' '}
    <Moment at={Temporal.Instant.from(of.at)} />
    {of.by === null ? '' : ` by ${of.by}`}.{' '}
    {of.whole
      ? `${format.countWord(of.entries, 'entry', 'entries')}, each linked to the one before.`
      : `Entry ${format.countOf(of.firstBad ?? 0)} is the first that does not fit. Keep a copy and tell the information governance lead.`}
  </>
);

const Failed = ({ of }: { readonly of: RecordState['failed'] }) => {
  if (of === null) return <>Not known here: this program does no background work.</>;
  if (of.length === 0) return <>None.</>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {of.map(({ part, count }) => (
        <li key={part}>
          {part}: {format.countWord(count, 'piece of work', 'pieces of work')}. Somebody must look.
        </li>
      ))}
    </ul>
  );
};

const Press = ({ command, back }: { readonly command: AnyCommand; readonly back?: string }) => (
  <form className="sp-verbs__form" action={commandPath(command.name)} method="post">
    <Hidden {...(back === undefined ? {} : { back })} />
    <button className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" type="submit">
      {command.label}
    </button>
  </form>
);

import { Cite, commandPath, DetailList, VerbButtons, type PageContext } from '#screens/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { mayMake } from '#kernel/offer.ts';
import { holds } from '#kernel/rights.ts';
import type { StoredRow } from '#kernel/row.ts';
import { raise } from '../commands/escalate.ts';
import { prepareShare } from '../commands/share.ts';
import { escalationsOf, type Escalated } from '../escalation-queries.ts';
import { handOver, readers } from '../lifecycle.ts';
import { list, ofEnquiry, type Listed } from '../queries.ts';
import { categoryName, EscalationState, factsOfEscalation } from './escalation.tsx';
import { Due, factsOf, isOpen, State } from './facts.tsx';
import { kindWords, ruleOf } from './words.ts';

/** Beside an enquiry: what was handed over about it and to whom it was escalated, with times and clauses. */
export async function besideEnquiry(context: PageContext, { id }: StoredRow) {
  const [{ rows }, { rows: escalations }] = await Promise.all([
    context.ask(ofEnquiry, { enquiry: id }),
    context.ask(escalationsOf, { enquiry: id }),
  ]);
  return (
    <>
      {rows.length === 0 ? null : (
        <HandedOver context={context} rows={rows} tell={await tellVerbs(context, rows)} />
      )}
      <Escalations context={context} rows={escalations} id={id} />
    </>
  );
}

/** Only where somebody waits for us: the rest is one press away. */
async function tellVerbs(context: PageContext, rows: readonly Listed[]) {
  const asking = rows.filter((of) => of.state === 'asking');
  const verbs = await Promise.all(
    asking.map(async (of) => {
      const all = await context.verbs(handOver, await context.row(handOver, of.id));
      return [of.id, all.filter((verb) => verb.command.verb === 'tell-more')] as const;
    }),
  );
  return new Map(verbs);
}

interface HandedOverProps {
  readonly context: PageContext;
  readonly rows: readonly Listed[];
  readonly tell: Awaited<ReturnType<typeof tellVerbs>>;
}

const HandedOver = ({ context, rows, tell }: HandedOverProps) => (
  <section className="sp-panel" aria-labelledby="handed-over">
    <h2 className="nhsuk-heading-s" id="handed-over">
      Handed over
    </h2>
    {rows.map((of) => (
      <div key={of.id}>
        <h3 className="nhsuk-heading-xs">
          <a href={`/hand-overs/${of.id}`}>
            {of.receiver}
            <span className="nhsuk-u-visually-hidden">: {kindWords[of.kind].toLowerCase()}</span>
          </a>
        </h3>
        <p>
          <State of={of} /> {isOpen(of) ? <Due of={of} /> : null}
        </p>
        <DetailList items={factsOf(context, of)} />
        {tell.has(of.id) ? (
          <VerbButtons verbs={tell.get(of.id) ?? []} row={of} back={`/inbox/${of.enquiry}`} quiet />
        ) : null}
        <p>
          <Cite citation={context.house.policies.get(of.policy).cite(ruleOf[of.kind])} />
        </p>
      </div>
    ))}
  </section>
);

interface EscalationsProps {
  readonly context: PageContext;
  readonly rows: readonly Escalated[];
  readonly id: string;
}

function Escalations({ context, rows, id }: EscalationsProps) {
  const begin = (command: AnyCommand) =>
    mayMake(command, context.standing) ? (
      <li>
        <a href={`${commandPath(command.name)}?enquiry=${id}`}>{command.label}</a>
      </li>
    ) : null;
  return (
    <section className="sp-panel" aria-labelledby="worries">
      <h2 className="nhsuk-heading-s" id="worries">
        Is it somebody else’s to know?
      </h2>
      {rows.map((of) => (
        <div key={of.id}>
          <h3 className="nhsuk-heading-xs">
            <a href={`/escalations/${of.id}`}>{categoryName(context, of)}</a>
          </h3>
          <p>
            <EscalationState of={of} />
          </p>
          <DetailList items={factsOfEscalation(context, of)} />
        </div>
      ))}
      <ul className="nhsuk-list">
        {begin(raise)}
        {begin(prepareShare)}
      </ul>
      <p>
        <Cite citation={context.cite('handover.escalate')} />{' '}
        <Cite citation={context.cite('handover.partners')} />
      </p>
    </section>
  );
}

/** For the page of today: what is with others and needs somebody here. */
export async function handOversToday(context: PageContext) {
  const { standing } = context;
  if (!standing || !readers.some((party) => holds(party, standing, undefined))) return null;
  const { counts } = await context.ask(list, { view: 'overdue' });
  const lines = [
    { view: 'asking', words: 'in which a department asked us something' },
    { view: 'overdue', words: 'that are overdue with others' },
    { view: 'unconfirmed', words: 'that nobody has confirmed' },
  ].filter(({ view }) => (counts[view] ?? 0) > 0);
  if (lines.length === 0) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Hand-overs</h2>
      <ul className="nhsuk-list">
        {lines.map(({ view, words }) => (
          <li key={view}>
            <a href={`/hand-overs?view=${view}`}>
              {counts[view]} {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Cite, DetailList, VerbButtons, type PageContext } from '#screens/index.ts';
import { holds } from '#kernel/rights.ts';
import type { StoredRow } from '#kernel/row.ts';
import { handOver, readers } from '../lifecycle.ts';
import { list, ofEnquiry } from '../queries.ts';
import { Due, factsOf, isOpen, State } from './facts.tsx';
import { kindWords } from './words.ts';

/** Beside an enquiry: each thing that was handed over about it, with its times and its clause. */
export async function besideEnquiry(context: PageContext, { id }: StoredRow) {
  const { rows } = await context.ask(ofEnquiry, { enquiry: id });
  if (rows.length === 0) return null;
  const shown = await Promise.all(
    rows.map(async (of) => ({
      of,
      // Only where somebody waits for us: the rest is one press away.
      verbs:
        of.state === 'asking'
          ? (await context.verbs(handOver, await context.row(handOver, of.id))).filter(
              (verb) => verb.command.verb === 'tell-more',
            )
          : [],
    })),
  );
  return (
    <section className="sp-panel" aria-labelledby="handed-over">
      <h2 className="nhsuk-heading-s" id="handed-over">
        Handed over
      </h2>
      {shown.map(({ of, verbs }) => (
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
          {verbs.length === 0 ? null : <VerbButtons verbs={verbs} row={of} back={`/inbox/${id}`} quiet />}
        </div>
      ))}
      <p>
        <Cite citation={context.cite('handover.receipt')} />
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

import { Cite, DetailList, Moment, VerbButtons, type PageContext } from '#screens/index.ts';
import type { Verb } from '#kernel/offer.ts';
import type { EnquiryFacts } from '../queries/one.ts';
import type { TriageSeen } from '../queries/triage-seen.ts';
import { marks, notUnderstoodWords, tiers } from '../triage-words.ts';
import { severityWords } from './words.ts';

const verbNames = ['raise', 'lower', 'relabel', 'mark-missed', 'mark-needless', 'take-back-mark'];
export const isTriageVerb = ({ command }: Pick<Verb, 'command'>): boolean =>
  verbNames.includes(command.verb) && command.lifecycle.name === 'enquiry';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

interface Props {
  readonly context: PageContext;
  readonly facts: EnquiryFacts;
  readonly verbs: readonly Verb[];
  readonly row: { readonly id: string; readonly version: number };
}

/** What triage made of it and why, by when a person reads it, and where a person says that triage was wrong. */
export const TriagePanel = ({ context, facts, verbs, row }: Props) => (
  <section className="sp-panel" aria-labelledby="triage">
    <h2 className="nhsuk-heading-s" id="triage">
      Triage
    </h2>
    <DetailList items={details(facts)} />
    <p>
      <Cite citation={context.cite('inbox.triage')} /> <Cite citation={context.cite('inbox.read-within')} />
    </p>
    <VerbButtons
      verbs={verbs.filter((verb) => isTriageVerb(verb) && !verb.refused)}
      row={row}
      back={`/inbox/${row.id}`}
      quiet
    />
  </section>
);

function details({ triage, risk }: EnquiryFacts) {
  return [
    { term: 'Severity', detail: `${risk}: ${severityWords(risk)}` },
    {
      term: 'Triage says',
      detail: triage.tier === null ? 'Nothing: not yet read by triage' : tiers[triage.tier],
    },
    ...(triage.pagedAt === null
      ? []
      : [{ term: 'Flagged for a call', detail: <Moment at={at(triage.pagedAt)} as="near" /> }]),
    ...(triage.labels.length === 0 ? [] : [{ term: 'About', detail: <LabelList labels={triage.labels} /> }]),
    ...(triage.notUnderstood === null
      ? []
      : [{ term: 'What it could not read', detail: wordsFor(triage.notUnderstood) }]),
    {
      term: 'A person reads it by',
      detail: triage.readBy === null ? 'no time was set' : <Moment at={at(triage.readBy)} as="near" />,
    },
    {
      term: 'First read by a person',
      detail:
        triage.firstReadAt === null ? (
          'No person has read this yet'
        ) : (
          <Moment at={at(triage.firstReadAt)} as="near" />
        ),
    },
    ...(triage.mark === null ? [] : [{ term: 'Somebody here says', detail: marks[triage.mark] }]),
  ];
}

const wordsFor = (why: string): string =>
  Object.entries(notUnderstoodWords).find(([id]) => id === why)?.[1] ?? why;

const LabelList = ({ labels }: { readonly labels: TriageSeen['labels'] }) => (
  <ul className="nhsuk-list">
    {labels.map(({ id, name, goesTo, words, byPerson }) => (
      <li key={id}>
        {name}
        {words.length === 0 ? null : (
          <>
            {': '}
            {words.map((said, place) => (
              <span key={said}>
                {place === 0 ? '' : ', '}“<bdi>{said}</bdi>”
              </span>
            ))}
          </>
        )}
        {byPerson ? ' (chosen by a person)' : ''}
        {goesTo === '' ? null : <div className="sp-details__term">For: {goesTo}</div>}
      </li>
    ))}
  </ul>
);

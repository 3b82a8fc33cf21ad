import type { Linked, Content } from '#features/hand-over/index.ts';
import type { Offer } from '#kernel/offer.ts';
import type { Policy } from '#policy/index.ts';
import {
  CommandForm,
  errorLinks,
  ErrorSummary,
  format,
  Notice,
  PageHeading,
  type Typed,
} from '#screens/index.ts';
import type { Opened } from './opened.ts';
import { Parts, type Deed } from './pages.tsx';
import { linkPath } from './token.ts';

interface Props {
  readonly found: Opened;
  readonly organisation: string;
  readonly policy: Policy;
  readonly parts: Content['parts'];
  readonly more: string | undefined;
  readonly offers: Partial<Record<Deed, Offer>>;
  readonly again?: { readonly deed: Deed; readonly typed: Typed };
}

/** What the receiver was given, and what they can say about it. Nothing else of the program is on it. */
export function ReceiverPage(props: Props) {
  const { found, parts, more, offers, again, organisation } = props;
  const { row } = found;
  const wrong = again && offers[again.deed];
  return (
    <>
      {wrong && again ? <ErrorSummary errors={errorLinks(wrong, again.typed)} /> : null}
      <PageHeading caption={`For ${row.receiver}, from ${organisation}`}>{headings[row.kind]}</PageHeading>
      <Introduction {...props} />
      <Parts of={parts} />
      {row.asked_back === null ? null : (
        <section>
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">You asked</h2>
          <p className="sp-words">{row.asked_back}</p>
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">Our answer</h2>
          <p className="sp-words">{more ?? 'We have not answered yet. You get a letter when we have.'}</p>
        </section>
      )}
      <Deeds {...props} offers={offers} />
    </>
  );
}

const headings: Readonly<Record<Linked['kind'], string>> = {
  question: 'Somebody waits for your answer',
  details: 'Details of a person, passed on to you',
  share: 'A worry that is yours to know of',
};

function Introduction({ found: { row }, policy }: Props) {
  if (row.kind === 'question')
    return (
      <p>
        Please answer the person yourself
        {row.due_at === null ? '' : `, by ${format.momentOf(row.due_at, policy.zone)}`}. We told them that you
        will. When you have, come back here by the same link and say so.
      </p>
    );
  const { openMinutes } = policy.value('handover.link');
  return (
    <>
      <p>{row.reason}</p>
      <p>
        This link opens once: you can see it for {openMinutes} minutes from now. Put it where you keep such
        things, and then say that you have it.
      </p>
    </>
  );
}

function Deeds({ found, offers, again }: Props) {
  const form = (deed: Deed) => {
    const offered = offers[deed];
    if (!offered) return null;
    return (
      <CommandForm
        offer={{ ...offered, version: undefined }}
        action={`${linkPath}/${deed}`}
        summary={false}
        {...(again?.deed === deed ? { typed: again.typed } : {})}
      >
        <input type="hidden" name="_code" value={found.token} />
      </CommandForm>
    );
  };
  if (found.row.kind !== 'question')
    return (
      <>
        <h2 className="nhsuk-heading-m">When you have it</h2>
        {form('received')}
      </>
    );
  const folded = (deed: Deed, summary: string) =>
    offers[deed] ? (
      <details className="nhsuk-details" open={again?.deed === deed}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{summary}</span>
        </summary>
        <div className="nhsuk-details__text">{form(deed)}</div>
      </details>
    ) : null;
  return (
    <>
      <h2 className="nhsuk-heading-m">When you have answered them</h2>
      {form('answered')}
      <h2 className="nhsuk-heading-m">If you cannot answer</h2>
      {folded('more', 'You need to know more first')}
      {folded('back', 'It is not for your department')}
      <Notice title="Keep this link to yourself">
        <p>Whoever has it can read this page until the question is answered.</p>
      </Notice>
    </>
  );
}

import type { z } from 'zod';
import { Cite, commandPath, Hidden, type PageContext } from '#screens/index.ts';
import { mayMake } from '#kernel/offer.ts';
import { holds } from '#kernel/rights.ts';
import { hide, hideDetails } from '../commands/take.ts';
import { askToRemove } from '../commands/decide.ts';
import { readers } from '../lifecycle.ts';
import { aboutMessage } from '../queries.ts';
import type { ShownMeasure } from '../shown.ts';
import { StateTag } from './measures.tsx';
import { countWords } from './words.ts';

type About = z.output<(typeof aboutMessage)['output']>;

/** Beside a message: what was done about it and about whoever wrote it, and what can be done. */
export async function conductPanel(
  context: PageContext,
  row: { readonly id: string; readonly version: number },
) {
  const { standing } = context;
  if (!standing || !readers.some((party) => holds(party, standing, undefined))) return null;
  const about = await context.ask(aboutMessage, { enquiry: row.id });
  if (!about.onNetwork) return null;
  const mine = mayMake(hide, standing);
  const details = about.measures.find((one) => one.details && one.state === 'in-force');
  const isHidden = about.steps.some((step) => step.id === 'hide' && step.there);
  return (
    <section className="sp-panel" aria-labelledby="conduct">
      <h2 className="nhsuk-heading-s" id="conduct">
        Conduct
      </h2>
      <SoFar about={about} />
      {details && mine ? <AskInPrivate context={context} measure={details} enquiry={row.id} /> : null}
      {mine && about.isPublic && !isHidden ? <HideDetails context={context} enquiry={row.id} /> : null}
      {mine ? <Steps about={about} enquiry={row.id} /> : null}
      <p>
        <Cite citation={context.cite('conduct.in-steps')} />
      </p>
    </section>
  );
}

function SoFar({ about: { measures, against } }: { readonly about: About }) {
  return (
    <>
      {measures.length === 0 ? null : (
        <ul className="nhsuk-list">
          {measures.map((measure) => (
            <li key={measure.id}>
              <StateTag measure={measure} />{' '}
              <a href={`/conduct/${measure.id}`}>
                {measure.kindName}: {measure.houseRuleName}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        {against.length === 0
          ? 'Nothing was done about this person before.'
          : `About this person so far: ${against.map(countWords).join(', ')}.`}
      </p>
    </>
  );
}

/** One press, and nothing to fill in: what it is about comes afterwards. */
const HideDetails = ({ context, enquiry }: { readonly context: PageContext; readonly enquiry: string }) => (
  <form action={commandPath(hideDetails.name)} method="post">
    <Hidden back={`/inbox/${enquiry}`} />
    <input type="hidden" name="enquiry" value={enquiry} />
    <p>Does it show somebody’s personal details?</p>
    <button className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" type="submit">
      {hideDetails.label}
    </button>
    <p>
      <Cite citation={context.cite('conduct.details-hidden')} />
    </p>
  </form>
);

/** Hiding is not deleting: what to say to whoever wrote it, where nobody else reads it. */
function AskInPrivate({
  context,
  measure,
  enquiry,
}: {
  readonly context: PageContext;
  readonly measure: ShownMeasure;
  readonly enquiry: string;
}) {
  if (measure.askedToRemoveAt !== null) return <p>They were asked in private to take it down.</p>;
  return (
    <>
      <p>
        <strong>Now ask them in a private message to take it down.</strong> Words that you can use:
      </p>
      <p className="sp-message sp-message--note">{context.policy.value('conduct.details-hidden').words}</p>
      <form action={commandPath(askToRemove.name, measure.id)} method="post">
        <Hidden version={measure.version} back={`/inbox/${enquiry}`} />
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          {askToRemove.label}
        </button>
      </form>
    </>
  );
}

/** The steps in the policy’s order, each leading to its form. */
function Steps({ about: { steps, critical, isPublic }, enquiry }: { about: About; enquiry: string }) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">If it breaks a house rule</span>
      </summary>
      <div className="nhsuk-details__text">
        {critical ? (
          <p>
            <strong>This reads like criticism, a complaint or a concern.</strong> People may be critical of
            us: answer it. A measure is only for what goes beyond that.
          </p>
        ) : null}
        <ol className="nhsuk-list nhsuk-list--number">
          {steps
            .filter((step) => isPublic || step.id !== 'hide')
            .map((step) => (
              <li key={step.id}>
                {step.there ? (
                  `${step.name} (it stands above)`
                ) : (
                  <a href={`${commandPath(`measure.${step.id}`)}?enquiry=${enquiry}&_back=/inbox/${enquiry}`}>
                    {step.name}
                  </a>
                )}
                {step.there || step.first.length === 0
                  ? ''
                  : ` (first ${step.first.join(' or ').toLowerCase()}, as a rule)`}
              </li>
            ))}
        </ol>
        <p>
          <a href="/house-rules">Our house rules</a>
        </p>
      </div>
    </details>
  );
}

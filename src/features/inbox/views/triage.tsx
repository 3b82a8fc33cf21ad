import type { z } from 'zod';
import {
  BarChart,
  Cite,
  MakeButton,
  PageHeading,
  SummaryList,
  format,
  type FileAnswer,
  type PageContext,
} from '#screens/index.ts';
import { choosePaging } from '../commands/choose-paging.ts';
import { stepKey } from '../page-steps.ts';
import { triageMarks } from '../queries/triage-marks.ts';
import { triageQuestion } from '../queries/triage.ts';
import { waiting } from '../queries/waiting.ts';
import { InboxFrame } from './frame.tsx';
import { Compared, Rates } from './triage-said.tsx';

export type Triage = z.output<(typeof triageQuestion)['output']>;
type Step = Triage['steps'][number];

/** How triage does: what it wakes people for, what it misses, and what another threshold would have done. */
export async function triagePage(context: PageContext) {
  const { from, to } = context.query;
  const [of, { counts }] = await Promise.all([
    context.ask(triageQuestion, { from, to }),
    context.ask(waiting),
  ]);
  const chosen =
    of.steps.find(({ margin }) => stepKey(margin) === context.query['step']) ??
    of.steps.find(({ inUse }) => inUse) ??
    of.steps[0];
  return (
    <>
      <PageHeading caption="Inbox">How triage does</PageHeading>
      <InboxFrame context={context} counts={counts} here="triage">
        <Standing of={of} context={context} />
        <ThresholdForm of={of} chosen={chosen} />
        {chosen ? <Chosen of={of} step={chosen} /> : null}
        <Curve of={of} />
        <Estimate of={of} />
        <Compared of={of} />
        <Rates of={of} context={context} />
      </InboxFrame>
    </>
  );
}

const Standing = ({ of, context }: { readonly of: Triage; readonly context: PageContext }) => (
  <>
    <p>
      {of.mode === 'paging' ? (
        <>
          Triage <strong>calls whoever is on call</strong> for what it takes to be grave.
        </>
      ) : (
        <>
          Triage <strong>only records</strong> whom it would have called for. It calls nobody.
        </>
      )}{' '}
      <Cite citation={context.cite('inbox.triage-paging')} />
    </p>
    <MakeButton command={choosePaging} standing={context.standing} back="/inbox/triage" />
  </>
);

/** Words for a threshold that people can compare. */
function stepName({ margin }: Step): string {
  if (margin === 0) return 'As it was taught';
  return `${Math.abs(margin)} ${margin > 0 ? 'surer' : 'less sure'}`;
}

const ThresholdForm = ({ of, chosen }: { readonly of: Triage; readonly chosen: Step | undefined }) => (
  <form className="sp-filter" action="/inbox/triage" method="get">
    <div className="sp-dates">
      {[
        { name: 'from', label: 'From', value: of.from },
        { name: 'to', label: 'To', value: of.to },
      ].map(({ name, label, value }) => (
        <div key={name}>
          <label className="nhsuk-label" htmlFor={name}>
            {label}
          </label>
          <input className="nhsuk-input" id={name} name={name} type="date" defaultValue={value} />
        </div>
      ))}
      <div>
        <label className="nhsuk-label" htmlFor="step">
          How sure triage must be
        </label>
        <select
          className="nhsuk-select"
          id="step"
          name="step"
          defaultValue={chosen === undefined ? undefined : stepKey(chosen.margin)}
        >
          {of.steps.map((step) => (
            <option value={stepKey(step.margin)} key={step.margin}>
              {stepName(step)}
              {step.inUse ? ' (in use)' : ''}
            </option>
          ))}
        </select>
      </div>
      <button className="nhsuk-button nhsuk-button--small" type="submit">
        Show
      </button>
    </div>
  </form>
);

const Chosen = ({ of, step }: { readonly of: Triage; readonly step: Step }) => (
  <section aria-labelledby="chosen">
    <h2 className="nhsuk-heading-m" id="chosen">
      {stepName(step)}
      {step.inUse ? ', as now' : ''}
    </h2>
    <SummaryList
      rows={[
        {
          key: 'Calls a night',
          value: `${step.perNight}, or ${step.atNight} in ${format.countWord(of.nights, 'night', 'nights')}`,
        },
        { key: 'Calls in all, day and night', value: format.countOf(step.pages) },
        { key: 'Of them marked as needless', value: format.countOf(step.needless) },
        { key: 'Marked as missed, and missed here too', value: format.countOf(step.missed) },
        {
          key: 'Grave ones missed, by our estimate',
          value: step.missesEstimated === null ? 'no data' : `about ${step.missesEstimated}`,
        },
        {
          key: 'On invented texts',
          value: `finds ${format.shareOf(step.found)} of the grave ones, and calls for ${format.shareOf(step.letThrough)} of the harmless`,
        },
      ]}
    />
  </section>
);

const Curve = ({ of }: { readonly of: Triage }) => (
  <BarChart
    caption="Calls a night at each threshold, from what came in during these days"
    labels={{ bar: 'How sure triage must be', value: 'Calls a night' }}
    unit="count"
    bars={of.steps.map((step) => ({
      label: `${stepName(step)}${step.inUse ? ' (in use)' : ''}`,
      value: step.perNight,
      note: step.missesEstimated === null ? 'misses: no data' : `misses about ${step.missesEstimated}`,
      href: `/inbox/triage?from=${of.from}&to=${of.to}&step=${stepKey(step.margin)}`,
    }))}
  />
);

const Estimate = ({ of }: { readonly of: Triage }) => (
  <details className="nhsuk-details">
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">What the estimate is, and what it is not</span>
    </summary>
    <div className="nhsuk-details__text">
      <p>
        Nobody knows what was missed and not noticed. We take what called and was not marked as needless to be
        grave, and look up which part of {of.urgentTexts} grave invented texts is found at each threshold. So
        the estimate holds only as far as your messages are like those texts, and as far as somebody marks
        what was needless. What people marked as missed is counted, and is the least that there must be.
      </p>
      <p>
        Calls are counted by the scores of the present model ({of.model}); messages that another model read
        are left out of the thresholds. Plain words of danger call at any threshold.
      </p>
    </div>
  </details>
);

/** Marked messages as `script/train --marks` reads them: one JSON object a line. */
export async function marksFile(context: PageContext): Promise<FileAnswer> {
  const { from, to } = context.query;
  const { lines, ...of } = await context.ask(triageMarks, { from, to });
  return {
    name: `triage-marks-${of.from}-${of.to}.jsonl`,
    type: 'application/jsonl',
    lines: each(lines.map((line) => `${JSON.stringify(line)}\n`)),
  };
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

import { Cite, DetailList, format, type PageContext } from '#screens/index.ts';
import { statutoryClocks, type StatutoryClockName } from '#calendar/statutory-clocks.ts';
import type { Listed } from '../queries/listed.ts';

type Clock = Listed['lawClocks'][number];

const known = (name: string): name is StatutoryClockName => name in statutoryClocks;
const lastDay = (clock: Clock) => (
  <time dateTime={clock.dueOn}>{format.plainDayOf(Temporal.PlainDate.from(clock.dueOn))}</time>
);
export const isLate = (clock: Clock, now: Temporal.Instant): boolean =>
  clock.endedAt === null && Temporal.Instant.compare(now, Temporal.Instant.from(clock.dueAt)) > 0;

/** A running clock in a row of a list: what it is and its last day. */
export const LawClockInRow = ({ clock, now }: { readonly clock: Clock; readonly now: Temporal.Instant }) => (
  <span className={isLate(clock, now) ? 'sp-when sp-when--late' : 'sp-when'}>
    <span>
      {clock.name}: {isLate(clock, now) ? <strong>late, was due by </strong> : 'by '}
      {lastDay(clock)}
    </span>
  </span>
);

/** Clocks of the law beside an enquiry: what the law asks for, until when, where that is known from, and what became of it. */
export function LawClocks({
  context,
  clocks,
}: {
  readonly context: PageContext;
  readonly clocks: readonly Clock[];
}) {
  if (clocks.length === 0) return null;
  return (
    <section className="sp-panel" aria-labelledby="law">
      <h2 className="nhsuk-heading-s" id="law">
        Clocks of the law
      </h2>
      {clocks.map((clock) => (
        <OneClock clock={clock} context={context} key={clock.id} />
      ))}
      <p>
        <Cite citation={context.cite('inbox.clocks-of-law')} />
      </p>
    </section>
  );
}

const places: Readonly<Record<string, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  'uk-union': 'any part of the United Kingdom',
};

function OneClock({ clock, context }: { readonly clock: Clock; readonly context: PageContext }) {
  const law = known(clock.clock) ? statutoryClocks[clock.clock] : undefined;
  return (
    <div className="sp-law">
      <DetailList items={[{ term: law?.title ?? clock.name, detail: stands(clock, context) }]} />
      {law === undefined ? null : (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">How that day is counted</span>
          </summary>
          <div className="nhsuk-details__text">
            <p>It counts from {law.starts}.</p>
            <p>{law.note}</p>
            {clock.holidays === null ? null : (
              <p>The bank holidays that were counted are those of {places[clock.holidays]}.</p>
            )}
            {law.mark === 'confirmed' ? null : (
              <p>This has not been confirmed. Check it before you rely on it.</p>
            )}
            {clock.holidaysKnown ? null : <p>It runs into years whose bank holidays are not known yet.</p>}
          </div>
        </details>
      )}
    </div>
  );
}

function stands(clock: Clock, { now, policy }: PageContext) {
  if (clock.endedAt === null) {
    return isLate(clock, now) ? <strong>Late: was due by {lastDay(clock)}</strong> : <>By {lastDay(clock)}</>;
  }
  const ended = Temporal.Instant.from(clock.endedAt);
  const inTime = Temporal.Instant.compare(ended, Temporal.Instant.from(clock.dueAt)) <= 0;
  return (
    <>
      Done on {format.dayOf(ended, policy.zone)}, {inTime ? 'in time' : 'late'}: it was due by{' '}
      {lastDay(clock)}
    </>
  );
}

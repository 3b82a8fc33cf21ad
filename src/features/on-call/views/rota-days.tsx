import type { z } from 'zod';
import { DataTable, Tag, format } from '#screens/index.ts';
import type { rotaDays } from '../rota/questions/rota.ts';
import { at, Missing, timesInWords } from './rota-words.tsx';

export type Rota = z.output<(typeof rotaDays)['output']>;
export type Day = Rota['days'][number];
type Turn = Day['turns'][number];

/** Who has a stretch of a day; with times only where it is not the whole of it. */
const TurnLine = ({ turn, day, zone }: { readonly turn: Turn; readonly day: Day; readonly zone: string }) => (
  <>
    <a href={`/duty/shifts/${turn.shift}`}>{turn.name}</a>
    {day.turns.length > 1 || day.holes.length > 0
      ? `, ${timesInWords(turn.neededFrom, turn.neededTo, zone)}`
      : null}
    {turn.gone ? (
      <>
        {' '}
        <Missing>No longer on the team</Missing>
      </>
    ) : null}
  </>
);

/** That nobody is on call; with times only where somebody has the rest of the day. What is past can be filled no more. */
const HoleLine = ({ hole, day, now, zone }: Shown & { readonly hole: Day['holes'][number] }) => {
  const times = day.turns.length === 0 ? '' : `, ${timesInWords(hole.from, hole.to, zone)}`;
  return Temporal.Instant.compare(at(hole.to), now) <= 0 ? (
    <span className="sp-month__note">Nobody was on call{times}</span>
  ) : (
    <Missing>Nobody{times}</Missing>
  );
};

interface Shown {
  readonly day: Day;
  readonly now: Temporal.Instant;
  readonly zone: string;
}

/** Who is on call on that day, and when nobody is. */
export const DayCover = ({ day, now, zone }: Shown) => {
  if (day.alwaysOpen) return <>Open: nobody needs to be on call</>;
  return (
    <ul className="nhsuk-list sp-cover">
      {day.turns.map((turn) => (
        <li key={turn.shift + turn.neededFrom}>
          <TurnLine turn={turn} day={day} zone={zone} />
        </li>
      ))}
      {day.holes.map((hole) => (
        <li key={hole.from}>
          <HoleLine hole={hole} day={day} now={now} zone={zone} />
        </li>
      ))}
    </ul>
  );
};

const deputies = (day: Day): string => {
  const names = [...new Set(day.turns.flatMap(({ deputy }) => deputy ?? []))];
  return names.length === 0 ? 'Nobody' : names.join(', ');
};

interface Of {
  readonly rota: Rota;
  readonly now: Temporal.Instant;
  readonly zone: string;
}

/** The coming days, one a line. */
export const DayTable = ({ rota, now, zone }: Of) => (
  <DataTable
    caption={`The next ${rota.days.length} days`}
    rows={rota.days}
    rowKey={(day) => day.date}
    compact
    columns={[
      {
        heading: 'Day',
        names: true,
        cell: (day) => (
          <>
            {format.isoDayOf(day.date)}
            {day.bankHoliday === null ? null : (
              <>
                {' '}
                <Tag colour="blue">{day.bankHoliday}</Tag>
              </>
            )}
          </>
        ),
      },
      { heading: 'On call', cell: (day) => <DayCover day={day} now={now} zone={zone} /> },
      { heading: 'Deputy', cell: deputies },
    ]}
  />
);

/** Each hole of the days that must be full. */
export const Holes = ({ rota, zone }: { readonly rota: Rota; readonly zone: string }) =>
  rota.holes.length === 0 ? (
    <p>
      <strong>The next {rota.fullDays} days are full.</strong>
    </p>
  ) : (
    <>
      <p>
        <Missing>
          {format.countWord(rota.holes.length, 'hole', 'holes')} in the next {rota.fullDays} days.
        </Missing>{' '}
        Nobody is on call then:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {rota.holes.map((hole) => (
          <li key={hole.from}>
            {format.momentOf(at(hole.from), zone)} to {format.momentOf(at(hole.to), zone)}
            {hole.parts === 1 ? null : `, out of hours ${hole.parts} times`}
            {hole.near ? <strong>, less than {rota.warnWithinDays} days away</strong> : null}
          </li>
        ))}
      </ul>
    </>
  );

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

/** Who is on call on that day, and when nobody is. */
export const DayCover = ({ day, zone }: { readonly day: Day; readonly zone: string }) => {
  if (day.alwaysOpen) return <>Open: nobody needs to be on call</>;
  return (
    <ul className="nhsuk-list sp-cover">
      {day.turns.map((turn) => (
        <li key={turn.shift + turn.neededFrom}>
          <TurnLine turn={turn} day={day} zone={zone} />
        </li>
      ))}
      {day.holes.map(({ from, to }) => (
        <li key={from}>
          <Missing>Nobody, {timesInWords(from, to, zone)}</Missing>
        </li>
      ))}
    </ul>
  );
};

const deputies = (day: Day): string => {
  const names = [...new Set(day.turns.flatMap(({ deputy }) => deputy ?? []))];
  return names.length === 0 ? 'Nobody' : names.join(', ');
};

/** The coming days, one a line. */
export const DayTable = ({ rota, zone }: { readonly rota: Rota; readonly zone: string }) => (
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
      { heading: 'On call', cell: (day) => <DayCover day={day} zone={zone} /> },
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
            {format.momentOf(at(hole.from), zone)} to {format.momentOf(at(hole.to), zone)} (
            {format.countWord(hole.nights, 'stretch', 'stretches')} out of hours)
            {hole.near ? <strong>, less than {rota.warnWithinDays} days away</strong> : null}
          </li>
        ))}
      </ul>
    </>
  );

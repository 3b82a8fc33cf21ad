import type { ReactNode } from 'react';
import { isDayOfOurs } from '#kernel/form.ts';
import { PageHeading, Pagination, format, type PageContext } from '#screens/index.ts';
import { rotaDays } from '../rota/questions/rota.ts';
import { DayCover, type Day } from './rota-days.tsx';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The month that the address asks for; the present one where it asks for none, or for nonsense. */
function monthAsked({ query, now, policy }: PageContext): Temporal.PlainYearMonth {
  const present = now.toZonedDateTimeISO(policy.zone).toPlainDate().toPlainYearMonth();
  const { month } = query;
  if (month === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return present;
  const asked = Temporal.PlainYearMonth.from(month);
  return isDayOfOurs(asked) ? asked : present;
}

const monthWords = (month: Temporal.PlainYearMonth): string =>
  format
    .longDayOf(month.toPlainDate({ day: 1 }))
    .split(' ')
    .slice(2)
    .join(' ');

/** Weeks of seven days; before the first and after the last day of the month stands nothing. */
function weeksOf(days: readonly Day[]): (Day | undefined)[][] {
  const [first] = days;
  const before = first ? Temporal.PlainDate.from(first.date).dayOfWeek - 1 : 0;
  const cells: (Day | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day]),
  );
}

interface CellProps {
  readonly day: Day;
  readonly today: string;
  readonly now: Temporal.Instant;
  readonly zone: string;
}

const Cell = ({ day, today, now, zone }: CellProps) => {
  const date = Temporal.PlainDate.from(day.date);
  const isToday = day.date === today;
  return (
    <td className={isToday ? 'sp-month__day sp-month__day--today' : 'sp-month__day'}>
      <div className="sp-month__date">
        <span className="sp-month__weekday">{weekdays[date.dayOfWeek - 1]?.slice(0, 3)} </span>
        {date.day}
        {isToday ? <span className="sp-month__note"> today</span> : null}
        {day.bankHoliday === null ? null : <span className="sp-month__note"> {day.bankHoliday}</span>}
      </div>
      <DayCover day={day} now={now} zone={zone} />
    </td>
  );
};

/** A month of the rota as a calendar; on a narrow screen its days stand one below the other. */
export async function monthPage(context: PageContext): Promise<ReactNode> {
  const { zone } = context.policy;
  const month = monthAsked(context);
  const rota = await context.ask(rotaDays, {
    from: month.toPlainDate({ day: 1 }).toString(),
    days: month.daysInMonth,
  });
  const today = context.now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const link = (to: Temporal.PlainYearMonth) =>
    isDayOfOurs(to) ? { href: `/duty/month?month=${to.toString()}`, label: monthWords(to) } : undefined;
  const [previous, next] = [link(month.subtract({ months: 1 })), link(month.add({ months: 1 }))];
  return (
    <>
      <PageHeading>{monthWords(month)}</PageHeading>
      <p>Each day reaches into the next morning. A name leads to the shift.</p>
      <table className="sp-month">
        <caption className="nhsuk-u-visually-hidden">Who is on call in {monthWords(month)}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(rota.days).map((week, index) => (
            // Weeks have no name but their place in the month.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {week.map((day, weekday) =>
                day ? (
                  <Cell key={day.date} day={day} today={today} now={context.now} zone={zone} />
                ) : (
                  <td className="sp-month__none" key={weekdays[weekday]} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Pagination {...(previous ? { previous } : {})} {...(next ? { next } : {})} />
    </>
  );
}

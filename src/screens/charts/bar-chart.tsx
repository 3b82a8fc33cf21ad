import type { ReactNode } from 'react';
import { countOf, shareOf } from '../format.ts';

export interface Bar {
  readonly label: string;
  /** Null where nothing was there to measure: shown as `no data`, never as nought. */
  readonly value: number | null;
  /** A word or two beside the value, such as `12 of 14`. */
  readonly note?: string;
  readonly href?: string;
}

export interface BarChartProps {
  readonly caption: string;
  readonly labels: { readonly bar: string; readonly value: string };
  readonly bars: readonly Bar[];
  readonly unit: 'count' | 'share' | 'minutes';
  /** A line that each bar is held against. */
  readonly target?: number;
  /** The end of the scale; the greatest value unless told (a share always ends at one). */
  readonly end?: number;
}

export function writeValue(value: number | null, unit: BarChartProps['unit']): string {
  if (value === null) return 'no data';
  return { count: countOf, share: shareOf, minutes: (minutes: number) => `${countOf(minutes)} min` }[unit](
    value,
  );
}

const percent = (value: number, end: number) =>
  `${end === 0 ? 0 : Math.round((Math.min(value, end) / end) * 1000) / 10}%`;

function Picture({
  value,
  target,
  end,
}: {
  readonly value: number | null;
  readonly target: number | undefined;
  readonly end: number;
}) {
  const line = target === undefined ? undefined : percent(target, end);
  const missed = value !== null && target !== undefined && value < target;
  return (
    <svg className="sp-bars__picture" width="100%" height="22" aria-hidden="true" focusable="false">
      <rect className="sp-bars__track" width="100%" height="16" y="3" />
      {value === null ? null : (
        <rect
          className={missed ? 'sp-bars__bar sp-bars__bar--missed' : 'sp-bars__bar'}
          width={percent(value, end)}
          height="16"
          y="3"
        />
      )}
      {line === undefined ? null : <line className="sp-bars__target" x1={line} x2={line} y1="0" y2="22" />}
    </svg>
  );
}

const named = ({ label, href }: Bar): ReactNode => (href === undefined ? label : <a href={href}>{label}</a>);

/** Bars that lie in their own table: the figures are read, heard, copied and printed as they stand. */
export function BarChart({ caption, labels, bars, unit, target, end }: BarChartProps) {
  const greatest = Math.max(target ?? 0, ...bars.map((bar) => bar.value ?? 0));
  const scale = end ?? (unit === 'share' ? 1 : greatest);
  return (
    <table className="sp-bars">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">
        {caption}
        {target === undefined ? null : (
          <span className="sp-bars__aim"> (the line is the target, {writeValue(target, unit)})</span>
        )}
      </caption>
      <thead>
        <tr className="nhsuk-u-visually-hidden">
          <th scope="col">{labels.bar}</th>
          <th scope="col">Picture</th>
          <th scope="col">{labels.value}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{named(bar)}</th>
            <td className="sp-bars__cell">
              <Picture value={bar.value} target={target} end={scale} />
            </td>
            <td className="sp-bars__value">
              {writeValue(bar.value, unit)}
              {bar.note === undefined ? null : <span className="sp-bars__note"> {bar.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

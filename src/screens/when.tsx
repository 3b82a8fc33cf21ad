import { Icon } from './icon.tsx';
import { dayOf, lengthOf, momentOf, nearMoment } from './format.ts';
import { useSetting } from './setting.tsx';

export interface WhenProps {
  /** The moment by which it must be done. */
  readonly at: Temporal.Instant;
  /** Minutes of working time left until then; below nothing when late. */
  readonly minutesLeft: number;
  /** From how many minutes left it is called soon (30 unless told). */
  readonly soon?: number;
}

/** What is left in working time, then the moment: `1 h 12 min left, by Mon 10:30`. Late and soon are words too. */
export function When({ at, minutesLeft, soon = 30 }: WhenProps) {
  const { zone, now } = useSetting();
  const moment = <time dateTime={at.toString()}>{nearMoment(at, now, zone)}</time>;
  if (minutesLeft < 0) {
    return (
      <span className="sp-when sp-when--late">
        <Icon name="warning" />{' '}
        <span>
          <strong>Late by {lengthOf(-minutesLeft)}</strong>, was due {moment}
        </span>
      </span>
    );
  }
  const isSoon = minutesLeft <= soon;
  return (
    <span className={isSoon ? 'sp-when sp-when--soon' : 'sp-when'}>
      <Icon name="clock" />{' '}
      <span>
        {isSoon ? 'Soon: ' : null}
        <strong>{lengthOf(minutesLeft)} left</strong>, by {moment}
      </span>
    </span>
  );
}

/** A moment in full: `Mon 30 Nov 2026 10:30`; as a day alone where the time says nothing. */
export function Moment({
  at,
  as = 'moment',
}: {
  readonly at: Temporal.Instant;
  readonly as?: 'moment' | 'day' | 'near';
}) {
  const { zone, now } = useSetting();
  const words = { moment: momentOf, day: dayOf, near: () => nearMoment(at, now, zone) }[as](at, zone);
  return <time dateTime={at.toString()}>{words}</time>;
}

import { clockOf, countWord } from '../format.ts';

/** Part of a day in minutes since local midnight; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface DayStripProps {
  /** Such as `Who was looking on Monday 30 November`. */
  readonly title: string;
  readonly open: readonly Span[];
  /** Minutes in which a person had it open, or the program asked the network. */
  readonly marks: readonly { readonly minute: number; readonly kind: 'person' | 'poll' }[];
  /** Open minutes in which nobody looked for too long. */
  readonly gaps: readonly Span[];
  /** The minute that it is now, where the day is today. */
  readonly now?: number;
}

const DAY = 24 * 60;
const at = (minute: number) => `${Math.round((minute / DAY) * 10_000) / 100}%`;

const Band = ({
  span,
  className,
  y,
  height,
}: {
  span: Span;
  className: string;
  y: number;
  height: number;
}) => <rect className={className} x={at(span.from)} width={at(span.to - span.from)} y={y} height={height} />;

/** Minutes that follow one another as one span: a day of polls is a few shapes, not a thousand. */
export function runsOf(minutes: readonly number[], join = 5): Span[] {
  const runs: { from: number; to: number }[] = [];
  for (const minute of minutes.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && minute <= last.to + join) last.to = Math.max(last.to, minute + 1);
    else runs.push({ from: minute, to: minute + 1 });
  }
  return runs;
}

const spanWords = ({ from, to }: Span) => `${clockOf(from)} to ${clockOf(to)}`;

/** The strip in one or two sentences, for those who do not see it. */
export function dayStripWords({ open, marks, gaps }: DayStripProps): string {
  const people = marks.filter((mark) => mark.kind === 'person').length;
  const polls = marks.length - people;
  const opening = open.length === 0 ? 'Closed all day.' : `Open ${open.map(spanWords).join(' and ')}.`;
  const looking = `A person looked in ${countWord(people, 'minute', 'minutes')}, the program in ${countWord(polls, 'minute', 'minutes')}.`;
  const missed =
    gaps.length === 0
      ? 'No gap in open hours.'
      : `Nobody looked from ${gaps.map(spanWords).join(' and from ')}.`;
  return `${opening} ${looking} ${missed}`;
}

/** One day from midnight to midnight: when we were open, when somebody looked, and where nobody did. */
export function DayStrip(props: DayStripProps) {
  const { title, open, marks, gaps, now } = props;
  const of = (kind: 'person' | 'poll') =>
    runsOf(marks.filter((mark) => mark.kind === kind).map((mark) => mark.minute));
  return (
    <figure className="sp-strip">
      <figcaption className="sp-strip__title">{title}</figcaption>
      <svg
        className="sp-strip__picture"
        width="100%"
        height="46"
        role="img"
        aria-label={dayStripWords(props)}
      >
        <rect className="sp-strip__night" width="100%" height="46" />
        {open.map((span) => (
          <Band span={span} className="sp-strip__open" y={0} height={46} key={span.from} />
        ))}
        {of('person').map((span) => (
          <Band span={span} className="sp-strip__person" y={6} height={18} key={span.from} />
        ))}
        {of('poll').map((span) => (
          <Band span={span} className="sp-strip__poll" y={30} height={8} key={span.from} />
        ))}
        {gaps.map((span) => (
          <Band span={span} className="sp-strip__gap" y={1} height={44} key={span.from} />
        ))}
        {now === undefined ? null : (
          <line className="sp-strip__now" x1={at(now)} x2={at(now)} y1={0} y2={46} />
        )}
      </svg>
      <div className="sp-strip__hours" aria-hidden="true">
        {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
          <span key={hour}>{clockOf(hour * 60)}</span>
        ))}
      </div>
      <ul className="sp-strip__key">
        <li className="sp-strip__key-open">open hours</li>
        <li className="sp-strip__key-person">a person looked</li>
        <li className="sp-strip__key-poll">the program looked</li>
        {gaps.length === 0 ? null : (
          <li className="sp-strip__key-gap">
            <strong>Nobody looked:</strong> {gaps.map(spanWords).join(', ')}
          </li>
        )}
      </ul>
    </figure>
  );
}

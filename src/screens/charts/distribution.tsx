import { countOf, lengthOf } from '../format.ts';
import { DataTable, type Column } from '../table.tsx';

/** One step of the picture: how many fell into it. `to` is not part of it; null where it has no end. */
export interface Bin {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

export interface DistributionProps {
  readonly caption: string;
  /** What is counted, such as `replies`. */
  readonly of: string;
  /** Steps of equal width, in minutes, in order; the last may have no end. */
  readonly bins: readonly Bin[];
  /** Minutes that were promised. */
  readonly target?: number;
}

const HEIGHT = 190;
const FLOOR = 160;
const TOP = 22;

const part = (index: number, of: number) => `${Math.round((index / of) * 10_000) / 100}%`;

/** Where the target stands among the steps, as a share of the whole width; undefined beyond the last. */
export function placeOf(target: number, bins: readonly Bin[]): number | undefined {
  const index = bins.findIndex((bin) => target >= bin.from && (bin.to === null || target <= bin.to));
  const bin = bins[index];
  if (!bin) return undefined;
  const within = bin.to === null ? 0 : (target - bin.from) / (bin.to - bin.from);
  return (index + within) / bins.length;
}

export const binWords = ({ from, to }: Bin): string =>
  to === null ? `${lengthOf(from)} or more` : `${lengthOf(from)} to ${lengthOf(to)}`;

/** The steps that are named under the picture: about five, so that they stay readable on a phone. */
const isNamed = (index: number, of: number) => index % Math.max(1, Math.ceil(of / 5)) === 0;

const isLate = (bin: Bin, target: number | undefined): boolean => target !== undefined && bin.from >= target;

/** How long things took, against what was promised, with every figure in a table below. */
export function Distribution({ caption, of, bins, target }: DistributionProps) {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const words = `${caption}. ${countOf(total)} ${of}. The table below has every figure.`;
  return (
    <figure className="sp-spread">
      <figcaption className="sp-spread__title">{caption}</figcaption>
      <svg className="sp-spread__picture" width="100%" height={HEIGHT} role="img" aria-label={words}>
        <line className="sp-spread__floor" x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
        <Bars bins={bins} target={target} />
        <Promised bins={bins} target={target} />
      </svg>
      <Figures caption={caption} bins={bins} target={target} />
    </figure>
  );
}

interface PartProps {
  readonly bins: readonly Bin[];
  readonly target: number | undefined;
}

function Bars({ bins, target }: PartProps) {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  return bins.map((bin, index) => {
    const tall = Math.round((bin.count / most) * (FLOOR - TOP));
    return (
      <g key={bin.from}>
        <rect
          className={isLate(bin, target) ? 'sp-spread__bar sp-spread__bar--late' : 'sp-spread__bar'}
          x={part(index + 0.08, bins.length)}
          width={part(0.84, bins.length)}
          y={FLOOR - tall}
          height={tall}
        />
        {isNamed(index, bins.length) ? (
          <text className="sp-spread__label" x={part(index, bins.length)} y={FLOOR + 20}>
            {lengthOf(bin.from)}
            {bin.to === null ? '+' : ''}
          </text>
        ) : null}
      </g>
    );
  });
}

function Promised({ bins, target }: PartProps) {
  const place = target === undefined ? undefined : placeOf(target, bins);
  if (place === undefined || target === undefined) return null;
  const x = part(place, 1);
  const right = place > 0.6;
  return (
    <g>
      <line className="sp-spread__target" x1={x} x2={x} y1={4} y2={FLOOR} />
      <text className="sp-spread__aim" x={x} y={14} dx={right ? -6 : 6} textAnchor={right ? 'end' : 'start'}>
        promised: {lengthOf(target)}
      </text>
    </g>
  );
}

const figures: readonly Column<Bin>[] = [
  { heading: 'Time taken', cell: binWords, names: true },
  { heading: 'Count', cell: (bin) => countOf(bin.count), numeric: true },
];

const Figures = ({ caption, bins, target }: PartProps & { readonly caption: string }) => (
  <details className="nhsuk-details">
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">The figures as a table</span>
    </summary>
    <div className="nhsuk-details__text">
      <DataTable
        caption={caption}
        hideCaption
        compact
        responsive={false}
        rows={bins}
        rowKey={(bin) => String(bin.from)}
        columns={
          target === undefined
            ? figures
            : [
                ...figures,
                { heading: 'Inside the promise', cell: (bin) => (isLate(bin, target) ? 'no' : 'yes') },
              ]
        }
      />
    </div>
  </details>
);

/** Yes as found and as it is: how often each was right. */
export interface Counts {
  readonly right: number;
  readonly found: number;
  readonly there: number;
}

export function countsOf<T>(
  all: readonly T[],
  found: (one: T) => boolean,
  there: (one: T) => boolean,
): Counts {
  return {
    right: all.filter((one) => found(one) && there(one)).length,
    found: all.filter(found).length,
    there: all.filter(there).length,
  };
}

export const added = (all: readonly Counts[]): Counts => ({
  right: sum(all.map(({ right }) => right)),
  found: sum(all.map(({ found }) => found)),
  there: sum(all.map(({ there }) => there)),
});

const sum = (all: readonly number[]): number => all.reduce((one, two) => one + two, 0);
const share = (of: number, all: number): string => (all === 0 ? '-' : (of / all).toFixed(2));

export const inCells = ({ right, found, there }: Counts): string[] => [
  String(there),
  share(right, found),
  share(right, there),
  share(2 * right, found + there),
];

/** A place on a scale, as people marked it and as the model says. */
export interface Placed {
  readonly is: number;
  readonly said: number;
}

/** How many; the mean distance; exactly right; within one step; and the distance of always saying the commonest. */
export function placing(all: readonly Placed[]): string[] {
  const commonest =
    [...Map.groupBy(all, ({ is }) => is)].toSorted((one, two) => two[1].length - one[1].length)[0]?.[0] ?? 0;
  const mean = (distances: readonly number[]): string =>
    (sum(distances) / Math.max(1, distances.length)).toFixed(2);
  return [
    String(all.length),
    mean(all.map(({ is, said }) => Math.abs(is - said))),
    mean(all.map(({ is }) => Math.abs(is - commonest))),
    share(all.filter(({ is, said }) => is === said).length, all.length),
    share(all.filter(({ is, said }) => Math.abs(is - said) <= 1).length, all.length),
  ];
}

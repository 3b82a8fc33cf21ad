/** A run of clauses that is scored together. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** How many features it has. */
  readonly size: number;
}

/** Each clause alone, each with its neighbour, and all: one sentence in a long story is enough. */
export function unitsOf(clauses: readonly { readonly length: number }[]): Unit[] {
  const units: Unit[] = [];
  const count = clauses.length;
  const add = (from: number, to: number): void => {
    let size = 0;
    for (let at = from; at < to; at += 1) size += clauses[at]?.length ?? 0;
    units.push({ from, to, size: Math.max(size, 1) });
  };
  for (let at = 0; at < count; at += 1) add(at, at + 1);
  for (let at = 0; at + 1 < count; at += 1) add(at, at + 2);
  if (count > 2) add(0, count);
  return units;
}

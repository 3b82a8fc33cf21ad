/** The features that a model knows, by hash. What it never learned weighs nothing, and borrows nobody's weight. */
export interface FeatureTable {
  /** Sorted hashes: the place of each is its row in the weights. */
  readonly hashes: Int32Array;
  /** The rows of those that are known, each once. */
  readonly rowsOf: (hashes: Int32Array) => Int32Array;
}

/** Open addressing over twice as many slots: about one step for a known feature and for an unknown one. */
export function featureTable(hashes: Int32Array): FeatureTable {
  const slots = 1 << Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
  const mask = slots - 1;
  const rows = new Int32Array(slots).fill(-1);
  hashes.forEach((hash, row) => {
    let slot = hash & mask;
    while (rows[slot] !== -1) slot = (slot + 1) & mask;
    rows[slot] = row;
  });
  const lastRound = new Int32Array(hashes.length);
  let round = 0;
  const rowOf = (hash: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = rows[slot] ?? -1;
      if (row === -1 || hashes[row] === hash) return row;
    }
  };
  return {
    hashes,
    rowsOf: (some) => {
      const known = new Int32Array(some.length);
      let count = 0;
      round += 1;
      for (const hash of some) {
        const row = rowOf(hash);
        if (row === -1 || lastRound[row] === round) continue;
        lastRound[row] = round;
        known[count] = row;
        count += 1;
      }
      return known.subarray(0, count);
    },
  };
}

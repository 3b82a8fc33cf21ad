/** A feature must stand in this many texts: what one or two people said once teaches nothing of others. */
const fewestTexts = 3;

/** Features that stand in enough texts, in rising order. */
export function vocabularyOf(texts: readonly { readonly clauses: readonly Int32Array[] }[]): Int32Array {
  const counts = new Map<number, number>();
  for (const { clauses } of texts)
    for (const feature of new Set(clauses.flatMap((clause) => [...clause])))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return Int32Array.from(
    [...counts].filter(([, count]) => count >= fewestTexts).map(([feature]) => feature),
  ).sort();
}

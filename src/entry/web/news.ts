import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { seenRow } from '#kernel/offer.ts';
import { sightCondition, type Standing } from '#kernel/rights.ts';
import type { ChangedRow } from './options.ts';

/** Nobody needs to know more exactly. */
const ENOUGH = 100;

export interface NewsCount {
  readonly fresh: number;
  readonly changed: number;
}

/**
 * Counts for one open page what came and what changed since it was made, of what its person may see.
 * @param since UUIDv7 made with the page: rows with later ids came after it.
 */
export function newsCounter(house: House, kinds: readonly string[], since: string) {
  const [fresh, changed] = [new Set<string>(), new Set<string>()];
  let waiting: ChangedRow[] = [];
  let recount = false;
  return {
    /** Something changed: these rows, or who knows what. */
    note(rows: readonly ChangedRow[] | undefined): void {
      if (rows) waiting.push(...rows.filter((row) => kinds.includes(row.kind)));
      else recount = true;
      if (waiting.length > ENOUGH) [waiting, recount] = [[], true];
    },
    /** @returns undefined where nothing was noted since the last count, or nothing of it may be seen. */
    async count(standing: Standing): Promise<NewsCount | undefined> {
      const [rows, all] = [waiting, recount];
      [waiting, recount] = [[], false];
      const before = fresh.size + changed.size;
      for (const row of rows) {
        const seen = await isSeen(house, row, standing);
        if (seen) (row.row > since ? fresh : changed).add(row.row);
      }
      if (all)
        for (const kind of kinds)
          for (const id of await newSince(house, kind, since, standing)) fresh.add(id);
      return fresh.size + changed.size === before ? undefined : { fresh: fresh.size, changed: changed.size };
    },
  };
}

async function isSeen(house: House, { kind, row }: ChangedRow, standing: Standing): Promise<boolean> {
  const of = house.lifecycles.get(kind);
  if (!of) return false;
  return (await seenRow(readerOf(house.store.read()), of, standing, row)) !== undefined;
}

async function newSince(house: House, kind: string, since: string, standing: Standing): Promise<string[]> {
  const of = house.lifecycles.get(kind);
  if (!of) return [];
  const rows = await readerOf(house.store.read())
    .tables<Record<string, { id: string }>>()
    .selectFrom(of.table.name)
    .select('id')
    .where('id', '>', since)
    .where(sightCondition(of, standing))
    .limit(ENOUGH)
    .execute();
  return rows.map((row) => row.id);
}

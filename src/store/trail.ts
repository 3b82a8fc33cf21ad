import canonicalize from 'canonicalize';
import { sql, type Kysely } from 'kysely';
import type { AuditEntry, LinkedEntry } from '#kernel/audit-entry.ts';
import type { Trail, TrailLine, TrailQuery } from '#kernel/store-port.ts';
import { exportLines } from './audit-file.ts';
import type { StoreTables } from './tables.ts';

/** The canonical text of an entry (RFC 8785): sorted keys, no spaces, the same bytes for ever. */
export function canonicalText(entry: AuditEntry): string {
  const text = canonicalize(entry);
  if (text === undefined) throw new Error('An audit entry must be an object');
  return text;
}

const longestPage = 200;

/** Reading the trail through a read-only handle. */
export function trail(db: () => Kysely<StoreTables>): Trail {
  return {
    async find(query) {
      const rows = await matching(db(), query)
        .orderBy('sequence', 'desc')
        .limit(Math.min(query.limit ?? 50, longestPage))
        .execute();
      return rows.map(lineOf);
    },
    async countByClause(policy, since) {
      const rows = await db()
        .selectFrom('audit_entries')
        .select(['clause', sql<number>`count(*)::int`.as('count')])
        .where('policy', '=', policy)
        .where('at', '>=', since)
        .groupBy('clause')
        .execute();
      return new Map(rows.map((row) => [row.clause, row.count]));
    },
    async head() {
      return db().selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow();
    },
    exported: (upTo) => exportLines(entriesInOrder(db(), upTo)),
  };
}

function matching(db: Kysely<StoreTables>, query: TrailQuery) {
  let rows = db.selectFrom('audit_entries').select(['sequence', 'hash', 'entry']);
  if (query.kind !== undefined) rows = rows.where('kind', '=', query.kind);
  if (query.row !== undefined) rows = rows.where('row_id', '=', query.row);
  if (query.clause !== undefined) rows = rows.where('clause', '=', query.clause);
  if (query.rule !== undefined) rows = rows.where('rule', '=', query.rule);
  if (query.actor !== undefined) rows = rows.where('actor', '=', query.actor);
  if (query.command !== undefined) rows = rows.where('command', '=', query.command);
  if (query.since !== undefined) rows = rows.where('at', '>=', query.since);
  if (query.until !== undefined) rows = rows.where('at', '<', query.until);
  // The door is no column: it stands in the text that was hashed.
  if (query.door !== undefined) rows = rows.where(sql<string>`entry::jsonb ->> 'door'`, '=', query.door);
  if (query.before !== undefined) rows = rows.where('sequence', '<', query.before);
  return rows;
}

const lineOf = (row: { sequence: number; hash: string; entry: string }): TrailLine => ({
  sequence: row.sequence,
  hash: row.hash,
  entry: JSON.parse(row.entry) as AuditEntry,
});

/** Every entry in order, a page at a time, for export. @param upTo the last entry wanted; all unless told. */
export async function* entriesInOrder(
  db: Kysely<StoreTables>,
  upTo = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<LinkedEntry> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('audit_entries')
      .select(['sequence', 'entry', 'previous', 'hash'])
      .where('sequence', '>', after)
      .where('sequence', '<=', upTo)
      .orderBy('sequence')
      .limit(1000)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows)
      yield { sequence: row.sequence, text: row.entry, previous: row.previous, hash: row.hash };
    after = last.sequence;
  }
}

import { CompiledQuery, sql, type Transaction } from 'kysely';
import type { AnyTables, KeptAnswer, Writing } from '#kernel/store-port.ts';
import type { Jobs } from './jobs.ts';
import { channel } from './listen.ts';
import type { Sent } from './transaction.ts';
import type { StoreTables } from './tables.ts';
import { canonicalText } from './trail.ts';

/** One open write transaction, as the kernel uses it. */
export function writingOn(trx: Transaction<AnyTables>, jobs: Jobs | undefined, sent: Sent): Writing {
  const own: Transaction<StoreTables> = trx;
  return {
    db: trx,
    send: (statement) => sent.add(statement.compile()),
    async gate(name, mode) {
      const lock = mode === 'exclusive' ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
      await sql`select ${lock}(hashtextextended(${`gate.${name}`}, 0))`.execute(trx);
    },
    async kept(actor, key) {
      // The answer is looked for once the lock is held, though nobody waits for the lock by itself.
      sent.add(
        CompiledQuery.raw('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`key.${actor}.${key}`]),
      );
      const found = await own
        .selectFrom('kept_answers')
        .selectAll()
        .where('actor', '=', actor)
        .where('key', '=', key)
        .executeTakeFirst();
      if (!found) return undefined;
      return {
        command: found.command,
        row: found.row_id,
        digest: found.digest,
        answer: answerFrom(found.answer),
      };
    },
    async keep(actor, key, answer) {
      const kept = own.insertInto('kept_answers').values({
        actor,
        key,
        command: answer.command,
        row_id: answer.row,
        digest: answer.digest,
        answer: JSON.stringify(answer.answer),
        at: sql`now()`,
      });
      sent.add(kept.compile());
    },
    async audit(entry) {
      // The database fills the columns that the trail is searched by from the text itself.
      const line = trx.insertInto('audit_entries').values({ id: entry.id, entry: canonicalText(entry) });
      sent.add(line.compile());
    },
    async actors(kind, row, commands) {
      const rows = await own
        .selectFrom('audit_entries')
        .select('actor')
        .distinct()
        .where('kind', '=', kind)
        .where('row_id', '=', row)
        .where('command', 'in', [...commands])
        .execute();
      return rows.map((one) => one.actor);
    },
    async enqueue(list) {
      if (list.length === 0) return;
      if (!jobs)
        throw new Error(
          'This store was opened without a job queue, so nothing that must follow can be promised',
        );
      await jobs.enqueue((statement) => sent.add(statement), list);
    },
    async notify(kind, row) {
      sent.add(CompiledQuery.raw('select pg_notify($1, $2)', [channel, `${kind} ${row}`]));
    },
  };
}

const answerFrom = (kept: unknown): KeptAnswer['answer'] =>
  (typeof kept === 'string' ? JSON.parse(kept) : kept) as KeptAnswer['answer'];

import { afterEach, beforeEach, expect, test } from 'vitest';
import { join } from 'node:path';
import { migrate, migrationsIn } from './migrate.ts';
import { oneClient } from './pool.ts';
import { auditEntry } from './testing-entry.ts';
import { emptyDatabase } from './testing.ts';
import { canonicalText } from './trail.ts';

const own = migrationsIn('store', join(import.meta.dirname, 'migrations'));
const upTo = (count: number) => [{ ...own, migrations: own.migrations.slice(0, count) }];
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

test('a store of the first version is brought up to date with its trail as it was', async () => {
  await migrate(database, upTo(1));
  const client = oneClient(database, { name: 'test' });
  await client.connect();
  const entry = auditEntry({ actor: 'person:somebody', clause: '6.9' });
  await client.query(
    "insert into audit_entries (id, entry, at, actor, command, kind, row_id, rule, clause, policy) values ($1, $2, $3, 'person:altered', $4, $5, $6, $7, $8, $9)",
    [
      entry.id,
      canonicalText(entry),
      entry.at,
      entry.command,
      entry.kind,
      entry.row,
      entry.rule,
      entry.clause,
      entry.policy,
    ],
  );
  const linked = async () => (await client.query('select sequence, previous, hash from audit_entries')).rows;
  const before = await linked();
  expect(await migrate(database, upTo(own.migrations.length))).toBe(own.migrations.length - 1);
  expect(await linked()).toEqual(before);
  const { rows } = await client.query('select actor, command, clause, row_id, at from audit_entries');
  expect(rows).toEqual([
    {
      actor: 'person:somebody',
      command: entry.command,
      clause: '6.9',
      row_id: entry.row,
      at: new Date('2026-11-18T10:00:00Z'),
    },
  ]);
  await client.end();
});

test('several programs bring an empty database up to date at once: each step runs once', async () => {
  const counts = await Promise.all(Array.from({ length: 5 }, () => migrate(database, [own])));
  expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, own.migrations.length]);
});

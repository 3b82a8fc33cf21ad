import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import type { Actor } from '#kernel/rights.ts';
import type { AnyTables } from '#kernel/store-port.ts';
import { chain, type Chain } from './chain.ts';
import { openOffice, type Office } from './testing-office.ts';

let office: Office;
let officer: Actor;
let enquiry: string;
beforeEach(async () => {
  office = await openOffice();
  officer = (await office.join('Olu Officer', 'communications')).actor;
  enquiry = await office.enquiry(officer);
  await office.act('enquiry.claim', officer, enquiry);
});
afterEach(() => office.close());

const checked = (): Promise<Chain> => chain.load(readerOf(office.house.store.read()), undefined as never);

/** What somebody could do who holds the database itself: no trigger stops them. */
const forge = (
  change: (db: Kysely<AnyTables>) => Promise<unknown>,
  columns: readonly string[] = [],
): Promise<void> =>
  office.house.store.write(async ({ db }) => {
    await sql`alter table audit_entries disable trigger user`.execute(db);
    // The database makes these columns out of the hashed text; who holds it can also take that away.
    for (const column of columns)
      await sql`alter table audit_entries alter column ${sql.id(column)} drop expression`.execute(db);
    await change(db);
    await sql`alter table audit_entries enable trigger user`.execute(db);
  });

describe('a check of the chain', () => {
  test('finds an untouched one whole, up to its head', async () => {
    const head = await office.house.store.trail.head();
    expect(await checked()).toEqual({ entries: head.sequence, head: head.hash, firstBad: null });
    expect(head.sequence).toBe(5);
  });

  test.each([
    [
      'a text that was changed',
      sql`update audit_entries set entry = replace(entry, '"web"', '"cli"') where sequence = 3`,
      3,
    ],
    ['an entry that was taken out', sql`delete from audit_entries where sequence = 2`, 3],
    ['the first entry taken out', sql`delete from audit_entries where sequence = 1`, 2],
    ['the last entry cut off', sql`delete from audit_entries where sequence = 5`, 5],
    [
      'a column that no longer says what was hashed',
      sql`update audit_entries set clause = '9.a' where sequence = 4`,
      4,
    ],
    [
      'an entry given to somebody else',
      sql`update audit_entries set actor = 'system:timer' where sequence = 4`,
      4,
    ],
    [
      'a moment that was moved',
      sql`update audit_entries set at = at + interval '1 day' where sequence = 4`,
      4,
    ],
    ['a head that was set back', sql`update audit_head set sequence = 4`, 5],
  ])('finds %s', async (_, change, first) => {
    await forge((db) => change.execute(db), ['at', 'actor', 'clause']);
    expect((await checked()).firstBad).toBe(first);
  });

  test('finds a text that was changed together with its own hash', async () => {
    await forge((db) =>
      sql`update audit_entries set entry = changed, hash = encode(sha256(convert_to(previous || E'\n' || changed, 'UTF8')), 'hex')
          from (select replace(entry, '"web"', '"cli"') as changed from audit_entries where sequence = 3) as forged
          where sequence = 3`.execute(db),
    );
    expect((await checked()).firstBad).toBe(4);
  });

  test('is kept, shown first on the page, and told by the number of the entry', async () => {
    const auditor = await office.join('Aud Itor', 'auditor');
    await forge((db) =>
      sql`update audit_entries set entry = replace(entry, '"web"', '"cli"') where sequence = 3`.execute(db),
    );
    await office.press(auditor, 'trail-check.make');
    const { body } = await office.get('/records', auditor.cookie);
    expect(body).toContain('<details class="nhsuk-details" open="">');
    expect(body).toContain('found broken');
    expect(body).toContain('Entry 3 is the first that does not fit.');
    const [entry] = await office.house.store.trail.find({ kind: 'trail-check' });
    expect(entry?.entry).toMatchObject({ to: 'broken', facts: { firstBad: 3 } });
  });
});

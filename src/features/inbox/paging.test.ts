import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { claim } from './commands/claim.ts';
import type { InboxTables } from './index.ts';
import { readMark } from './queries/views.ts';
import { openDesk } from './testing-desk.ts';

const MANY = 230;
const { at, desk, officer } = await openDesk('2026-11-24T09:00:00Z');
beforeAll(async () => {
  const { id } = await desk.received({ at: '2026-11-23T19:00:00Z' });
  await copies(id, MANY - 1);
});

/** Copies of a row, with risks and due times that often stand equal: only the id tells them apart. */
async function copies(id: string, count: number): Promise<void> {
  const row = await desk.rowOf(id);
  await at.house.store.write(async ({ db }) => {
    const tables = readerOf(db).tables<InboxTables>();
    for (let number = 1; number <= count; number += 1) {
      const minutes = number % 7;
      await tables
        .insertInto('enquiries')
        .values({
          ...row,
          id: newId(),
          remote: `copy-${number}`,
          conversation: `copy-${number}`,
          author_handle: `copy-${number}`,
          risk: (number % 4) + 1,
          received_at: row.received_at.add({ minutes }),
          aim_at: row.aim_at.add({ minutes }),
          pictures: sql`'{"list": []}'::jsonb`,
        })
        .execute();
    }
  });
}

type Listed = { id: string; risk: number; aimAt: string; receivedAt: string };
async function pages(name: string, input: Record<string, unknown> = {}): Promise<Listed[][]> {
  const found: Listed[][] = [];
  let after: string | null | undefined;
  do {
    const page = await desk.asks(name, officer(), after === undefined ? input : { ...input, after });
    found.push(page.rows);
    after = page.next;
  } while (after !== null && found.length < 50);
  return found;
}
const inOrder = (rows: Listed[], key: (row: Listed) => string) =>
  expect(rows.map(key)).toEqual(rows.map(key).toSorted());
const byRisk = (row: Listed) => `${row.risk} ${row.aimAt} ${row.id}`;

describe('pages of the list', () => {
  test('give every row once, beyond two hundred, in one order', async () => {
    for (const view of ['unclaimed', 'due-next', 'at-risk']) {
      if (view === 'at-risk') at.clock.set('2026-11-24T16:55:00Z');
      const all = await pages('inbox.waiting', { view });
      expect(all.map((page) => page.length)).toEqual([50, 50, 50, 50, 30]);
      const rows = all.flat();
      expect(new Set(rows.map((row) => row.id)).size).toBe(MANY);
      inOrder(rows, view === 'due-next' ? (row) => `${row.aimAt} ${row.id}` : byRisk);
    }
  });
  test('lose none and give none twice where some are taken between two pages', async () => {
    const first = await desk.asks('inbox.waiting', officer(), { view: 'unclaimed' });
    const taken = first.rows.slice(0, 5).map((row: Listed) => row.id);
    for (const id of taken) await desk.act(claim, id);
    const second = await desk.asks('inbox.waiting', officer(), { view: 'unclaimed', after: first.next });
    at.clock.set('2026-11-24T09:16:00Z');
    const whole = (await pages('inbox.waiting', { view: 'unclaimed' })).flat().map((row) => row.id);
    expect(second.rows.map((row: Listed) => row.id)).toEqual(whole.slice(50, 100));
  });
  test('keep to their view: what the view hides is on no later page either', async () => {
    at.clock.set('2026-11-24T09:40:00Z');
    const mine = (await pages('inbox.waiting', { view: 'unclaimed' })).flat()[120];
    await desk.act(claim, mine?.id ?? '');
    const rows = (await pages('inbox.waiting', { view: 'unclaimed' })).flat();
    expect(rows).toHaveLength(MANY - 1);
    expect(rows.map((row) => row.id)).not.toContain(mine?.id);
    expect((await pages('inbox.waiting', { view: 'mine' })).flat().map((row) => row.id)).toEqual([mine?.id]);
  });
  test('a mark that is none begins at the beginning', async () => {
    const first = await desk.asks('inbox.waiting', officer());
    for (const after of ['', 'x', '9.1.2', `1.99999999999999999.${newId()}`, "1.1.'; drop table looks"])
      expect((await desk.asks('inbox.waiting', officer(), { after })).rows[0]).toEqual(first.rows[0]);
    expect(readMark(`1.9999999999999999.${newId()}`)).toBeDefined();
    expect(
      (await desk.asks('inbox.waiting', officer(), { after: `4.9999999999999999.${newId()}` })).rows,
    ).toEqual([]);
  });
  test('the counts look at every row and not at a page', async () => {
    at.clock.set('2026-11-24T10:30:00Z');
    const { counts } = await desk.asks('inbox.waiting', officer());
    expect([counts.unclaimed, counts['due-next'], counts.mine]).toEqual([MANY, MANY, 0]);
  });
});

test('the morning list goes by risk and then by age, in pages that lose nothing', async () => {
  const all = await pages('inbox.morning');
  const rows = all.flat();
  expect(new Set(rows.map((row) => row.id)).size).toBe(MANY);
  inOrder(rows, (row) => `${row.risk} ${row.receivedAt} ${row.id}`);
  expect(all.length).toBeGreaterThan(1);
});

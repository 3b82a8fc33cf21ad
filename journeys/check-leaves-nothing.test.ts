import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { openCheck, soon, summary, warm } from './check-page.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let browser: Browser;
/** A live installation with nobody in it, and a log that says everything: what is written there is written by the check. */
beforeAll(async () => {
  [program, browser] = await Promise.all([
    startProgram({ practice: false, environment: { SIGNPOST_LOG: 'trace' } }),
    openBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const open = (options: Parameters<typeof openCheck>[2] = {}) => openCheck(browser, program.address, options);

async function database<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    host: join(program.folder, 'socket'),
    user: 'signpost',
    database: 'postgres',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Table {
  readonly schema: string;
  readonly name: string;
}

/** Tables of ours; those of the jobs too where asked. */
const tables = async (client: pg.Client, jobs: boolean): Promise<Table[]> => {
  const { rows } = await client.query<Table>(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      order by 1, 2`,
  );
  return rows.filter(({ schema }) => jobs || schema !== 'pgboss');
};

const counts = (): Promise<Record<string, string>> =>
  database(async (client) => {
    const all: Record<string, string> = {};
    for (const { schema, name } of await tables(client, false)) {
      const { rows } = await client.query<{ count: string }>(`select count(*) from "${schema}"."${name}"`);
      all[name] = rows[0]?.count ?? '';
    }
    return all;
  });

/** Tables in whose rows a word stands anywhere. */
const tablesWith = (word: string): Promise<string[]> =>
  database(async (client) => {
    const holding: string[] = [];
    for (const { schema, name } of await tables(client, true)) {
      const { rows } = await client.query(
        `select 1 from "${schema}"."${name}" as one where one::text like $1 limit 1`,
        [`%${word}%`],
      );
      if (rows.length > 0) holding.push(name);
    }
    return holding;
  });

/** Files of the installation in which a word stands: the database's own and its log among them. */
const filesWith = (word: string): string[] =>
  readdirSync(program.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => existsSync(path) && readFileSync(path).includes(word));

test(
  'what somebody types leaves no trace: no request, no row, no line of the log, nothing in the browser',
  { timeout: 120_000 },
  async () => {
    const canary = `zebrafinch${Date.now()}`;
    const { page, context } = await open();
    const requests: string[] = [];
    await warm(page);
    const before = await counts();
    context.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));

    await page.getByLabel('Where will it go?').selectOption('x');
    await page.getByLabel('What you want to post').fill('');
    await page
      .getByLabel('What you want to post')
      .pressSequentially(`Don't miss ${canary}. Ring 07700 900123.`, { delay: 5 });
    await soon(() => summary(page).innerText()).toContain('stops it');
    await page.getByLabel('Handle', { exact: true }).fill(`@${canary}_MSEICS`);
    await page.getByLabel('What your profile says of you').fill(`NHS nurse ${canary}`);
    await soon(() => summary(page, 'profile').innerText()).toContain('could be better');
    await page.getByRole('button', { name: 'Change to “Do not”' }).click();
    await soon(() => page.getByLabel('What you want to post').inputValue()).toContain(
      `Do not miss ${canary}`,
    );
    // Live regions speak after a pause: whatever would be sent then has been sent.
    await page.waitForFunction(() => (document.querySelector('[role=status]')?.textContent ?? '') !== '');
    expect(requests).toEqual([]);

    const kept = await page.evaluate(async () => ({
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookies: document.cookie,
      address: location.href,
      history: JSON.stringify(history.state),
      name: window.name,
    }));
    expect(kept).toEqual({
      local: '{}',
      session: '{}',
      databases: 0,
      caches: 0,
      cookies: '',
      address: `${program.address}/check`,
      history: 'null',
      name: '',
    });
    expect(await context.cookies()).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await tablesWith(canary)).toEqual([]);
    expect(program.said()).not.toContain(canary);
    expect(filesWith(canary)).toEqual([]);

    // Each of these looks would see a trace where there is one.
    await page.goto(`/help/keys?probe=${canary}`);
    expect(requests.some((one) => one.includes(canary))).toBe(true);
    expect(program.said()).toContain('Signpost is ready');
    expect(filesWith('audit_entries').length).toBeGreaterThan(0);
    const applied = (await database((client) => tables(client, true))).length;
    expect(applied).toBeGreaterThan(10);
    expect(await tablesWith('0001')).not.toEqual([]);

    await page.goBack();
    await page.waitForSelector('#check-text');
    expect(await page.getByLabel('What you want to post').inputValue()).toBe('');
    await context.close();
  },
);

test('the browser itself refuses to send: from the page, and from what runs beside it', async () => {
  const { page, context } = await open();
  await warm(page);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const tried = await page.evaluate(async () => {
    const failed = async (work: () => Promise<unknown>): Promise<string> =>
      work().then(
        () => 'sent',
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      );
    return {
      fetch: await failed(() => fetch('/health')),
      elsewhere: await failed(() => fetch('https://example.org/')),
      socket: (() => {
        try {
          const socket = new WebSocket(location.origin.replace('http', 'ws'));
          return socket.readyState === WebSocket.CLOSED ? 'refused' : 'opened';
        } catch {
          return 'refused';
        }
      })(),
    };
  });
  expect(tried).toMatchObject({ fetch: 'TypeError', elsewhere: 'TypeError' });
  const [worker] = page.workers();
  const beside = await worker?.evaluate(async () =>
    fetch('/health').then(
      () => 'sent',
      (error: unknown) => (error instanceof Error ? error.name : 'refused'),
    ),
  );
  expect(beside).toBe('TypeError');
  expect(requests.filter((url) => url.includes('/health') || url.includes('example.org'))).toEqual([]);
  // On a page without that promise the same press goes through: so it is the promise that stops it.
  await page.goto('/help/keys');
  expect(await page.evaluate(async () => (await fetch('/health')).status)).toBe(200);
  await context.close();
});

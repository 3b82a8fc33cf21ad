import { join } from 'node:path';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from './browser.ts';
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

async function open(
  options: { width?: number; javaScript?: boolean; address?: string } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScript ?? true,
    baseURL: program.address,
  });
  const page = await context.newPage();
  await page.goto(options.address ?? '/check');
  return { page, context };
}

/** Looks again until it is so. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 });

const found = (page: Page, part: string) => page.locator(`[data-part="${part}"] .sp-check__found`);
const summary = (page: Page, part = 'post') => found(page, part).locator('[data-summary]');

/** Types something that is found, so that everything which is loaded has been. */
async function warm(page: Page): Promise<void> {
  await page.getByLabel('What you want to post').fill('Come to #mentalhealthmatters');
  await soon(() => found(page, 'post').innerText()).toContain('#MentalHealthMatters');
}

async function database<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    host: join(program.folder, 'socket'),
    user: 'signpost',
    database: 'signpost',
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
    await expect
      .poll(() => page.getByLabel('What you want to post').inputValue())
      .toContain(`Do not miss ${canary}`);
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

    // Each of these looks would see a trace where there is one.
    await page.goto(`/help/keys?probe=${canary}`);
    expect(requests.some((one) => one.includes(canary))).toBe(true);
    await soon(() => program.said()).toContain(canary);
    const applied = (await database((client) => tables(client, true))).length;
    expect(applied).toBeGreaterThan(10);
    expect(await tablesWith('audit')).not.toEqual([]);

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

test('a bad finding shows with its clause, masked, and its fix works; the handle and the profile are judged', async () => {
  const { page, context } = await open();
  const box = page.getByLabel('What you want to post');
  await box.fill('You should take 2 paracetamol. Ring Ann Smith on 07700 900123. #mentalhealthmatters');
  await page.getByLabel('Where will it go?').selectOption('x');
  await soon(() => found(page, 'post').innerText()).toContain('Stops it');
  const told = await found(page, 'post').innerText();
  expect(told).toContain('[phone number]');
  expect(told).not.toContain('07700');
  expect(told).toMatch(/6\.5\.c no medical advice/);
  expect(told).toMatch(/6\.2\.i\.3 capitals in tags \(our reading of the policy\)/);
  expect(await page.locator('[data-length]').innerText()).toMatch(
    /^\d+ of 280 characters, as X counts them$/,
  );
  expect(await found(page, 'post').locator('mark').count()).toBeGreaterThan(2);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Change to “#MentalHealthMatters”' }).click();
  await soon(() => box.inputValue()).toContain('#MentalHealthMatters');
  await soon(() => found(page, 'post').innerText()).not.toContain('capitals in tags');
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await soon(() => box.inputValue()).toContain('#mentalhealthmatters');

  await page.getByLabel('Handle', { exact: true }).fill('@JoeBloggsMSEICS');
  await soon(() => found(page, 'handle').innerText()).toMatch(/must not carry[\s\S]*6\.7\.P8/);
  for (const handle of ['@TomSelby', '@AdamSewell']) {
    await page.getByLabel('Handle', { exact: true }).fill(handle);
    await soon(() => found(page, 'handle').innerText()).toContain('Nothing stands out');
  }
  await page.getByLabel('What your profile says of you').fill('Nurse at NHS Mid and South Essex');
  await page.getByRole('button', { name: 'Add “. My views are my own.”' }).click();
  await expect
    .poll(() => page.getByLabel('What your profile says of you').inputValue(), { timeout: 10_000 })
    .toBe('Nurse at NHS Mid and South Essex. My views are my own.');
  await soon(() => found(page, 'profile').innerText()).toMatch(/no shield[\s\S]*6\.7\.e/);
  await expectAccessible(page);

  const [clause] = await Promise.all([
    context.waitForEvent('page'),
    found(page, 'profile')
      .getByRole('link', { name: /6\.7\.e/ })
      .first()
      .click(),
  ]);
  await clause.waitForLoadState('load');
  expect(new URL(clause.url()).pathname).toBe('/policy/6.7.e');
  expect(await box.inputValue()).toContain('#mentalhealthmatters');
  await page.getByRole('button', { name: 'Clear everything' }).click();
  expect(await box.inputValue()).toBe('');
  await context.close();
});

test.each([375, 320])(
  'by keyboard alone, %i px wide: the focus stays, and it is said once typing rests',
  async (width) => {
    const { page, context } = await open({ width });
    await page.waitForSelector('#check-text');
    await page.evaluate(() => {
      const [live] = document.querySelectorAll('[role=status]');
      const said: string[] = [];
      Object.assign(window, { said });
      if (live)
        new MutationObserver(() => said.push(live.textContent ?? '')).observe(live, { childList: true });
    });
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
    await page.getByLabel('What you want to post').focus();
    await page.keyboard.type("We don't know. You can't wait. They won't come.", { delay: 20 });
    // While somebody types nothing is read out, and the box keeps the focus.
    expect(await said()).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('check-text');
    await soon(said).toEqual(['3 things could be better.']);

    const pressed = () =>
      page.evaluate(() => (document.activeElement as HTMLElement | null)?.textContent ?? '');
    const tabTo = async (words: string): Promise<void> => {
      for (let presses = 0; presses < 40 && !(await pressed()).startsWith(words); presses += 1)
        await page.keyboard.press('Tab');
      expect(await pressed()).toMatch(new RegExp(`^${words}`));
    };
    await tabTo('Change to “do not”');
    await page.keyboard.press('Enter');
    // The button is gone with what it mended; the focus stands on the next one.
    await soon(pressed).toBe('Change to “cannot”');
    await page.keyboard.press('Enter');
    await soon(pressed).toBe('Change to “will not”');
    await page.keyboard.press('Enter');
    await soon(pressed).toBe('What stands out');
    expect(await page.getByLabel('What you want to post').inputValue()).toBe(
      'We do not know. You cannot wait. They will not come.',
    );
    await expectAccessible(page);
    await context.close();
  },
);

test('without a script the page is the guidance, with no dead box', async () => {
  const { page, context } = await open({ javaScript: false, width: 375 });
  expect(await page.locator('main').locator('textarea, input, select, form').count()).toBe(0);
  expect(await page.locator('main').innerText()).toContain('Read here what we would look at');
  await page.getByText('People: their details, their care, their pictures').click();
  expect(await page.locator('main').innerText()).toContain('Nobody’s details are given away');
  await page.getByRole('link', { name: /no medical advice/ }).click();
  expect(new URL(page.url()).pathname).toBe('/policy/6.5.c');
  await context.close();
});

test('where the worker cannot be had, the guidance stands there instead', async () => {
  const context = await browser.newContext({ baseURL: program.address });
  await context.route('**/check-worker.*.js', (route) => route.abort());
  const page = await context.newPage();
  await page.goto('/check');
  await soon(() => page.locator('main').innerText()).toContain('Read here what we would look at');
  expect(await page.locator('main textarea').count()).toBe(0);
  await expectAccessible(page);
  await context.close();
});

test('staff find it from the first page', async () => {
  const { page, context } = await open({ address: '/' });
  await page.locator('main').getByRole('link', { name: 'Check a post' }).click();
  await page.waitForSelector('#check-text');
  expect(new URL(page.url()).pathname).toBe('/check');
  await context.close();
});

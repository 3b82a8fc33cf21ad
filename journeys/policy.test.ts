import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, expectAccessible, openBrowser, pageAs } from './browser.ts';
import { startProgram, until, type Program } from './program.ts';

let program: Program;
let browser: Browser;
/** A Tuesday in opening hours, over the policy of a council. */
beforeAll(async () => {
  [program, browser] = await Promise.all([
    startProgram({ clock: '2026-11-24T10:00:00Z', environment: { SIGNPOST_POLICY: 'lmc-sm' } }),
    openBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test(
  'over another organisation’s policy everything cites its clauses and goes by its hours',
  { timeout: 120_000 },
  async () => {
    const page = await pageAs(browser, program.address, 'Amara Okafor');
    await page.goto('/policy');
    expect(await page.locator('main').innerText()).toContain('LMC-SM, version 2.1');
    await expectAccessible(page);
    await page.goto('/policy/S4%2F2');
    expect(await page.locator('main').innerText()).toMatch(/Time allowed\s+1440 minutes \(24 hours\)/);
    await page.goto('/our-accounts');
    const hours = await page.locator('main').innerText();
    expect(hours).toMatch(/8am to 6pm|08:00 to 18:00/);
    expect(hours).not.toMatch(/9am to 5pm|09:00 to 17:00/);

    const row = await until(async () => {
      await page.goto('/inbox');
      const link = page.getByRole('link', { name: /Ken Armitage/ });
      return (await link.count()) > 0 ? link.first() : undefined;
    }, 'a message stands in the inbox');
    await row.click();
    await page.waitForLoadState('load');
    const enquiry = await page.locator('main').innerText();
    expect(enquiry).toMatch(/S4\/2\s+reply within 24 hours/);
    expect(enquiry).not.toMatch(/\b6\.\d/);

    await page.getByRole('link', { name: 'Everything that was done to this enquiry' }).click();
    await page.waitForLoadState('load');
    expect(await page.locator('main').innerText()).toMatch(/under lmc-sm\/2\.1/);
    await expectAccessible(page);
  },
);

test(
  'an auditor searches the record by keyboard, without JavaScript, and carries it away',
  { timeout: 120_000 },
  async () => {
    const page = await pageAs(browser, program.address, 'Callum Grant', { javaScript: false, width: 375 });
    // What axe looks at is the same page where scripts may run: axe is one.
    const looked = await pageAs(browser, program.address, 'Callum Grant', { width: 375 });
    const accessible = async (url: string): Promise<void> => {
      await looked.goto(url);
      await expectAccessible(looked);
    };
    await page.goto('/records');
    await accessible(page.url());
    await page.getByLabel('Clause').focus();
    await page.keyboard.type('S2/2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/clause=S2%2F2/);
    const entries = await page.locator('tbody th').count();
    expect(entries).toBeGreaterThan(0);
    expect(await page.locator('tbody td:nth-child(6) a').allInnerTexts()).toEqual(
      Array(entries).fill('S2/2'),
    );
    await accessible(page.url());

    await page.goto('/records?from=1066-10-14');
    expect(await page.locator('main').innerText()).toContain('Give a real date');
    await accessible(page.url());

    await page.goto('/records');
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take a copy of the whole trail' }).focus();
    await page.keyboard.press('Enter');
    await arrived(page);
    await accessible(page.url());
    const head = /--head (\S+)/.exec(await page.locator('main').innerText())?.[1] ?? '';
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download it' }).click(),
    ]);
    const file = join(program.folder, 'copy.jsonl');
    await download.saveAs(file);
    const verify = (path: string) =>
      execFileSync(resolve(import.meta.dirname, '../signpost'), ['audit', 'verify', path, '--head', head], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    expect(verify(file)).toContain('Whole: ');
    writeFileSync(file, readFileSync(file, 'utf8').replace('system:setup', 'system:timer'));
    expect(() => verify(file)).toThrow();
  },
);

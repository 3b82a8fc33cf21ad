import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, choose, expectAccessible, openBrowser, pageAs } from './browser.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let browser: Browser;
/** A Friday morning; the weekend after the next is a hole, and a swap waits. */
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ clock: '2026-11-27T10:40:00Z' }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test('a hole is seen, filled, and gone; the form begins with it', { timeout: 120_000 }, async () => {
  const page = await pageAs(browser, program.address, 'Joan Whitfield');
  await page.goto('/');
  expect(await page.locator('main').innerText()).toContain('1 hole in the next 14 days');
  await page.getByRole('link', { name: '1 hole in the next 14 days' }).click();
  await page.waitForLoadState('load');
  await expectAccessible(page);
  expect(await page.locator('main').innerText()).toContain('Fri 4 Dec 2026 17:00 to Mon 7 Dec 2026 09:00');
  await page.getByRole('button', { name: 'Plan a shift' }).click();
  await page.waitForLoadState('load');
  await expectAccessible(page);
  await choose(page, 'Who is on call?', 'Dev Anand');
  await page.getByRole('button', { name: 'Plan a shift' }).click();
  await arrived(page);
  expect(await page.locator('main').innerText()).toContain('The next 28 days are full.');
});

test(
  'a duty manager takes a colleague’s shift on a narrow phone, without JavaScript',
  { timeout: 120_000 },
  async () => {
    const page = await pageAs(browser, program.address, 'Carys Hughes', { javaScript: false, width: 320 });
    await page.goto('/duty');
    await page.getByRole('button', { name: /^Take the shift asked by Dev Anand/ }).click();
    await page.waitForLoadState('load');
    await page.getByRole('button', { name: 'Take the shift' }).click();
    await arrived(page);
    expect(await page.locator('main').innerText()).toMatch(/Taken\s+by Carys Hughes/);
  },
);

test(
  'the month is read by keyboard on a narrow phone, and its days lead to the shifts',
  { timeout: 120_000 },
  async () => {
    const page = await pageAs(browser, program.address, 'Priya Nair', { width: 320 });
    await page.goto('/duty/month?month=2026-12');
    await expectAccessible(page);
    const first = page.locator('.sp-month a').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/duty\/shifts\//);
    await expectAccessible(page);
    await page.goto('/duty/fairness');
    await expectAccessible(page);
  },
);

import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags.split(' ') });

/** A page as this invented person; with or without JavaScript. */
export async function pageAs(
  browser: Browser,
  address: string,
  name: string,
  options: { width?: number; javaScript?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScript ?? true,
    baseURL: address,
  });
  const page = await context.newPage();
  await page.goto('/practice');
  await page.getByRole('button', { name, exact: true }).click();
  return page;
}

/** Nothing that axe finds, and nothing that scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
}

/** Chooses an answer, whether the page shows it as a button or in a list. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const list = page.getByLabel(question, { exact: true });
  if ((await list.count()) === 1 && (await list.evaluate((one) => one.tagName)) === 'SELECT') {
    const labels = await list.locator('option').allInnerTexts();
    await list.selectOption({ label: labels.find((label) => label.startsWith(answer)) ?? answer });
    return;
  }
  await page.getByRole('group', { name: question }).getByLabel(answer).check();
}

/** A form was sent: waits until the page that it leads to is there. */
export async function arrived(page: Page): Promise<void> {
  await page.waitForURL((url) => !url.pathname.startsWith('/do/'));
  await page.waitForLoadState('load');
}

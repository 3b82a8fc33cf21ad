import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export async function openCheck(
  browser: Browser,
  address: string,
  options: { width?: number; javaScript?: boolean; path?: string } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScript ?? true,
    baseURL: address,
  });
  const page = await context.newPage();
  await page.goto(options.path ?? '/check');
  return { page, context };
}

/** Looks again until it is so. */
export const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 });

export const found = (page: Page, part: string) => page.locator(`[data-part="${part}"] .sp-check__found`);
export const summary = (page: Page, part = 'post') => found(page, part).locator('[data-summary]');

/** Types something that is found, so that everything which is loaded has been. */
export async function warm(page: Page): Promise<void> {
  await page.getByLabel('What you want to post').fill('Come to #mentalhealthmatters');
  await soon(() => found(page, 'post').innerText()).toContain('#MentalHealthMatters');
}

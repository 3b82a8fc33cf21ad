import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, expectAccessible, openBrowser, pageAs } from './browser.ts';
import { startProgram, until, type Program } from './program.ts';

let program: Program;
let browser: Browser;
/** Tuesday, in opening hours. */
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ clock: '2026-11-24T10:00:00Z' }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const network = async (): Promise<string> => {
  const { readFileSync } = await import('node:fs');
  return `http://127.0.0.1:${readFileSync(`${program.folder}/practice-network/port`, 'utf8').trim()}`;
};
const say = async (handle: string, text: string, to: string, kind: string) => {
  const answer = await fetch(`${await network()}/people/${handle}/posts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, to, kind, name: 'Wendy Marsh' }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { id: string };
};
const accepted = async (text: string): Promise<number> =>
  (await (await fetch(`${await network()}/log`)).text()).split('\n').filter((line) => line.includes(text))
    .length;

test(
  'a message comes in, is answered on the page, and appears on the network, under its clauses',
  { timeout: 90_000 },
  async () => {
    const question = `Where do I hand in my hearing aid? ${Date.now()}`;
    await say('wendy.marsh', question, 'larkshire.facebook', 'direct-message');
    const page = await pageAs(browser, program.address, 'Amara Okafor');
    const row = await until(async () => {
      await page.goto('/inbox');
      const link = page.getByRole('link', { name: question });
      return (await link.count()) > 0 ? link.first() : undefined;
    }, 'the message stands in the inbox');
    await expectAccessible(page);
    await row.click();
    await expect.poll(() => page.getByText('left, by').count()).toBeGreaterThan(0);
    expect(await page.locator('main').innerText()).toMatch(/6\.4\.b\s+reply within 2 hours/);
    await expectAccessible(page);

    const words = `Please bring it to the repair desk on Tuesday. ${Date.now()}`;
    const blames = 'It is entirely your own fault.';
    await page.getByLabel('Your reply').fill(blames);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('(clause 6.7.P11)');
    expect(await page.getByLabel('Your reply').inputValue()).toBe(blames);
    await expectAccessible(page);
    await page.getByLabel('Your reply').fill(words);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await arrived(page);
    await until(
      async () => ((await accepted(words)) > 0 ? true : undefined),
      'the network accepted the reply',
    );
    const answered = await until(async () => {
      await page.reload();
      const text = await page.locator('main').innerText();
      return /Answered/.test(text) ? text : undefined;
    }, 'the enquiry is answered');
    expect(answered).toContain(words);
    expect(answered).toMatch(/6\.3\.c/);
    expect(await accepted(words)).toBe(1);
  },
);

test(
  'without JavaScript: signposting, and passing on with who will answer',
  { timeout: 90_000 },
  async () => {
    const page = await pageAs(browser, program.address, 'Tom Reilly', { javaScript: false, width: 375 });
    await page.goto('/inbox');
    await page.getByRole('link', { name: /Ken Armitage/ }).click();
    await page.getByRole('button', { name: 'Signpost', exact: true }).click();
    await page.getByLabel(/Hearing aid batteries/).check();
    await page.getByRole('button', { name: 'Signpost', exact: true }).click();
    await arrived(page);
    await until(async () => {
      await page.reload();
      return /Audiology can help/.test(await page.locator('main').innerText()) ? true : undefined;
    }, 'the signpost stands in the thread');

    await page.goto('/inbox');
    await page.getByRole('link', { name: /Harriet Bloom/ }).click();
    await page.getByRole('button', { name: 'Pass on', exact: true }).click();
    await page.getByRole('button', { name: 'Pass on', exact: true }).click();
    const wrong = await page.locator('main').innerText();
    expect(wrong).toMatch(/There is a problem/);
    expect(wrong).toMatch(/Choose a department/);
    await page.getByLabel('Primary care team').check();
    await page.getByLabel('What do they need to know?').fill('No district nurse for two days.');
    await page.getByRole('button', { name: 'Pass on', exact: true }).click();
    await arrived(page);
    const text = await until(async () => {
      await page.reload();
      const seen = await page.locator('main').innerText();
      return /They will answer you by/.test(seen) ? seen : undefined;
    }, 'the person is told who will answer');
    expect(text).toMatch(/6\.4\.g/);
  },
);

test(
  'a moved clock: Friday 16:45 before a bank holiday Monday is due on Tuesday at 10:45',
  { timeout: 90_000 },
  async () => {
    const page = await pageAs(browser, program.address, 'Amara Okafor');
    await page.goto('/practice');
    // The spring bank holiday of 2027 is Monday 31 May.
    await page.getByLabel('Day').fill('28');
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('2027');
    await page.getByLabel(/time/i).fill('16:45');
    await page.getByRole('button', { name: /move/i }).last().click();
    const question = `Is the hub open on Monday? ${Date.now()}`;
    await say('pat.lowe', question, 'larkshire.x', 'mention');
    const row = await until(async () => {
      await page.goto('/inbox');
      const link = page.getByRole('link', { name: question });
      return (await link.count()) > 0 ? link.first() : undefined;
    }, 'the message stands in the inbox');
    await row.click();
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/by (Tue 1 Jun )?10:4\d|by Tue[^\n]*10:4\d/);
    expect(text).toMatch(/1 h 59 min left|2 h left|2 h 0 min left/);
  },
);

test(
  'keyboard alone reaches the reply, and the policy page shows the evidence',
  { timeout: 90_000 },
  async () => {
    const page = await pageAs(browser, program.address, 'Joan Whitfield');
    await page.goto('/policy/6.4.b');
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Reply within 2 hours, working time/);
    expect(text).toMatch(/\d+ decisions? under it in the last 30 days/);
    await expectAccessible(page);
    await page.goto('/inbox');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Skip to main content/);
  },
);

test('the public asks whether an account is ours', { timeout: 60_000 }, async () => {
  const context = await browser.newContext({
    baseURL: program.address,
    viewport: { width: 320, height: 800 },
  });
  const page = await context.newPage();
  await page.goto('/our-accounts');
  await page.getByLabel('Address or handle of an account').fill('@larkshire.x');
  await page.getByRole('button', { name: 'Check' }).click();
  expect(await page.locator('main').innerText()).toMatch(/Yes\. This is our account/);
  await page.getByLabel('Address or handle of an account').fill('@larkshire-help');
  await page.getByRole('button', { name: 'Check' }).click();
  expect(await page.locator('main').innerText()).toMatch(/We do not know this account/);
  await expectAccessible(page);
  await page.goto('/inbox');
  expect(page.url()).toMatch(/sign-in|inbox/);
});

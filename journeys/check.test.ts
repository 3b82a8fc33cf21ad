import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from './browser.ts';
import { found, openCheck, soon } from './check-page.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ practice: false }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const open = (options: Parameters<typeof openCheck>[2] = {}) => openCheck(browser, program.address, options);

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
  await page.getByRole('button', { name: 'Add “My views are my own.”' }).click();
  await soon(() => page.getByLabel('What your profile says of you').inputValue()).toBe(
    'Nurse at NHS Mid and South Essex. My views are my own.',
  );
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
  await page.getByText('It has a picture, a film or a recording').click();
  expect(await page.getByLabel('Its description').isVisible()).toBe(false);
  await page.getByLabel('What is it?').selectOption('image');
  await soon(() => found(page, 'post').innerText()).toMatch(/Describe picture 1[\s\S]*6\.2\.i\.1/);
  expect(await page.getByLabel('Captions').isVisible()).toBe(false);
  await page.getByLabel('Its description').fill('A nurse at the door of a blue van');
  await soon(() => found(page, 'post').innerText()).not.toContain('Describe picture 1');
  expect(await found(page, 'post').innerText()).toMatch(
    /Only you can answer[\s\S]*Can anybody be recognised/,
  );
  await expectAccessible(page);

  const ways = page.getByText('Is something wrong at work?');
  expect(await ways.isVisible()).toBe(false);
  await box.fill('My manager is bullying me and nobody will act');
  await soon(() => ways.isVisible()).toBe(true);
  expect(await found(page, 'post').innerText()).toMatch(
    /protected by law[\s\S]*Grievance policy[\s\S]*6\.7\.l/,
  );
  await expectAccessible(page);
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
  const { page, context } = await open({ path: '/' });
  await page.locator('main').getByRole('link', { name: 'Check a post' }).click();
  await page.waitForSelector('#check-text');
  expect(new URL(page.url()).pathname).toBe('/check');
  await context.close();
});

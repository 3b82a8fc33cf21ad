import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOfApp } from '../src/main/testing-app-code.ts';
import { expectAccessible, openBrowser } from './browser.ts';
import { startProgram, type Program } from './program.ts';

const root = resolve(import.meta.dirname, '..');
const [adas, nias] = ['walrus ladder crayon', 'otter bucket violin'];
let program: Program;
let browser: Browser;
beforeAll(async () => {
  program = await startProgram({ practice: false });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await program.stop();
});

/** The command line of the same installation, in a process of its own. */
const signpost = (words: string[], given: { token?: string; input?: string } = {}): string =>
  execFileSync(join(root, 'signpost'), words, {
    encoding: 'utf8',
    input: given.input ?? '',
    env: {
      ...process.env,
      SIGNPOST_FOLDER: program.folder,
      SIGNPOST_ORIGIN: program.address,
      ...(given.token === undefined ? {} : { SIGNPOST_TOKEN: given.token }),
    },
  });

/** On a phone and on a desk: nothing that axe finds, nothing that scrolls sideways. `PICTURES` names a folder for pictures. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    const folder = process.env['PICTURES'];
    if (folder !== undefined)
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
}

const newPage = async (javaScriptEnabled = true): Promise<Page> =>
  (await browser.newContext({ baseURL: program.address, javaScriptEnabled })).newPage();

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

test('from nobody at all to a person with a second factor, in a live installation', async () => {
  signpost(['setup', '--name', 'Ada First', '--email', 'ada@board.example', '--password-stdin'], {
    input: `${adas}\n`,
  });
  const ada = await newPage();
  await ada.goto('/sign-in');
  await look(ada, 'sign-in');
  await ada.getByLabel('Work e-mail address').fill('ada@board.example');
  await ada.getByLabel('Password').fill('not hers at all');
  await ada.getByRole('button', { name: 'Sign in', exact: true }).click();
  await look(ada, 'sign-in-wrong');
  await signIn(ada, 'ada@board.example', adas);

  await ada.goto('/account');
  await look(ada, 'account');
  await ada.getByRole('button', { name: 'Make a token' }).click();
  await look(ada, 'token');
  const token = (await ada.locator('#token').textContent()) ?? '';
  const person = ['--name', 'Nia New', '--email', 'nia@board.example', '--kind', 'employee'];
  const added = JSON.parse(signpost(['do', 'person.add', ...person, '--json'], { token })) as { id: string };

  await ada.goto(`/people/${added.id}`);
  await ada.getByRole('link', { name: 'Make a sign-in code' }).click();
  await look(ada, 'invite');
  await ada.getByRole('button', { name: 'Make the code' }).click();
  await look(ada, 'invited');
  const link = signpost(['people', 'invite', 'nia@board.example'], { token }).trim();

  const nia = await newPage();
  await nia.goto(link);
  await expect
    .poll(() => nia.getByLabel('The code that you were given').inputValue())
    .toBe(link.split('#')[1]);
  expect(nia.url()).toBe(`${program.address}/sign-in/new-password`);
  await look(nia, 'new-password');
  await nia.getByLabel('New password').fill('short');
  await nia.getByRole('button', { name: 'Set the password' }).click();
  await look(nia, 'new-password-wrong');
  await nia.getByLabel('New password').fill(nias);
  await nia.getByRole('button', { name: 'Set the password' }).click();
  await nia.getByText('Your password is set. Sign in with it.').waitFor();
  await look(nia, 'password-set');
  await signIn(nia, 'nia@board.example', nias);

  await nia.goto('/account');
  await nia.getByLabel('Your password').fill(nias);
  await nia.getByRole('button', { name: 'Set up a second factor' }).click();
  await nia.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
  await look(nia, 'second-factor');
  const codes = await nia.locator('.sp-codes code').allInnerTexts();
  const secret = (await nia.locator('#secret').textContent()) ?? '';
  await nia.getByLabel('Code').fill(codeOfApp(secret));
  await nia.getByRole('button', { name: 'Turn it on' }).click();
  await nia.getByText('Your second factor is on.').waitFor();
  await look(nia, 'account-with-factor');

  const plain = await newPage(false);
  await signIn(plain, 'nia@board.example', nias);
  expect(new URL(plain.url()).pathname).toBe('/sign-in/code');
  await plain.getByLabel('Code').fill('000000');
  await plain.getByRole('button', { name: 'Go on' }).click();
  await plain.getByRole('alert').waitFor();
  await plain.getByLabel('Code').fill(codes[0] ?? '');
  await plain.getByRole('button', { name: 'Go on' }).click();
  await plain.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await plain.goto('/account');
  expect(await plain.getByRole('heading', { name: 'Your account' }).count()).toBe(1);

  await signIn(await newPage(), 'nia@board.example', nias);
  const asked = await newPage();
  await signIn(asked, 'nia@board.example', nias);
  await look(asked, 'code');
  await asked.getByLabel('Code').fill('000000');
  await asked.getByRole('button', { name: 'Go on' }).click();
  await look(asked, 'code-wrong');
});

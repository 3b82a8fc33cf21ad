import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ran } from '#entry/cli/testing-cli.ts';
import type { Run } from '#entry/cli/index.ts';
import { person } from '#kernel/rights.ts';
import { stoppedClock } from '#kernel/clock.ts';
import { addPerson } from '#features/people/index.ts';
import { findByEmail } from './open-house.ts';
import { codeOfApp } from './testing-app-code.ts';
import { password, serveSignIn, type Browser, type Served } from './testing-sign-in.ts';

let at: Served;
let ports: Partial<Run>;
let count = 0;
const clock = stoppedClock('2026-11-24T10:00:00Z');
const next = 'otter bucket violin';
beforeAll(async () => {
  at = await serveSignIn({ clock });
  const { house, signIn } = at.opened;
  ports = {
    declared: async () => house,
    open: async ({ practice }) => ({
      house: { ...house, practice },
      origin: at.origin,
      actorOf: (headers) => signIn.actorOf(headers),
      async actorNamed(email) {
        const found = await findByEmail(at.opened, email);
        return found && person(found.id);
      },
      exportAudit: () => {
        throw new Error('Nothing is exported here');
      },
      backup: async () => ({ tables: 0, rows: 0 }),
      setPassword: async () => undefined,
      close: async () => undefined,
    }),
  };
});
afterAll(() => at.close());
beforeEach(() => clock.set(clock.now().add({ minutes: 16 })));

/** Somebody who has no password yet. */
const newcomer = async (): Promise<{ id: string; email: string }> => {
  count += 1;
  const email = `new.${count}@board.example`;
  return { id: await at.setUp(addPerson, { name: 'Nia New', email, kind: 'employee' }), email };
};
const enter = async (email: string, words = password): Promise<Browser> => {
  const browser = at.browser();
  await browser.post('/sign-in', { email, password: words });
  return browser;
};
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/account')).status === 200;
const asAdministrator = async () =>
  enter((await at.somebody('Ada Admin', { roles: ['administrator'] })).email);
const codeIn = (html: string): string =>
  /<code class="sp-code">((?:[a-z0-9]{5}-){4}[a-z0-9]{5})</.exec(html)?.[1] ?? '';
const choose = (code: string, words = next, browser = at.browser()) =>
  browser.post('/sign-in/new-password', { code, next: words });

describe('an invitation', () => {
  test('is made by an administrator on the person’s page, shown once, and lets the person in', async () => {
    const [ada, nia] = [await asAdministrator(), await newcomer()];
    const page = await ada.get(`/people/${nia.id}`);
    expect(page.html).toContain(`href="/people/${nia.id}/sign-in"`);
    expect((await ada.get(`/people/${nia.id}/sign-in`)).html).toContain(
      'With the code Nia New chooses a password',
    );
    expect((await ada.get(`/people/${nia.id}/sign-in`)).html).not.toContain('They lost their phone');
    const made = await ada.post(`/people/${nia.id}/sign-in`);
    const code = codeIn(made.html);
    expect(made.html).toContain(`${at.origin}/sign-in/new-password#${code}`);
    const browser = at.browser();
    const form = await browser.get('/sign-in/new-password');
    expect(form.html).toContain('The code that you were given');
    const set = await choose(code.toUpperCase().replaceAll('-', ' '), next, browser);
    expect(set.to).toBe('/sign-in?done=password');
    expect((await browser.get(set.to)).html).toContain('Your password is set. Sign in with it.');
    expect(await isIn(await enter(nia.email, next))).toBe(true);
    expect(at.log()).not.toContain(code);
  });

  test('works once, and not after 72 hours', async () => {
    const [ada, nia] = [await asAdministrator(), await newcomer()];
    const make = async () => codeIn((await ada.post(`/people/${nia.id}/sign-in`)).html);
    const code = await make();
    await choose(code);
    const again = await choose(code, 'three other words again');
    expect(again.status).toBe(400);
    expect(again.html).toContain('was used already, or is older than 72 hours');
    const late = await make();
    clock.set(clock.now().add({ hours: 72 }));
    expect((await choose(late, 'three other words again')).status).toBe(400);
    expect(await isIn(await enter(nia.email, next))).toBe(true);
  });

  test('is not used up by a poor password, and what was typed is still there', async () => {
    const [ada, nia] = [await asAdministrator(), await newcomer()];
    const code = codeIn((await ada.post(`/people/${nia.id}/sign-in`)).html);
    const poor = await choose(code, 'short');
    expect(poor.status).toBe(400);
    expect(poor.html).toContain('Use at least 12 characters.');
    expect(poor.html).toContain(`value="${code}"`);
    expect((await choose(code)).to).toBe('/sign-in?done=password');
  });

  test('ends every session of the person, and keeps their second factor unless the phone was lost', async () => {
    const [ada, pat] = [await asAdministrator(), await at.somebody('Pat Patel')];
    const browser = await enter(pat.email);
    const shown = await browser.post('/account/second-factor', { password });
    const secret = /id="secret">([A-Z2-7]{20,})=*<\/code>/.exec(shown.html)?.[1] ?? '';
    await browser.post('/account/second-factor/confirm', { code: codeOfApp(secret) });
    await choose(codeIn((await ada.post(`/people/${pat.id}/sign-in`)).html));
    expect(await isIn(browser)).toBe(false);
    const asked = await at.browser().post('/sign-in', { email: pat.email, password: next });
    expect(asked.to).toBe('/sign-in/code');
    expect((await ada.get(`/people/${pat.id}/sign-in`)).html).toContain('They lost their phone');
    const lost = await ada.post(`/people/${pat.id}/sign-in`, { takesSecondFactor: 'yes' });
    await choose(codeIn(lost.html));
    expect(await isIn(await enter(pat.email, next))).toBe(true);
  });

  test('is refused to everybody but administrators, and for oneself', async () => {
    const [dee, nia] = [await at.somebody('Dee Director', { roles: ['director'] }), await newcomer()];
    const director = await enter(dee.email);
    expect((await director.get(`/people/${nia.id}`)).html).not.toContain('/sign-in"');
    for (const answer of [
      await director.get(`/people/${nia.id}/sign-in`),
      await director.post(`/people/${nia.id}/sign-in`),
    ]) {
      expect(answer.status).toBe(403);
      expect(codeIn(answer.html)).toBe('');
    }
    const ada = await at.somebody('Ada Admin', { roles: ['administrator'] });
    const own = await (await enter(ada.email)).post(`/people/${ada.id}/sign-in`);
    expect(own.status).toBe(403);
    expect(own.html).toContain('Nobody makes a sign-in code for themselves.');
    expect((await at.browser().post(`/people/${nia.id}/sign-in`)).to).toContain('/sign-in?back=');
  });

  test('cannot be guessed: after twenty wrong codes an address waits', async () => {
    // Somebody signed in has their own allowance of requests, so that it is the wrong codes that count here.
    const browser = await asAdministrator();
    const guess = () => choose('aaaaa-aaaaa-aaaaa-aaaaa-aaaaa', next, browser);
    for (let n = 0; n < 20; n += 1) expect((await guess()).status).toBe(400);
    expect((await guess()).html).toContain('Too many tries. Wait 30 seconds');
  });
});

describe('at the command line', () => {
  const tokenOf = async (browser: Browser): Promise<string> =>
    /id="token">([^<]+)</.exec((await browser.post('/account/token')).html)?.[1] ?? '';

  test('a token made on the account page does commands as its person, until it ends', async () => {
    const ada = await asAdministrator();
    const token = await tokenOf(ada);
    const words = [
      'do',
      'person.add',
      '--name',
      'Cal Line',
      '--email',
      'cal@board.example',
      '--kind',
      'employee',
    ];
    expect(await ran(words, ports, { token })).toMatchObject({ exit: 0, err: '' });
    await ada.post('/account/sessions/end');
    expect(await ran(words, ports, { token })).toMatchObject({
      exit: 1,
      err: expect.stringContaining('The session of SIGNPOST_TOKEN has ended.'),
    });
  });

  test('signpost people invite prints the link, and it works', async () => {
    const [ada, nia] = [await asAdministrator(), await newcomer()];
    const told = await ran(['people', 'invite', nia.email, '--json'], ports, { token: await tokenOf(ada) });
    const { link, code } = JSON.parse(told.out) as { link: string; code: string };
    expect(link).toBe(`${at.origin}/sign-in/new-password#${code}`);
    expect((await choose(code)).to).toBe('/sign-in?done=password');
    expect(await isIn(await enter(nia.email, next))).toBe(true);
  });

  test('nobody makes one without rights; the set-up of this machine may, and the trail says so', async () => {
    const [pat, nia] = [await at.somebody('Pat Patel'), await newcomer()];
    const token = await tokenOf(await enter(pat.email));
    expect(await ran(['people', 'invite', nia.email], ports, { token })).toMatchObject({ exit: 1, out: '' });
    expect(await ran(['people', 'invite', nia.email], ports)).toMatchObject({ exit: 1, out: '' });
    const told = await ran(['people', 'invite', nia.email, '--recover'], ports);
    expect(told.out).toMatch(/^http.+#[a-z0-9-]{29}\n$/);
    const [line] = await at.opened.house.store.trail.find({
      command: 'invitation.make',
      actor: 'system:setup',
    });
    expect(line?.entry.facts).toMatchObject({ person: nia.id });
  });
});

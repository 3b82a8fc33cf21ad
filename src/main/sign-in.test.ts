import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stoppedClock } from '#kernel/clock.ts';
import { leave } from '#features/people/index.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import { codeOfApp } from './testing-app-code.ts';
import { password, serveSignIn, type Browser, type Served } from './testing-sign-in.ts';

let at: Served;
const clock = stoppedClock('2026-11-24T10:00:00Z');
beforeAll(async () => {
  at = await serveSignIn({ clock });
});
afterAll(() => at.close());
// All tests come from one address: each begins when the failures of the one before no longer count.
beforeEach(() => clock.set(clock.now().add({ minutes: 16 })));

const enter = async (email: string, words = password): Promise<Browser> => {
  const browser = at.browser();
  await browser.post('/sign-in', { email, password: words });
  return browser;
};
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/account')).status === 200;
/** Moves a person's sessions into the past, as if so many minutes had gone by since they were used and begun. */
const ago = (id: string, used: number, began: number) =>
  at.opened.store.plainPool.query(
    `update sign_in_sessions set "updatedAt" = "updatedAt" - make_interval(mins => $2),
       "createdAt" = "createdAt" - make_interval(mins => $3), "expiresAt" = "expiresAt" - make_interval(mins => $3)
     where "userId" = (select id from sign_in_users where email = $1)`,
    [`${id}@person.invalid`, used, began],
  );
const codesIn = (html: string): string[] =>
  [...html.matchAll(/<code class="sp-code">([a-z0-9-]{11})<\/code>/g)].map((match) => match[1] ?? '');
const secretIn = (html: string): string => /id="secret">([A-Z2-7]{20,})=*<\/code>/.exec(html)?.[1] ?? '';

describe('signing in', () => {
  test('with address and password, however the address is written, and back to where one wanted to go', async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = at.browser();
    const asked = await browser.get('/my-duties');
    expect(asked.to).toBe('/sign-in?back=%2Fmy-duties');
    const form = await browser.get(asked.to);
    expect(form.html).toContain('<input type="hidden" name="back" value="/my-duties"/>');
    const answer = await browser.post('/sign-in', {
      email: ` ${pat.email.toUpperCase()} `,
      password,
      back: '/my-duties',
    });
    expect([answer.status, answer.to]).toEqual([303, '/my-duties']);
    expect((await browser.follow(answer)).html).toContain('Pat Patel');
    const elsewhere = await at
      .browser()
      .post('/sign-in', { email: pat.email, password, back: '//evil.example' });
    expect(elsewhere.to).toBe('/');
  });

  test('an unknown address, somebody who left and a wrong password get one answer', async () => {
    const pat = await at.somebody('Pat Patel');
    const gone = await at.somebody('Gil Gone', { endsOn: '2026-11-23' });
    const left = await at.somebody('Lea Left');
    const director = await at.somebody('Dee Director', { roles: ['director'] });
    await perform(at.opened.house, leave, {
      actor: person(director.id),
      id: left.id,
      input: {},
      door: 'web',
    });
    const tries = [
      { email: pat.email, password: 'walrus ladder pencil' },
      { email: 'nobody@board.example', password },
      { email: gone.email, password },
      { email: left.email, password },
    ];
    const answers = await Promise.all(
      tries.map(async (fields) => {
        const answer = await at.browser().post('/sign-in', fields);
        return [answer.status, answer.html.replaceAll(fields.email, '…'), answer.headers.getSetCookie()];
      }),
    );
    expect(answers[0]?.[0]).toBe(400);
    expect(answers[0]?.[1]).toContain('The address or the password is not right.');
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('after five failures it waits, and only where they came from', async () => {
    const pat = await at.somebody('Pat Patel');
    const wrong = { email: pat.email, password: 'wrong' };
    for (let n = 0; n < 5; n += 1) expect((await at.browser().post('/sign-in', wrong)).status).toBe(400);
    const waits = await at.browser().post('/sign-in', { email: pat.email, password });
    expect([waits.status, waits.headers.get('retry-after')]).toEqual([429, '30']);
    expect(waits.html).toContain('Too many tries. Wait 30 seconds, then try again.');
    clock.set(clock.now().add({ seconds: 31 }));
    expect(await isIn(await enter(pat.email))).toBe(true);
  });
});

describe('a session', () => {
  test('stays while somebody is at work: its cookie lives as long as a session may', async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = at.browser();
    const answer = await browser.post('/sign-in', { email: pat.email, password });
    const cookie = answer.headers.getSetCookie().find((line) => line.includes('session_token'));
    expect(cookie).toMatch(/Max-Age=43200;.*HttpOnly.*SameSite=Lax/);
    for (let hour = 0; hour < 4; hour += 1) {
      await ago(pat.id, 25, 25);
      expect(await isIn(browser)).toBe(true);
    }
  });

  test('ends after 30 minutes without use, for good', async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = await enter(pat.email);
    await ago(pat.id, 31, 31);
    expect(await isIn(browser)).toBe(false);
    await ago(pat.id, -31, -31);
    expect(await isIn(browser)).toBe(false);
  });

  test('ends after 12 hours, however busy it was', async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = await enter(pat.email);
    await ago(pat.id, 0, 12 * 60 - 2);
    expect(await isIn(browser)).toBe(true);
    await ago(pat.id, 0, 3);
    expect(await isIn(browser)).toBe(false);
  });

  test('ends with the form that signs out, and its cookie opens nothing more', async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = await enter(pat.email);
    const kept = new Map(browser.cookies.get(at.origin));
    expect((await browser.post('/sign-out')).to).toBe('/');
    expect(await isIn(browser)).toBe(false);
    browser.cookies.set(at.origin, kept);
    expect(await isIn(browser)).toBe(false);
  });

  test('of somebody whose contract is over shows nothing of theirs', async () => {
    const pat = await at.somebody('Pat Patel', { endsOn: '2026-11-24' });
    const browser = await enter(pat.email);
    expect(await isIn(browser)).toBe(true);
    const before = clock.now();
    clock.set('2026-11-25T00:00:00Z');
    expect(await isIn(browser)).toBe(false);
    clock.set(before);
  });
});

describe('a token for programs', () => {
  const ask = (token: string, path = '/api/people/mine') =>
    fetch(`${at.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const make = async (browser: Browser): Promise<string> => {
    const answer = await browser.post('/account/token');
    return /id="token">([^<]+)</.exec(answer.html)?.[1] ?? '';
  };

  test('is made on the account page, shown once, and works at the API', async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = await enter(pat.email);
    const token = await make(browser);
    expect(token.length).toBeGreaterThanOrEqual(20);
    expect((await ask(token)).status).toBe(200);
    expect((await ask(`${token}x`)).status).toBe(401);
    const account = await browser.get('/account');
    expect(account.html).not.toContain(token);
    expect(account.html).toContain('A program with a token');
    expect(at.log()).not.toContain(token);
  });

  test('is the person’s at the command line too: the same headers give the same actor', async () => {
    const pat = await at.somebody('Pat Patel');
    const token = await make(await enter(pat.email));
    const headers = new Headers({ authorization: `Bearer ${token}` });
    expect(await at.opened.signIn.actorOf(headers)).toEqual({ kind: 'person', id: pat.id });
  });

  test('ends as sessions do: after 30 minutes without use, and with all others', async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = await enter(pat.email);
    const token = await make(browser);
    await ago(pat.id, 25, 25);
    expect((await ask(token)).status).toBe(200);
    await ago(pat.id, 31, 31);
    expect((await ask(token)).status).toBe(401);
    const again = await enter(pat.email);
    const next = await make(again);
    expect((await again.post('/account/sessions/end')).to).toBe('/account?done=sessions');
    expect((await ask(next)).status).toBe(401);
    expect(await isIn(again)).toBe(true);
  });

  test('makes no further token', async () => {
    const pat = await at.somebody('Pat Patel');
    const token = await make(await enter(pat.email));
    const answer = await fetch(`${at.origin}/account/token`, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, origin: at.origin },
    });
    expect(answer.status).toBe(303);
  });
});

describe('a second factor', () => {
  const withFactor = async () => {
    const pat = await at.somebody('Pat Patel');
    const browser = await enter(pat.email);
    const shown = await browser.post('/account/second-factor', { password });
    const [secret, codes] = [secretIn(shown.html), codesIn(shown.html)];
    const on = await browser.post('/account/second-factor/confirm', { code: codeOfApp(secret) });
    expect(on.to).toBe('/account?done=on');
    await browser.post('/sign-out');
    return { ...pat, secret, codes, browser };
  };

  test('set up, signed out, asked for, in', async () => {
    const pat = await withFactor();
    expect(pat.codes).toHaveLength(10);
    const first = await pat.browser.post('/sign-in', { email: pat.email, password, back: '/my-duties' });
    expect(first.to).toBe('/sign-in/code?back=%2Fmy-duties');
    expect(await isIn(pat.browser)).toBe(false);
    const wrong = await pat.browser.post('/sign-in/code', { code: '000000' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('That code is not right');
    const right = await pat.browser.post('/sign-in/code', {
      code: codeOfApp(pat.secret),
      back: '/my-duties',
    });
    expect(right.to).toBe('/my-duties');
    expect(await isIn(pat.browser)).toBe(true);
  });

  test('a spare code opens the door once, however it is typed', async () => {
    const pat = await withFactor();
    const [code = '', other = ''] = pat.codes;
    await pat.browser.post('/sign-in', { email: pat.email, password });
    const typed = code.toUpperCase().replace('-', ' ');
    expect((await pat.browser.post('/sign-in/code', { code: typed })).to).toBe('/');
    expect(await isIn(pat.browser)).toBe(true);
    const again = await enter(pat.email);
    expect((await again.post('/sign-in/code', { code })).status).toBe(400);
    expect(await isIn(again)).toBe(false);
    expect((await again.post('/sign-in/code', { code: other })).to).toBe('/');
  });

  test('five wrong codes end that pending sign-in, and nobody else’s', async () => {
    const [pat, sam] = [await withFactor(), await withFactor()];
    const [guesser, other] = [await enter(pat.email), await enter(sam.email)];
    for (let n = 0; n < 5; n += 1)
      expect((await guesser.post('/sign-in/code', { code: '000000' })).status).toBe(400);
    const over = await guesser.post('/sign-in/code', { code: codeOfApp(pat.secret) });
    expect(over.to).toBe('/sign-in?error=code');
    expect((await guesser.get(over.to)).html).toContain('Sign in again with your password first.');
    expect((await other.post('/sign-in/code', { code: codeOfApp(sam.secret) })).to).toBe('/');
    expect((await (await enter(pat.email)).post('/sign-in/code', { code: codeOfApp(pat.secret) })).to).toBe(
      '/',
    );
  });

  test('without a pending sign-in a code opens nothing', async () => {
    const pat = await withFactor();
    const answer = await at.browser().post('/sign-in/code', { code: codeOfApp(pat.secret) });
    expect(answer.to).toBe('/sign-in?error=code');
  });

  test('can be turned off and its spare codes made anew, with the password', async () => {
    const pat = await withFactor();
    await pat.browser.post('/sign-in', { email: pat.email, password });
    await pat.browser.post('/sign-in/code', { code: codeOfApp(pat.secret) });
    const change = (what: string, words: string) =>
      pat.browser.post('/account/second-factor/change', { what, password: words });
    expect((await change('off', 'not my password')).status).toBe(400);
    const fresh = codesIn((await change('codes', password)).html);
    expect(fresh).toHaveLength(10);
    const again = await enter(pat.email);
    expect((await again.post('/sign-in/code', { code: pat.codes[3] ?? '' })).status).toBe(400);
    expect((await again.post('/sign-in/code', { code: fresh[0] ?? '' })).to).toBe('/');
    expect((await change('off', password)).to).toBe('/account?done=off');
    expect(await isIn(await enter(pat.email))).toBe(true);
  });
});

test('a changed password needs the present one, ends all other sessions, and opens the door', async () => {
  const pat = await at.somebody('Pat Patel');
  const [here, there] = [await enter(pat.email), await enter(pat.email)];
  const next = 'otter bucket violin';
  const change = (current: string, words: string) => here.post('/account/password', { current, next: words });
  expect((await change('not mine', next)).html).toContain('The password is not right.');
  expect((await change(password, 'short')).html).toContain('Use at least 12 characters.');
  const changed = await change(password, next);
  expect(changed.to).toBe('/account?done=password');
  expect((await here.get(changed.to)).html).toContain('Your password is changed');
  expect(await isIn(there)).toBe(false);
  expect(await isIn(await enter(pat.email))).toBe(false);
  expect(await isIn(await enter(pat.email, next))).toBe(true);
});

test('the library’s own addresses are shut', async () => {
  const pat = await at.somebody('Pat Patel');
  const browser = await enter(pat.email);
  for (const path of ['ok', 'error', 'get-session', 'list-sessions', 'callback/oidc', 'callback/google'])
    expect((await browser.get(`/auth/${path}`)).status).toBe(404);
  expect((await browser.post('/auth/sign-up/email')).status).toBe(404);
});

test('another site’s form signs nobody in or out', async () => {
  const answer = await fetch(`${at.origin}/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(403);
});

test('an address that somebody made up says nothing that is not ours', async () => {
  const pat = await at.somebody('Pat Patel');
  const browser = await enter(pat.email);
  for (const word of ['constructor', '__proto__', '<b>bold</b>'])
    for (const [who, path] of [
      [at.browser(), `/sign-in?done=${word}`],
      [at.browser(), `/sign-in?error=${word}`],
      [browser, `/account?done=${word}`],
    ] as const) {
      const page = await who.get(path);
      expect(page.status).toBe(200);
      expect(page.html).not.toContain('<b>bold');
    }
});

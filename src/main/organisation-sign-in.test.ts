import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stoppedClock } from '#kernel/clock.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import { unlinkIdentity } from '#features/people/commands/identity.ts';
import { leave, linkIdentity } from '#features/people/index.ts';
import {
  freePort,
  password,
  serveSignIn,
  type Answer,
  type Browser,
  type Served,
} from './testing-sign-in.ts';

const clientSecret = 'the secret that both sides know, of this test';
const clock = stoppedClock('2026-11-24T10:00:00Z');
let at: Served;
let issuer: string;
let server: Server;
/** What the provider was asked: method and path with its query. */
const asked: string[] = [];

beforeAll(async () => {
  const [port, issuerPort] = [await freePort(), await freePort()];
  issuer = `http://127.0.0.1:${issuerPort}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'signpost',
        client_secret: clientSecret,
        redirect_uris: [`http://127.0.0.1:${port}/auth/callback/oidc`],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['a key of this test'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const handle = provider.callback();
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(issuerPort, '127.0.0.1', resolve));
  at = await serveSignIn({ port, clock, oidc: { issuer, clientId: 'signpost', clientSecret } });
});
afterAll(async () => {
  await at.close();
  await new Promise((resolve) => server.close(resolve));
});

const link = (who: string, subject: string) => at.setUp(linkIdentity, { person: who, issuer, subject });
const formIn = (answer: Answer): string => /<form[^>]* action="([^"]+)"/.exec(answer.html)?.[1] ?? '';

/** Goes to the organisation's own sign-in, says who one is there, agrees, and comes back. */
async function enterAs(subject: string, browser: Browser = at.browser(), back = ''): Promise<Answer> {
  const begun = await browser.get(`/sign-in/organisation${back}`);
  expect(begun.to).toContain(`${issuer}/auth?`);
  let here = await browser.follow(begun);
  if (here.html.includes('name="login"'))
    here = await browser.follow(
      await browser.post(formIn(here), { prompt: 'login', login: subject, password: 'any' }),
    );
  if (here.html.includes('value="consent"'))
    here = await browser.follow(await browser.post(formIn(here), { prompt: 'consent' }));
  return here;
}
const nameOf = async (browser: Browser): Promise<string | undefined> => {
  const account = await browser.get('/account');
  return account.status === 200 ? /(Pat Patel|Sam Stone|Gil Gone)/.exec(account.html)?.[1] : undefined;
};

test('somebody known gets in: discovery, a code with PKCE, and back to where they wanted to go', async () => {
  const pat = await at.somebody('Pat Patel');
  await link(pat.id, 'pat-there');
  const browser = at.browser();
  expect((await browser.get('/sign-in')).html).toContain('Sign in with NHS Larkshire');
  asked.length = 0;
  const page = await enterAs('pat-there', browser, '?back=/my-duties');
  expect(page.status).toBe(200);
  expect(page.html).toContain('My duties');
  expect(await nameOf(browser)).toBe('Pat Patel');
  const begun = new URL(asked.find((one) => one.startsWith('GET /auth?'))?.slice(4) ?? '', issuer)
    .searchParams;
  expect(begun.get('code_challenge_method')).toBe('S256');
  expect(begun.get('scope')).toBe('openid');
  expect(begun.get('nonce')).toMatch(/.{20}/);
  expect(asked).toContain('POST /token');
  const { rows } = await at.opened.store.plainPool.query(
    `select * from sign_in_accounts where "providerId" = 'oidc'`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ accessToken: null, refreshToken: null, idToken: null });
});

test('a stranger is refused with a sentence that says what to do, and what an administrator needs for it', async () => {
  const browser = at.browser();
  const page = await enterAs('nobody-here', browser);
  expect(page.status).toBe(403);
  expect(page.html).toContain(
    'We do not know you by this sign-in yet. Ask an administrator to link it to you.',
  );
  expect(await nameOf(browser)).toBeUndefined();
  // In letters that cannot be taken for each other, each whole in a box of its own.
  for (const value of [issuer, 'nobody-here'])
    expect(page.html).toContain(`<code class="sp-code">${value}</code>`);
  expect(page.html).toContain('more than one account with NHS Larkshire?');
  expect(at.log()).not.toContain('nobody-here');
});

test('an identity linked to another person opens that person’s account, and the first one’s no more', async () => {
  const [pat, sam] = [await at.somebody('Pat Patel'), await at.somebody('Sam Stone')];
  const administrator = await at.somebody('Ada Admin', { roles: ['administrator'] });
  const identity = await link(pat.id, 'moves');
  const before = at.browser();
  await enterAs('moves', before);
  expect(await nameOf(before)).toBe('Pat Patel');
  await perform(at.opened.house, unlinkIdentity, {
    actor: person(administrator.id),
    id: identity,
    input: {},
    door: 'web',
  });
  expect((await enterAs('moves')).status).toBe(403);
  await link(sam.id, 'moves');
  const after = at.browser();
  await enterAs('moves', after);
  expect(await nameOf(after)).toBe('Sam Stone');
  const twice = at.browser();
  await enterAs('moves', twice);
  expect(await nameOf(twice)).toBe('Sam Stone');
});

test('password and organisation lead to one account', async () => {
  const pat = await at.somebody('Pat Patel');
  await link(pat.id, 'both');
  const [one, other] = [at.browser(), at.browser()];
  await enterAs('both', one);
  await other.post('/sign-in', { email: pat.email, password });
  expect([await nameOf(one), await nameOf(other)]).toEqual(['Pat Patel', 'Pat Patel']);
  const sessions = await at.opened.signIn.sessionsOf(pat.id, new Headers());
  expect(sessions).toHaveLength(2);
});

test('whoever has left, or whose contract is over, is refused like a stranger', async () => {
  const left = await at.somebody('Pat Patel');
  const gone = await at.somebody('Gil Gone', { endsOn: '2026-11-24' });
  const director = await at.somebody('Dee Director', { roles: ['director'] });
  await link(left.id, 'left');
  await link(gone.id, 'gone');
  expect((await enterAs('gone')).status).toBe(200);
  clock.set('2026-11-25T00:00:00Z');
  await perform(at.opened.house, leave, { actor: person(director.id), id: left.id, input: {}, door: 'web' });
  for (const subject of ['left', 'gone']) {
    const browser = at.browser();
    expect((await enterAs(subject, browser)).status).toBe(403);
    expect(await nameOf(browser)).toBeUndefined();
  }
  clock.set('2026-11-24T10:00:00Z');
});

test('whoever turns back there, or comes with an answer to no question, reads what to do', async () => {
  const browser = at.browser();
  const there = await browser.follow(await browser.get('/sign-in/organisation'));
  const abort = /<a href="([^"]+)">\[ Cancel \]/.exec(there.html)?.[1] ?? '';
  for (const page of [
    await browser.follow(await browser.get(abort)),
    await browser.follow(await browser.get('/auth/callback/oidc?code=made-up&state=made-up')),
    await browser.follow(await browser.get('/auth/callback/oidc')),
  ]) {
    expect(page.html).toContain('<a href="#organisation">Signing in with your organisation did not work.');
    expect(page.html).not.toMatch(/access_denied|state_|made-up/);
  }
});

test('of the library’s addresses only that answer is open', async () => {
  const browser = at.browser();
  for (const path of ['ok', 'error', 'get-session', 'list-sessions', 'callback/google', 'reset-password/x'])
    expect((await browser.get(`/auth/${path}`)).status).toBe(404);
});

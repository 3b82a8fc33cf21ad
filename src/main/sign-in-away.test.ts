import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreAway } from '#kernel/store-port.ts';
import { password, serveSignIn, type Browser, type Served } from './testing-sign-in.ts';

let at: Served;
let pat: { id: string; email: string };
let browser: Browser;
let token: string;
beforeAll(async () => {
  at = await serveSignIn();
  pat = await at.somebody('Pat Patel');
  browser = at.browser();
  await browser.post('/sign-in', { email: pat.email, password });
  token = await at.opened.signIn.tokenFor(pat.id);
  // From here on the sign-in cannot reach its tables, while the rooms still can.
  const { plainPool } = at.opened.store;
  await plainPool.end();
  Object.assign(plainPool, { end: async () => undefined });
});
afterAll(() => at.close());

test('while the database is away nobody is taken for signed out, and no password for wrong', async () => {
  const page = await browser.get('/account');
  expect(page.status).toBe(503);
  const entering = await at.browser().post('/sign-in', { email: pat.email, password });
  expect(entering.status).toBe(503);
  expect(entering.html).not.toContain('is not right');
  const asked = await fetch(`${at.origin}/api/people/mine`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(asked.status).toBe(503);
  const headers = new Headers({ authorization: `Bearer ${token}` });
  await expect(at.opened.signIn.actorOf(headers)).rejects.toBeInstanceOf(StoreAway);
});

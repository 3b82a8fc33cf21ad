import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { asAway } from '#store/away.ts';
import type { OpenStore } from '#store/store.ts';
import { testStore } from '#store/testing.ts';
import { nameFor } from './auth.ts';
import { sessionInCookie } from './session-in-cookie.ts';
import { openSignIn, type SignIn } from './sign-in.ts';

let store: OpenStore;
let signIn: SignIn;
const settings = (secret: string) => ({
  pool: store.plainPool,
  origin: 'http://127.0.0.1:8080',
  secret,
  personOf: async () => undefined,
  away: asAway,
  note: () => undefined,
});
beforeAll(async () => {
  store = await testStore({ rooms: [], queues: [], root: resolve(import.meta.dirname, '../../..') });
  signIn = await openSignIn(settings('a secret of the test, long enough to be one'));
});
afterAll(() => store.close());

const cookieOf = async (from: SignIn, person: string): Promise<string> =>
  (await from.enter(person, 'Pat')).map((one) => one.split(';')[0]).join('; ');

/** What the library says, and what we say: the person's name, or nothing. */
async function both(cookie: string) {
  const theirs = await signIn.auth.api.getSession({ headers: new Headers({ cookie }) });
  const ours = await sessionInCookie(signIn.auth, store.plainPool, cookie, new Date());
  return [theirs?.user.email, ours?.email];
}

test('a signed cookie names its session, as the library has it', async () => {
  const person = newId();
  const cookie = await cookieOf(signIn, person);
  expect(await both(cookie)).toEqual([nameFor(person), nameFor(person)]);
  expect(await both(`theme=dark; ${cookie}; other=1`)).toEqual([nameFor(person), nameFor(person)]);
});

test('what nobody signed, or signed with another secret, names nothing', async () => {
  const stranger = await openSignIn(settings('another secret of the test, long enough to be one'));
  const person = newId();
  const cookie = await cookieOf(signIn, person);
  const [name = '', value = ''] = cookie.split('=');
  const [token = '', signature = ''] = decodeURIComponent(value).split('.');
  const foreign = await cookieOf(stranger, person);
  const forged = [
    foreign,
    `${name}=${token}`,
    `${name}=${token}.`,
    `${name}=.${encodeURIComponent(signature)}`,
    `${name}=${token}x.${encodeURIComponent(signature)}`,
    `${name}=${token}.${encodeURIComponent(signature.toLowerCase())}`,
    `${name}=${token}.${'='.repeat(44)}`,
    `${name}=%`,
    `${name}=`,
    `other${cookie}`,
    '',
  ];
  const named = await Promise.all(forged.map(both));
  expect(forged.filter((_, n) => named[n]?.some((name) => name !== undefined))).toEqual([]);
});

test('a session that is over, or was ended, is none', async () => {
  const person = newId();
  const [over, ended] = [await cookieOf(signIn, person), await cookieOf(signIn, person)];
  const tokenOf = (cookie: string) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0];
  await store.plainPool.query(
    `update sign_in_sessions set "expiresAt" = now() - interval '1 second' where token = $1`,
    [tokenOf(over)],
  );
  await (await signIn.auth.$context).internalAdapter.deleteSession(tokenOf(ended) ?? '');
  expect(await sessionInCookie(signIn.auth, store.plainPool, over, new Date())).toBeUndefined();
  expect(await both(over)).toEqual([undefined, undefined]);
  expect(await both(ended)).toEqual([undefined, undefined]);
});

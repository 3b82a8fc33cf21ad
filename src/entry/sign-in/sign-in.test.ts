import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { asAway } from '#store/away.ts';
import type { OpenStore } from '#store/store.ts';
import { testStore } from '#store/testing.ts';
import { nameFor } from './auth.ts';
import { hashPassword, verifyPassword, wrongPassword } from './passwords.ts';
import { newCode, readCode } from './spoken-code.ts';
import { openSignIn, type SignIn } from './sign-in.ts';

let store: OpenStore;
let signIn: SignIn;
beforeAll(async () => {
  store = await testStore({ rooms: [], queues: [], root: resolve(import.meta.dirname, '../../..') });
  signIn = await openSignIn({
    pool: store.plainPool,
    origin: 'http://127.0.0.1:8080',
    secret: 'a secret of the test, long enough to be one',
    personOf: async () => undefined,
    away: asAway,
    note: () => undefined,
  });
});
afterAll(() => store.close());

const password = 'walrus ladder crayon';
const cookiesOf = (answer: Response): Headers =>
  new Headers({
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  });
const enter = (person: string, words: string) =>
  signIn.auth.api.signInEmail({ body: { email: nameFor(person), password: words }, asResponse: true });

test('the right password opens a session of that person; a wrong one and a stranger do not', async () => {
  const person = newId();
  await signIn.setPassword(person, 'Pat', password);
  const answer = await enter(person, password);
  expect(answer.ok).toBe(true);
  const { rows } = await store.plainPool.query('select distinct "ipAddress" from sign_in_sessions');
  expect(rows).toEqual([{ ipAddress: '' }]);
  expect(await signIn.actorOf(cookiesOf(answer))).toEqual({ kind: 'person', id: person });
  expect((await enter(person, 'walrus ladder crayons')).ok).toBe(false);
  expect((await enter(newId(), password)).ok).toBe(false);
  expect(await signIn.actorOf(new Headers())).toBeUndefined();
});

test('ending a person’s sessions ends them everywhere, and no one else’s', async () => {
  const [one, other] = [newId(), newId()];
  await signIn.setPassword(one, 'One', password);
  await signIn.setPassword(other, 'Other', password);
  const [first, second, kept] = await Promise.all([
    enter(one, password),
    enter(one, password),
    enter(other, password),
  ]);
  await signIn.endSessions(one);
  expect(await signIn.actorOf(cookiesOf(first))).toBeUndefined();
  expect(await signIn.peek(cookiesOf(second))).toBeUndefined();
  expect(await signIn.actorOf(cookiesOf(kept))).toEqual({ kind: 'person', id: other });
});

test('what has ended is swept away, and what is in use stays', async () => {
  const person = newId();
  await signIn.setPassword(person, 'Pat', password);
  const [idle, over, used] = [
    await signIn.tokenFor(person),
    await signIn.tokenFor(person),
    await signIn.tokenFor(person),
  ];
  const age = (token: string, column: string, minutes: number) =>
    store.plainPool.query(
      `update sign_in_sessions set "${column}" = now() + make_interval(mins => $2) where token = $1`,
      [token, minutes],
    );
  await age(idle, 'updatedAt', -31);
  await age(over, 'expiresAt', -1);
  await age(used, 'updatedAt', -29);
  await signIn.sweep();
  const { rows } = await store.plainPool.query<{ token: string }>(
    'select token from sign_in_sessions where token = any($1)',
    [[idle, over, used]],
  );
  expect(rows.map((row) => row.token)).toEqual([used]);
});

test('a guest beside the program makes no tables', async () => {
  const empty = await testStore({ rooms: [], queues: [], root: resolve(import.meta.dirname, '../../..') });
  const guest = await openSignIn({
    pool: empty.plainPool,
    origin: 'http://127.0.0.1:8080',
    secret: 'a secret of the test, long enough to be one',
    personOf: async () => undefined,
    away: asAway,
    note: () => undefined,
    guest: true,
  });
  const { rows } = await empty.plainPool.query(`select 1 from pg_class where relname like 'sign_in%'`);
  expect(rows).toEqual([]);
  await expect(guest.tokenFor(newId())).rejects.toThrow();
  await empty.close();
});

test('a token for the command line is a session of that person', async () => {
  const person = newId();
  await signIn.setPassword(person, 'Pat', password);
  const token = await signIn.tokenFor(person);
  const bearing = (words: string) => new Headers({ authorization: `Bearer ${words}` });
  expect(await signIn.actorOf(bearing(token))).toEqual({ kind: 'person', id: person });
  expect(await signIn.actorOf(bearing(`${token.slice(0, -1)}_`))).toBeUndefined();
  await signIn.endSessions(person);
  expect(await signIn.actorOf(bearing(token))).toBeUndefined();
  await expect(signIn.tokenFor(newId())).rejects.toThrow(/set a password first/);
});

test('passwords: twelve characters, nothing common, never kept as they are', async () => {
  expect(wrongPassword('short')).toMatch(/at least 12/);
  expect(wrongPassword('Password12345')).toMatch(/easy to guess/);
  expect(wrongPassword(password)).toBeUndefined();
  const hash = await hashPassword(password);
  expect(hash).not.toContain('walrus');
  expect(hash).not.toBe(await hashPassword(password));
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: `${password}!` })).toBe(false);
  await expect(signIn.setPassword(newId(), 'Pat', 'short')).rejects.toThrow(/at least 12/);
});

test('codes for people: no letter that is taken for another, and read however they were typed', () => {
  const code = newCode(5);
  expect(code).toMatch(/^([a-hjkmnp-z2-9]{5}-){4}[a-hjkmnp-z2-9]{5}$/);
  expect(newCode(5)).not.toBe(code);
  for (const typed of [code, code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `])
    expect(readCode(typed)).toBe(code);
});

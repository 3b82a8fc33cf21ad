import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import { peopleIn } from '#features/people/index.ts';
import { hiddenOf, testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { closeAccount } from './commands/entries.ts';
import { register } from './index.ts';
import { registerPages } from './pages.tsx';

let door: TestWeb;
let officer: Record<string, string>;
let nurse: Record<string, string>;
beforeAll(async () => {
  door = await testWeb({
    rooms: [peopleIn('Europe/London'), register],
    options: () => ({ pages: [registerPages] }),
  });
  officer = door.sit('Olu Officer', 'communications');
  nurse = door.sit('Ned Nurse');
});
afterAll(() => door.close());

describe('the page of accounts', () => {
  test('says what is listed and not entered; only the team is offered to enter it', async () => {
    const [theirs, hers] = [await door.get('/accounts', officer), await door.get('/accounts', nurse)];
    for (const { body } of [theirs, hers]) expect(body).toMatch(/not in the register yet:[^.]*X \(Twitter\)/);
    expect(theirs.body).toContain('/do/account.enter-listed');
    expect(hers.body).not.toContain('/do/account.');
  });

  test('by one press all six stand there, and nothing is offered any more', async () => {
    const form = await door.get('/do/account.enter-listed?_back=/accounts', officer);
    const sent = await door.post('/do/account.enter-listed', officer, hiddenOf(form.body));
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/accounts']);
    const { body } = await door.get('/accounts', officer);
    expect(body.match(/href="\/accounts\/[0-9a-f-]{36}"/g)).toHaveLength(6);
    expect(body).toContain('on X (Twitter)');
    expect(body).not.toContain('/do/account.enter-listed');
  });

  test('says of each network whether it is official, watched, internal or not used', async () => {
    const { body } = await door.get('/accounts', nurse);
    const words = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    for (const row of [
      'TikTok State Official',
      'Snapchat State Not used',
      'Viva Engage (Yammer) State Internal',
      'Bluesky State Watched only',
    ])
      expect(words).toContain(row);
  });
});

describe('the page of one account', () => {
  const first = async () =>
    /href="\/accounts\/([0-9a-f-]{36})"/.exec((await door.get('/accounts', officer)).body)?.[1] ?? '';

  test('shows what is missing, and its form begins with what is there', async () => {
    const id = await first();
    const { body } = await door.get(`/accounts/${id}`, officer);
    expect(body).toContain('It still needs its handle, an owner, a deputy');
    const form = await door.get(`/do/account.change/${id}`, officer);
    expect(form.body).toMatch(/name="name"[^>]*value="NHS Mid and South Essex"/);
    expect(form.body).toMatch(/name="secondFactor"[^>]*checked=""[^>]*value="not-known"/);
  });

  test('is there when the account is closed too, with why', async () => {
    const id = await first();
    await perform(door.at.house, closeAccount, {
      actor: person(door.at.person('Lea Lead', 'senior-manager').id),
      id,
      input: { why: 'Nobody used it' },
      door: 'api',
    });
    const { statusCode, body } = await door.get(`/accounts/${id}`, nurse);
    expect(statusCode).toBe(200);
    expect(body).toContain('Nobody used it');
  });
});

test('the public is told the hours by the record that starts the clocks, and which accounts are ours', async () => {
  door.at.clock.set('2026-12-25T10:00:00Z');
  const { statusCode, body } = await door.get('/our-accounts');
  expect(statusCode).toBe(200);
  expect(body).toContain('Monday to Friday, 9am to 5pm');
  expect(body).toMatch(/Closed today: Christmas Day/);
  door.at.clock.set('2026-11-18T10:00:00Z');
  expect((await door.get('/our-accounts')).body).toContain('Somebody is reading now');
});

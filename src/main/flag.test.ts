import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { wholeHouse, type WholeHouse } from './testing/whole-house.ts';

let at: WholeHouse;
beforeAll(async () => {
  at = await wholeHouse();
}, 120_000);
afterAll(() => at.close());

const wednesday = '2026-11-25T10:00:00Z';
const saturdayNight = '2026-11-28T23:00:00Z';
let places = 0;

interface Sending {
  readonly fields?: Record<string, string>;
  readonly from?: string;
}

/** The form as a browser without JavaScript sends it, from a place of its own unless told. */
const send = (link: string, { fields = {}, from = `192.0.2.${(places += 1)}` }: Sending = {}) =>
  at.app.inject({
    method: 'POST',
    url: '/flag',
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({
      link,
      reason: 'danger',
      _key: newId(),
      _website: '',
      ...fields,
    }).toString(),
  });
const stored = async (where: string) =>
  (await at.store.plainPool.query<Record<string, unknown>>(`select * from enquiries where ${where}`)).rows;

describe('the public form for what cannot wait', () => {
  test('opens for everybody, says 999 first, asks for link and reason by the policy’s own list, and no search engine is led there', async () => {
    const { statusCode, body, headers } = await at.app.inject({ url: '/flag' });
    expect(statusCode).toBe(200);
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(body.indexOf('call 999')).toBeGreaterThan(0);
    expect(body.indexOf('call 999')).toBeLessThan(body.indexOf('<form'));
    expect(body).toMatch(/Somebody may be in danger.*It pretends to be us/s);
    expect(body).toContain('6.4.i');
    expect(body).not.toContain('07700 900145');
  });

  test('shows the number of whoever is on call once it was sent, in hours and at night each in its own words', async () => {
    at.clock.set(wednesday);
    const day = await send('https://x.com/somebody/status/1');
    expect(day.statusCode).toBe(200);
    expect(day.body).toMatch(/before the communications team now.*07700 900145/s);
    at.clock.set(saturdayNight);
    const night = await send('https://x.com/somebody/status/2');
    expect(night.body).toMatch(/We are closed.*on call.*07700 900145/s);
    at.clock.set(wednesday);
  });

  test('reaches the inbox like any message, ahead by its gravity, as text and nothing else', async () => {
    const more = '<script>alert(1)</script> & more';
    await send('facebook.com/board/posts/1?fbclid=zz', { fields: { more, contact: 'amy@example.org' } });
    const [row] = await stored("kind = 'flag' and network = 'facebook'");
    expect(row).toMatchObject({
      state: 'waiting',
      risk: 1,
      by_hand: true,
      text: `${more}\n\nSomebody may be in danger`,
      contact: 'amy@example.org',
      permalink: 'https://facebook.com/board/posts/1?fbclid=zz',
    });
    const { rows } = await at.store.plainPool.query(
      "select * from audit_entries where command = 'enquiry.flag' and row_id = $1",
      [row?.['id']],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/alert\(1\)|amy@example/);
  });

  test('takes those who flag the same link together, and lets a graver reason stand by itself', async () => {
    const link = 'https://www.instagram.com/p/abc';
    await send(link, { fields: { reason: 'pretends' } });
    await send('instagram.com/p/abc/', { fields: { reason: 'other' } });
    await send(link, { fields: { reason: 'danger' } });
    const rows = await stored("kind = 'flag' and network = 'instagram' order by risk desc, created_at");
    expect(rows.map((row) => [row['risk'], row['state'], row['messages']])).toEqual([
      [3, 'waiting', 2],
      [3, 'joined', 1],
      [1, 'waiting', 1],
    ]);
  });

  test('a form that is sent twice by a double press is one flag', async () => {
    const key = newId();
    for (const _ of [1, 2]) await send('https://www.tiktok.com/@x/video/1', { fields: { _key: key } });
    expect(await stored("kind = 'flag' and network = 'tiktok'")).toHaveLength(1);
  });

  test('never shows what others flagged', async () => {
    const { body } = await send('https://www.facebook.com/board/posts/2');
    const form = (await at.app.inject({ url: '/flag' })).body;
    for (const page of [body, form])
      expect(page).not.toMatch(/alert\(1\)|amy@example|instagram|posts\/1|in danger\n/);
  });

  test('says at the field what is wrong, and keeps what was typed', async () => {
    const { statusCode, body } = await send('no link at all', { fields: { more: 'It was on a bus' } });
    expect(statusCode).toBe(400);
    expect(body).toMatch(/Paste the whole link/);
    expect(body).toContain('It was on a bus');
    const none = await send('https://x.com/y', { fields: { reason: 'made up' } });
    expect(none.statusCode).toBe(400);
  });

  test('thanks a program that fills in what nobody sees, keeps nothing, and gives it no number', async () => {
    const { statusCode, body } = await send('https://www.linkedin.com/x', {
      fields: { _website: 'https://spam.example' },
    });
    expect(statusCode).toBe(200);
    expect(body).not.toContain('07700 900145');
    expect(await stored("kind = 'flag' and network = 'linkedin'")).toEqual([]);
  });

  test('takes ten an hour from one place and then gives the number; others still pass; no address is kept', async () => {
    const from = '198.51.100.7';
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push((await send(`https://bsky.app/post/${n}`, { from })).statusCode);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
    const late = await send('https://bsky.app/post/12', { from });
    expect(late.body).toContain('07700 900145');
    expect((await send('https://bsky.app/post/13')).statusCode).toBe(200);
    expect(await stored("kind = 'flag' and network = 'bluesky'")).toHaveLength(11);
    const { rows } = await at.store.plainPool.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname in ('public', 'pgboss')",
    );
    for (const { name } of rows) {
      const found = await at.store.plainPool
        .query(`select 1 from "${name}" t where to_jsonb(t)::text like '%198.51.100.7%'`)
        .catch(() => ({ rows: [] }));
      expect([name, found.rows]).toEqual([name, []]);
    }
  });

  test('is closed to pages of other sites', async () => {
    const answer = await at.app.inject({
      method: 'POST',
      url: '/flag',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: 'link=https%3A%2F%2Fx.com%2Fz&reason=danger',
    });
    expect(answer.statusCode).toBe(403);
  });
});

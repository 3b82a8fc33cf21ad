import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { endOldSecret, renewSecret } from '#features/register/index.ts';
import { secretFrom } from '#networks/relay/index.ts';
import { headersFor, testDoor, told, type Sent, type TestDoor } from './testing-door.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await testDoor();
});
afterAll(() => door.close());

const kept = async () => Number((await door.rows('select count(*) as n from deliveries'))[0]?.['n']);
const canary = 'Unmistakable words 07700 900321';

describe('a delivery that is not genuine', () => {
  const long = 'x'.repeat(1_000_001);
  const cases: Record<string, [unknown, Sent]> = {
    'signed with another secret': [told('f-1', canary), { secret: secretFrom(Buffer.alloc(32, 1)) }],
    'not signed at all': [told('f-2', canary), { headers: { 'webhook-signature': undefined } }],
    'signed for other bytes': [told('f-3', 'Hello'), { instead: JSON.stringify(told('f-3', canary)) }],
    'signed six minutes ago': [told('f-4', canary), { at: systemClock.now().subtract({ minutes: 6 }) }],
    'signed six minutes ahead': [told('f-5', canary), { at: systemClock.now().add({ minutes: 6 }) }],
    'under another id than was signed': [told('f-6', canary), { headers: { 'webhook-id': 'other' } }],
    'of another content type': [told('f-7', canary), { headers: { 'content-type': 'text/plain' } }],
    'of no content type': [told('f-8', canary), { headers: { 'content-type': undefined } }],
    'too large': [told('f-9', canary + long), {}],
    'for an account that is not there': [told('f-10', canary), { account: newId() }],
    'for no account': [told('f-11', canary), { account: 'nobody' }],
  };

  test.each(Object.entries(cases))('%s is answered 401 and leaves nothing', async (_, [body, how]) => {
    const before = [await kept(), door.logged()];
    const answer = await door.send(body, how);
    expect([answer.statusCode, answer.body]).toEqual([401, '']);
    expect(await kept()).toBe(before[0]);
    expect(door.logged()).toBe(before[1]);
  });

  test('is answered alike, whatever was wrong, so that nobody learns which accounts there are', async () => {
    const answers = await Promise.all(Object.entries(cases).map(([, [body, how]]) => door.send(body, how)));
    const seen = answers.map(({ statusCode, headers }) => {
      const { date: _, ...others } = headers;
      return JSON.stringify([
        statusCode,
        Object.keys(others).filter((one) => !one.startsWith('x-ratelimit')),
      ]);
    });
    expect(new Set(seen).size).toBe(1);
  });

  test.each(['', 'whsec_', 'whsec_c2hvcnQ='])('is everything while the secret is “%s”', async (password) => {
    const { webhook } = door.reach.network('relay');
    if (!webhook.present) throw new Error('The relay has no webhook');
    const weak = await testDoor({ receiver: async () => ({ name: 'Board', webhook, secret: { password } }) });
    for (const secret of [weak.secret, 'whsec_c2hvcnQ='])
      expect((await weak.send(told('f-13', canary), { secret })).statusCode).toBe(401);
    expect(await weak.rows('select 1 from deliveries')).toEqual([]);
    await weak.close();
  });

  test('is what comes by way of a connector by which the account is not connected, or in two versions of one header', async () => {
    const app = door.app;
    const text = JSON.stringify(told('f-12', canary));
    const headers = headersFor(text, { secret: door.secret });
    const send = (url: string, more: Record<string, string | string[]> = {}) =>
      app.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload: text });
    expect((await send(`/webhooks/practice/${door.account}`)).statusCode).toBe(401);
    const twice = { 'webhook-signature': ['v1,AAAA', headers['webhook-signature'] ?? ''] };
    expect((await send(`/webhooks/relay/${door.account}`, twice)).statusCode).toBe(401);
    expect((await send(`/webhooks/relay/${door.account}`)).statusCode).toBe(200);
    await door.read();
  });
});

describe('a delivery that is genuine', () => {
  test('is answered once it is kept, and is in the inbox once it was read; its bytes are wiped', async () => {
    const answer = await door.send(told('g-1', 'Where do I park?'), { id: 'd-g-1' });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    const [row] = await door.rows("select state, body from deliveries where state = 'kept'");
    expect(Buffer.from(String(row?.['body']), 'base64').toString()).toContain('Where do I park?');
    await door.read();
    const [enquiry] = await door.rows("select * from enquiries where remote = 'g-1'");
    expect(enquiry).toMatchObject({
      text: 'Where do I park?',
      network: 'facebook',
      account: door.account,
      state: 'waiting',
    });
    expect(await door.rows('select 1 from deliveries where body is not null')).toEqual([]);
    expect(JSON.stringify(await door.rows('select * from deliveries'))).not.toMatch(/g-1|park/);
  });

  test('comes in once, however often it is sent, before and after it was read', async () => {
    const body = told('g-2', 'Sent again and again');
    const before = await kept();
    for (const state of ['first', 'unread', 'unread']) {
      expect([state, (await door.send(body, { id: 'd-g-2' })).statusCode]).toEqual([state, 200]);
    }
    await door.read();
    expect(
      (await door.send(body, { id: 'd-g-2', at: systemClock.now().subtract({ minutes: 4 }) })).statusCode,
    ).toBe(200);
    await door.read();
    expect(await kept()).toBe(before + 1);
    expect(await door.rows("select 1 from enquiries where remote = 'g-2'")).toHaveLength(1);
  });

  test('that says what an earlier one said, under another id, changes nothing', async () => {
    const body = told('g-3', 'The same');
    await door.send(body);
    await door.send(body);
    await door.read();
    expect(
      await door.rows("select version, changed_after_receipt from enquiries where remote = 'g-3'"),
    ).toMatchObject([{ changed_after_receipt: false }]);
  });

  test('a thousand at once, some of them twice, are all kept, each once', async () => {
    const before = await kept();
    const each = Array.from({ length: 1000 }, (_, n) => async () => {
      const send = () => door.send(told(`h-${n % 800}`, `No ${n % 800}`), { id: `h-${n % 800}` });
      let answer = await send();
      // Asked to come back, the other system comes back.
      while (answer.statusCode === 503) answer = await send();
      return answer.statusCode;
    });
    expect(new Set(await Promise.all(each.map((one) => one())))).toEqual(new Set([200]));
    expect(await kept()).toBe(before + 800);
    await door.read();
    const [found] = await door.rows(
      "select count(*)::int as n, count(distinct remote)::int as d from enquiries where remote like 'h-%'",
    );
    expect(found).toEqual({ n: 800, d: 800 });
  }, 180_000);
});

describe('what is told out of order', () => {
  const base = systemClock.now().subtract({ hours: 1 });
  const moment = (minutes: number) => ({ at: base.toString(), changedAt: base.add({ minutes }).toString() });
  const endOf = async (remote: string) =>
    (await door.rows(`select state, text from enquiries where remote = '${remote}'`))[0];
  const steps = (id: string) => [
    told(id, 'First words', moment(0)),
    told(id, 'Second words', moment(1), 'changed'),
    told(id, 'Third words', moment(2), 'changed'),
  ];
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  test.each(
    orders.flatMap(
      (order) =>
        [
          [order, 'at once'],
          [order, 'one by one'],
        ] as const,
    ),
  )('in the order %j, read %s, ends with the last words', async (order, how) => {
    const id = newId();
    for (const step of order) {
      await door.send(steps(id)[step]);
      if (how === 'one by one') await door.read();
    }
    await door.read();
    expect(await endOf(id)).toMatchObject({ text: 'Third words', state: 'waiting' });
  });

  test('words that were taken away before they came are never stored', async () => {
    const id = newId();
    await door.send(told(id, '', moment(5), 'withdrawn'));
    await door.read();
    await door.send(told(id, canary, moment(0)));
    await door.read();
    expect(await endOf(id)).toBeUndefined();
    expect(JSON.stringify(await door.rows('select * from deliveries'))).not.toContain(canary);
  });

  test('and taken away after they came they end as withdrawn, also where the order was wrong', async () => {
    const id = newId();
    await door.send(told(id, 'Said in haste', moment(0)));
    await door.read();
    await door.send(told(id, '', moment(5), 'withdrawn'));
    await door.send(told(id, 'Said again in haste', moment(4), 'changed'));
    await door.read();
    expect(await endOf(id)).toMatchObject({ state: 'withdrawn' });
  });

  test('two workers over the same deliveries do no more than one', async () => {
    const ids = Array.from({ length: 20 }, () => newId());
    for (const id of ids) for (const step of steps(id).toReversed()) await door.send(step);
    await Promise.all([door.read(), door.read(), door.read()]);
    await door.read();
    for (const id of ids)
      expect(await door.rows(`select text from enquiries where remote = '${id}'`)).toEqual([
        { text: 'Third words' },
      ]);
    expect(await door.rows("select 1 from deliveries where state = 'kept'")).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const set = () => door.rows("select id, why from deliveries where state = 'set-aside' order by id desc");

  test('is kept aside for a person by its reference; neither the log nor the page repeats a word of it', async () => {
    expect((await door.send(`{"type": "message.created", "data": "${canary}"`)).statusCode).toBe(200);
    await door.send({ type: 'message.created', data: { text: canary } });
    await door.read();
    const [one, two] = await set();
    expect([one?.['why'], two?.['why']]).toEqual(['unreadable', 'unreadable']);
    expect(door.logged()).toContain(String(one?.['id']));
    expect(door.logged()).not.toMatch(/Unmistakable|900321/);
    const question = door.at.house.questions.get('deliveries.state');
    expect(question?.output.safeParse({ waiting: 0, setAside: [{ body: canary }] }).success).toBe(false);
  });

  test('holds up nothing that came after it', async () => {
    await door.send('not JSON');
    await door.send(told('k-1', 'After the broken one'));
    await door.read();
    expect(await door.rows("select 1 from enquiries where remote = 'k-1'")).toHaveLength(1);
  });

  test('is read again at a person’s word, put away at another’s, and wiped after its days', async () => {
    const { house, clock } = door.at;
    const [first, second, third] = (await set()).map((row) => String(row['id']));
    const act = (name: string, id: string | undefined, actor = door.lead) => {
      const command = house.commands.get(name);
      if (!command) throw new Error(`There is no ${name}`);
      return perform(house, command, { actor, id, input: {}, door: 'api' });
    };
    expect((await act('delivery.try-again', first)).state).toBe('kept');
    await door.read();
    expect((await set()).map((row) => row['id'])).toContain(first);
    expect((await act('delivery.put-away', second)).state).toBe('put-away');
    const wiping = house.timers.find((one) => one.name === 'wipe-set-aside');
    const due = () => wiping?.due({ tables: () => house.store.read() as never }, clock.now());
    expect(await due()).toEqual([]);
    clock.set(clock.now().add({ hours: 24 * 14 }));
    expect(await due()).toContain(third);
    for (const id of (await due()) ?? [])
      await act('delivery.wipe', id, { kind: 'system', name: 'timer' } as never);
    clock.set(systemClock.now());
    expect(await door.rows('select 1 from deliveries where body is not null')).toEqual([]);
  });
});

describe('a secret that is changed', () => {
  test('counts beside the one before until that one is ended; then alone', async () => {
    const { house } = door.at;
    const next = secretFrom(crypto.getRandomValues(new Uint8Array(32)));
    const third = secretFrom(crypto.getRandomValues(new Uint8Array(32)));
    const statuses = async () => {
      const each = [door.secret, next, third].map((secret) => door.send(told(newId(), 'Hello'), { secret }));
      return (await Promise.all(each)).map((answer) => answer.statusCode);
    };
    const request = { actor: door.lead, id: door.account, door: 'api' } as const;
    expect(await statuses()).toEqual([200, 401, 401]);
    await perform(house, renewSecret, { ...request, input: { key: next } });
    expect(await statuses()).toEqual([200, 200, 401]);
    await perform(house, endOldSecret, { ...request, input: {} });
    expect(await statuses()).toEqual([401, 200, 401]);
    await perform(house, renewSecret, { ...request, input: { key: door.secret } });
    expect(JSON.stringify(await door.rows('select * from accounts'))).not.toContain('whsec_');
  });
});

describe('under pressure', () => {
  test('with too much unread, others are asked to come back, and lose nothing', async () => {
    const full = await testDoor({ mostWaiting: 2, countedFor: 0 });
    const sent = [];
    for (let n = 0; n < 2; n += 1) sent.push((await full.send(told(`p-${n}`, 'One more'))).statusCode);
    const away = await full.send(told('p-2', 'One too many'), { id: 'd-p-2' });
    expect([...sent, away.statusCode, away.headers['retry-after']]).toEqual([200, 200, 503, '5']);
    await full.read();
    expect((await full.send(told('p-2', 'One too many'), { id: 'd-p-2' })).statusCode).toBe(200);
    await full.close();
  });

  test('one address that sends more than its share is told to slow down', async () => {
    const slow = await testDoor({ deliveriesPerSecond: 1 });
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await slow.send(told(`r-${n}`, 'Quick')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429, 429]);
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    await slow.close();
  });

  test('while the database is away it says when to come back, and never that a signature is wrong', async () => {
    const away = await testDoor({
      receiver: async () => {
        throw new StoreAway('It is away');
      },
    });
    const answer = await away.send(told('s-1', 'Hello'));
    expect([answer.statusCode, answer.headers['retry-after'], answer.body]).toEqual([503, '5', '']);
    await away.close();
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Listening } from '#store/listen.ts';
import { oneAtATime } from './live.ts';
import { write } from './testing-room.tsx';
import { signIn, testWeb, type TestWeb } from './testing-web.ts';

let door: TestWeb;
let base: string;
const gone = new Set<string>();
let olu: Actor & { readonly kind: 'person' };
let sam: Actor & { readonly kind: 'person' };

beforeAll(async () => {
  door = await testWeb({
    options: (at) => ({
      live: (kinds, onChange) => listening(at.house.store).subscribe(kinds, () => onChange()),
      signIn: {
        async actorOf(headers) {
          const actor = await signIn.actorOf(headers);
          return actor?.kind === 'person' && gone.has(actor.id) ? undefined : actor;
        },
      },
    }),
  });
  base = await door.app.listen({ host: '127.0.0.1', port: 0 });
  olu = door.at.person('Olu Officer', 'communications');
  sam = door.at.person('Sam Staff');
});
afterAll(() => door.close());

/** The store that the tests open listens too; the kernel's port does not know that. */
function listening(store: object): Listening {
  if (!('listening' in store)) throw new Error('This store does not listen');
  return store.listening as Listening;
}

/** What a browser's page hears: events as they come, and the end of the stream. */
async function open(actor: Actor & { readonly kind: 'person' }, since = newId(), kinds = 'web-note') {
  const answer = await fetch(`${base}/live?kinds=${kinds}&since=${since}`, {
    headers: { cookie: `person=${actor.id}` },
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const hear = async (wanted: string): Promise<string> => {
    while (!heard.includes(wanted)) {
      const part = await reader?.read();
      if (!part || part.done) return `${heard}(end)`;
      heard += part.value;
    }
    return heard;
  };
  return { answer, hear, close: () => reader?.cancel() };
}

const note = (by: Actor, title: string) =>
  perform(door.at.house, write, {
    actor: by,
    door: 'web',
    input: {
      title,
      office: 'north',
      from: '2027-01-01',
      until: '2027-01-02T10:00:00Z',
      sure: true,
      token: 't',
    },
  });

test('an open page hears how many are new to it', async () => {
  const stream = await open(olu);
  expect(stream.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(stream.answer.headers.get('cache-control')).toBe('no-store');
  expect(stream.answer.headers.get('x-content-type-options')).toBe('nosniff');
  await note(olu, 'One');
  expect(await stream.hear('"fresh":1')).toContain('event: news\ndata: {"fresh":1,"changed":0}');
  await note(olu, 'Two');
  expect(await stream.hear('"fresh":2')).toContain('{"fresh":2,"changed":0}');
  await stream.close();
});

test('nobody hears of what they may not see', async () => {
  const stream = await open(sam);
  await note(olu, 'Hidden');
  await note(sam, 'Own');
  expect(await stream.hear('event: news')).toContain('{"fresh":1,"changed":0}');
  await stream.close();
});

test('a session that ended ends the stream within five seconds', async () => {
  const leaver = door.at.person('Lea Leaver', 'communications');
  const stream = await open(leaver);
  gone.add(leaver.id);
  const began = performance.now();
  expect(await stream.hear('event: end')).toContain('event: end');
  expect(performance.now() - began).toBeLessThan(5_500);
});

test('strangers, unknown kinds and made-up ids hear nothing', async () => {
  expect((await fetch(`${base}/live?kinds=web-note&since=${newId()}`)).status).toBe(401);
  expect((await open(olu, newId(), 'nothing')).answer.status).toBe(400);
  expect((await open(olu, 'yesterday')).answer.status).toBe(400);
});

test('one person opens so many streams and no more', async () => {
  const many = door.at.person('Mo Many', 'communications');
  const streams = [];
  for (let count = 0; count < 9; count += 1) streams.push(await open(many));
  expect(streams.map((one) => one.answer.status)).toEqual([...Array.from({ length: 8 }, () => 200), 429]);
  for (const one of streams) await one.close();
});

test('pages say what they listen for, only to those who may', async () => {
  const page = await door.get('/notes', { cookie: `person=${olu.id}` });
  expect(page.body).toMatch(/<live-updates kinds="web-note" since="[0-9a-f-]{36}">/);
  expect((await door.get('/rules')).body).not.toContain('live-updates');
});

test('stopping ends open streams', async () => {
  const other = await testWeb({
    options: (at) => ({
      live: (kinds, onChange) => listening(at.house.store).subscribe(kinds, () => onChange()),
    }),
  });
  const address = await other.app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${address}/live?kinds=web-note&since=${newId()}`, {
    headers: other.sit('Olu', 'communications'),
  });
  const [text] = await Promise.all([answer.text(), other.close()]);
  expect(text).toContain('event: end');
});

test('work runs once at a time, and once more however often it was asked meanwhile', async () => {
  let [running, most, runs] = [0, 0, 0];
  const { promise, resolve } = Promise.withResolvers<void>();
  const ask = oneAtATime(
    async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      runs += 1;
      if (runs === 1) throw new Error('once');
      resolve();
    },
    () => undefined,
  );
  for (let count = 0; count < 5; count += 1) ask();
  await promise;
  expect([most, runs]).toEqual([1, 2]);
});

import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { describeNetwork, type World } from './contract-suite.ts';
import { handNotebook } from './hand-notebook.ts';
import { manualNetwork, wideLimits } from './manual.ts';
import type { Call, Incoming, Person } from './network.ts';

const account = { id: newId(), handle: 'invented.board', address: 'https://snaps.example' };
const person: Person = { id: 'p1', handle: 'amy', name: 'Amy Made-Up' };

const call = (): Call => ({ account, secret: {}, now: Temporal.Now.instant(), keepSecret: async () => {} });

const captured = (text: string, more: Partial<Incoming> = {}): Incoming => ({
  id: newId(),
  revision: '1',
  kind: 'comment',
  state: 'as-written',
  author: person,
  text,
  pictures: [],
  parent: undefined,
  root: undefined,
  at: Temporal.Now.instant(),
  visibility: 'public',
  permalink: undefined,
  windowCloses: undefined,
  ...more,
});

async function byHand(): Promise<World> {
  const notebook = handNotebook();
  const onSite = new Map<string, string>();
  const network = manualNetwork({ kind: 'snaps', name: 'Snaps', limits: wideLimits, handWork: notebook });
  return {
    network,
    call,
    async writes(text, replyTo) {
      const item = captured(text, { parent: replyTo });
      notebook.capture(account.id, item);
      return item.id;
    },
    async takesBack(id) {
      notebook.capture(account.id, captured('', { id, revision: '2', state: 'withdrawn' }));
    },
    visible: async (text) => [...onSite.values()].filter((words) => words === text).length,
    stranger: { handle: 'amy', words: 'Amy' },
    writer: person.id,
    finishMeasure: (measure, of, holds) => notebook.did(account.id, measure, of, holds),
    async finish({ key, text }) {
      onSite.set(key, text);
      notebook.confirm(account.id, key, `https://snaps.example/${key}`, Temporal.Now.instant());
    },
    close: async () => {},
  };
}

describeNetwork(
  'worked by hand',
  {
    parts: ['publish', 'inbox', 'moderate'],
    measures: ['hide', 'restrict', 'block'],
    byHand: true,
  },
  byHand,
);

test('a post is a task: words to paste, descriptions in order, and where to do it', async () => {
  const network = manualNetwork({
    kind: 'snaps',
    name: 'Snaps',
    limits: wideLimits,
    open: 'https://snaps.example/new',
    handWork: handNotebook(),
  });
  if (!network.publish.present) throw new Error(network.publish.reason);
  const key = newId();
  const picture = { bytes: new Uint8Array(1), mime: 'image/png', alt: 'A nurse with a clipboard' };
  const task = await network.publish.post(call(), { key, text: 'Open day', pictures: [picture] });
  expect(task).toMatchObject({
    state: 'by-hand',
    key,
    copy: 'Open day',
    descriptions: ['A nurse with a clipboard'],
    open: 'https://snaps.example/new',
  });
  expect(await network.publish.find(call(), key)).toBeUndefined();
});

test('a thousand captured by hand arrive in order over several polls, with none left out', async () => {
  const notebook = handNotebook();
  const network = manualNetwork({ kind: 'snaps', name: 'Snaps', limits: wideLimits, handWork: notebook });
  if (!network.inbox.present) throw new Error(network.inbox.reason);
  for (let number = 0; number < 1_000; number++) notebook.capture(account.id, captured(String(number)));
  const texts: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const polled = await network.inbox.poll(call(), cursor);
    texts.push(...polled.items.map((item) => item.text));
    ({ cursor, more } = polled);
  }
  expect(texts).toEqual(Array.from({ length: 1_000 }, (_, number) => String(number)));
});

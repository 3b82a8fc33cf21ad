import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askDepartment, handOvers, openedBy, raise } from '#features/hand-over/index.ts';
import type { HandOver } from '#features/hand-over/words.ts';
import { capture, inbox } from '#features/inbox/index.ts';
import { addPerson, peopleIn } from '#features/people/index.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { mailServer } from '#networks/mail-server.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { digestOf, tokenIn } from '../hand-over/token.ts';
import { tellPerson, writeLetter, type Post } from './letters.ts';

let at: TestHouse;
let server: SMTPServer;
let logged: string[] = [];
const took: { to: string; words: string }[] = [];
const log = {
  info: (...all: unknown[]) => void logged.push(JSON.stringify(all)),
  warn: (...all: unknown[]) => void logged.push(JSON.stringify(all)),
  error: (...all: unknown[]) => void logged.push(JSON.stringify(all)),
};
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), inbox, handOvers], now: '2026-11-24T10:00:00Z' });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) =>
      address.startsWith('nobody@')
        ? done(Object.assign(new Error(`No mailbox ${address}`), { responseCode: 550 }))
        : done(),
    onData(stream, session, done) {
      let words = '';
      stream.on('data', (part: Buffer) => void (words += part.toString()));
      stream.on('end', () => {
        took.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), words });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
});
afterAll(async () => {
  await new Promise<void>((closed) => server.close(() => closed()));
  await at.close();
});
beforeEach(() => {
  took.length = 0;
  logged = [];
});

const port = () => (server.server.address() as AddressInfo).port;
const post = (letters: Post['letters']): Post => ({
  letters,
  origin: 'https://signpost.example',
  organisation: 'Harbourside Health Board',
});
const byMail = () =>
  post({
    send: mailServer({
      address: `smtp://127.0.0.1:${port()}`,
      from: 'signpost@board.example',
      patience: 2000,
    }),
  });
const canary = 'Please ring Dora on 07700 900123';
async function asked(...addresses: string[]): Promise<string> {
  const { id } = await perform(at.house, askDepartment, {
    actor: systemActor('reaction'),
    input: {
      enquiry: newId(),
      department: newId(),
      receiver: 'Nursing',
      addresses,
      passedOn: at.clock.now().toString(),
      due: '2026-11-26T17:00:00Z',
      reason: 'It was passed on',
      content: JSON.stringify({ parts: [{ heading: 'What they wrote', words: canary }] }),
    },
    door: 'worker',
  });
  return id;
}
const rowOf = (id: string): Promise<HandOver> =>
  at.house.store
    .read<{ hand_overs: HandOver }>()
    .selectFrom('hand_overs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const write = (id: string, by = byMail(), why = 'new') =>
  writeLetter(at.house, by, log, { handOver: id, why, job: newId() });
/** The words of a letter, with the line ends of its transport taken out. */
const plain = (words = '') => words.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
const opens = async (token: string) => {
  const now = at.clock.now();
  return openedBy(readerOf(at.house.store.read()), digestOf(token), {
    now,
    policy: at.house.policies.inForce(now),
  });
};

test('a letter holds a link and nothing about anybody, and the link opens', async () => {
  const id = await asked('ward@board.example', 'deputy@board.example');
  await write(id);
  expect(took.map(({ to }) => to)).toEqual(['ward@board.example']);
  const words = plain(took[0]?.words);
  expect(words).not.toMatch(/Dora|900123|ring/);
  expect(words).toContain('Thursday 26 November');
  const token = tokenIn(/https:\/\/signpost\.example\/hand-over#[\w-]{43}/.exec(words)?.[0] ?? '') ?? '';
  expect((await opens(token))?.id).toBe(id);
  expect(await rowOf(id)).toMatchObject({ letter: 'sent' });
  expect(logged.join()).not.toContain(token);
});

test('a second copy has a link of its own, and the first goes on opening', async () => {
  const id = await asked('ward@board.example');
  await write(id);
  await write(id, byMail(), 'reminder');
  const tokens = took.map(({ words }) => tokenIn(/#[\w-]{43}/.exec(plain(words))?.[0] ?? '') ?? '');
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect((await opens(token))?.id).toBe(id);
  expect(plain(took[1]?.words)).toContain('Somebody waits for your answer');
});

test('an address that is none is said beside it, and stands in no log', async () => {
  const id = await asked('nobody@board.example');
  await write(id);
  expect(await rowOf(id)).toMatchObject({ letter: 'refused' });
  expect(logged).not.toEqual([]);
  expect(logged.join()).not.toContain('nobody@');
});

test('a server that is away is tried again by the queue: the letter is still to be sent', async () => {
  const id = await asked('ward@board.example');
  const away = post({
    send: mailServer({ address: 'smtp://127.0.0.1:9', from: 'signpost@board.example', patience: 500 }),
  });
  await expect(write(id, away)).rejects.toMatchObject({ kind: 'away' });
  expect(await rowOf(id)).toMatchObject({ letter: 'to-send' });
  await write(id);
  expect(await rowOf(id)).toMatchObject({ letter: 'sent' });
});

test('without a mail server, or without an address, a person gives the link', async () => {
  const [id, other] = [await asked('ward@board.example'), await asked()];
  await write(id, post(undefined));
  await write(other);
  expect([(await rowOf(id)).letter, (await rowOf(other)).letter]).toEqual(['by-hand', 'by-hand']);
  expect(took).toEqual([]);
});

test('a manager is told that a worry was brought to them, and nothing of what it is', async () => {
  const email = `${newId()}@board.example`;
  const { id: manager } = await perform(at.house, addPerson, {
    actor: systemActor('setup'),
    input: { name: 'Wanda Ward', email, kind: 'employee' },
    door: 'cli',
  });
  const officer = at.person('Olu Officer', 'communications');
  const { id: enquiry } = await perform(at.house, capture, {
    actor: officer,
    input: { network: 'x', kind: 'mention', handle: 'dora', text: canary, at: '2026-11-24T09:55:00Z' },
    door: 'web',
  });
  const { id: escalation } = await perform(at.house, raise, {
    actor: officer,
    input: { enquiry, category: 'care', severity: 'high', why: 'She is alone', person: manager },
    door: 'web',
  });
  await tellPerson(at.house, byMail(), log, { escalation, job: newId() });
  expect(took.map(({ to }) => to)).toEqual([email]);
  const words = plain(took[0]?.words);
  expect(words).toContain(`https://signpost.example/escalations/${escalation}`);
  expect(words).not.toMatch(/Dora|900123|alone|care/);
});

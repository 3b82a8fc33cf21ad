import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { mailPager } from './mail.ts';

const now = Temporal.Instant.from('2026-11-28T23:00:00Z');
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type OnWords = (words: string) => Error | undefined | 'silent';

/** A mail server on this machine, with a password. It keeps what it took. */
async function mailServer(onWords: OnWords = () => undefined) {
  const took: string[] = [];
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _, done) =>
      auth.password === 'open sesame' ? done(null, { user: 'pager' }) : done(new Error('No')),
    onRcptTo: (to, _, done) =>
      to.address.startsWith('nobody@')
        ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
        : done(),
    onData(stream, _, done) {
      let words = '';
      stream.on('data', (part: Buffer) => void (words += part.toString()));
      stream.on('end', () => {
        const answer = onWords(words);
        if (answer === 'silent') return;
        if (answer === undefined) took.push(words);
        done(answer ?? null);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  closing.push(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  const pager = (password = 'open%20sesame', patience = 2000) =>
    mailPager({
      address: `smtp://pager:${password}@127.0.0.1:${port}`,
      from: 'signpost@board.example',
      patience,
    });
  return { took, pager };
}
const wakeup = (to = 'duty@board.example') => ({
  reference: newId(),
  to,
  subject: 'Somebody may be in danger',
  words: 'Somebody may be in danger. Bluesky, 23:00.',
  link: 'https://signpost.example/duty/pages/1',
});
const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'taken',
    (error: unknown) => error,
  );

test('a mail goes out as plain words with the link, under our own id', async () => {
  const { took, pager } = await mailServer();
  const said = wakeup();
  await pager().send(said, now);
  expect(took).toHaveLength(1);
  expect(took[0]).toContain(`Message-ID: <${said.reference}@signpost.invalid>`);
  expect(took[0]).toContain(said.words);
  expect(took[0]).toContain(said.link);
});
test('a server that is down is away: nothing left this machine', async () => {
  const pager = mailPager({ address: 'smtp://127.0.0.1:9', from: 'signpost@board.example', patience: 500 });
  expect(await faultOf(pager.send(wakeup(), now))).toMatchObject({ kind: 'away' });
});
test('a wrong password is a matter of keys, and the fault names neither it nor the address', async () => {
  const { pager } = await mailServer();
  const fault = await faultOf(pager('guess-1234').send(wakeup(), now));
  expect(fault).toMatchObject({ kind: 'keys' });
  expect(String(fault) + JSON.stringify(fault)).not.toMatch(/guess-1234|duty@/);
});
test('an address that is none is refused', async () => {
  const { took, pager } = await mailServer();
  expect(await faultOf(pager().send(wakeup('nobody@board.example'), now))).toMatchObject({ kind: 'refused' });
  expect(took).toEqual([]);
});
test('a server that is full asks for patience', async () => {
  const { pager } = await mailServer(() => Object.assign(new Error('Later'), { responseCode: 452 }));
  expect(await faultOf(pager().send(wakeup(), now))).toMatchObject({ kind: 'away' });
});
test('a server that took the words and says nothing leaves it unknown', async () => {
  const { pager } = await mailServer(() => 'silent');
  expect(await faultOf(pager('open%20sesame', 300).send(wakeup(), now))).toMatchObject({ kind: 'unknown' });
});

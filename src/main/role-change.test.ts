import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorker } from '#entry/worker/index.ts';
import { giveRole, takeBackRole, leave } from '#features/people/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import { silent } from '#store/pool.ts';
import { password, serveSignIn, type Served } from './testing-sign-in.ts';

let at: Served;
let administrator: string;
beforeAll(async () => {
  at = await serveSignIn();
  administrator = (await at.somebody('Ada Admin', { roles: ['administrator'] })).id;
  const { house, store, signIn } = at.opened;
  const nothing = () => {
    throw new Error('No network is called here');
  };
  await startWorker(house, {
    jobs: store.jobs,
    reach: { network: nothing, networkOf: nothing, call: nothing },
    waking: { pagers: new Map(), open: String, origin: '' },
    log: silent,
    post: { letters: undefined, origin: 'http://signpost.test', organisation: 'Board' },
    collectEverySeconds: 3600,
    endSessions: (id) => signIn.endSessions(id),
  });
});
afterAll(() => at.close());

const act = (command: AnyCommand, input: object, id?: string) =>
  perform(at.opened.house, command, { actor: person(administrator), id, input, door: 'web' });

/** A browser and a token of this person, and whether each still opens the door. */
async function signedIn({ id, email }: { id: string; email: string }) {
  const browser = at.browser();
  await browser.post('/sign-in', { email, password });
  const headers = new Headers({ authorization: `Bearer ${await at.opened.signIn.tokenFor(id)}` });
  const open = async () => [
    (await browser.get('/account')).status === 200,
    (await at.opened.signIn.peek(headers)) !== undefined,
  ];
  expect(await open()).toEqual([true, true]);
  return open;
}

/** Looks until the queue has done its work: the job begins after the commit. */
const shut = (open: () => Promise<boolean[]>) =>
  expect.poll(open, { timeout: 15_000, interval: 100 }).toEqual([false, false]);

test('a role that is given, or taken back, ends the person’s sessions and tokens, and no one else’s', async () => {
  const [pat, sam] = [await at.somebody('Pat Patel'), await at.somebody('Sam Stone')];
  const others = await signedIn(sam);
  const before = await signedIn(pat);
  const { id } = await act(giveRole, { person: pat.id, role: 'auditor' });
  await shut(before);
  const after = await signedIn(pat);
  await act(takeBackRole, {}, id);
  await shut(after);
  expect(await others()).toEqual([true, true]);
});

test('whoever leaves is shut out at once, and the job takes their sessions away', async () => {
  const pat = await at.somebody('Pat Patel');
  const open = await signedIn(pat);
  await act(leave, {}, pat.id);
  expect((await open())[0]).toBe(false);
  await shut(open);
});

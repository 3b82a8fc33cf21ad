/** A practice server in a folder of its own, and the people on it: for the tests of its client. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { servePractice } from '#twins/practice/server.ts';
import type { World } from './contract/world.ts';
import type { Call } from './network.ts';
import { openOutbound } from './outbound.ts';
import { practiceNetwork } from './practice.ts';

export const SECRET = 'only for practice';
const OURS = 'invented.board';
const posts = z.object({ posts: z.array(z.object({ id: z.string(), by: z.string() })) });

/** @param through stands between the client and the server: given the server's address, gives its own. */
export async function practiceWorld(
  through: (address: string) => string | Promise<string> = (own) => own,
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-'));
  const serving = await servePractice(folder, 0, () => systemClock.now());
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(serving.address + path, {
      method,
      ...(body && { headers, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`The practice server said ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  await send('PUT', `/accounts/${OURS}`, { name: 'Invented Board', key: SECRET });
  await send('PUT', '/accounts/not.the.board', { name: 'Invented Bored' });
  const address = await through(serving.address);
  const network = practiceNetwork(
    openOutbound({ allowed: [address], deadline: Temporal.Duration.from({ seconds: 1 }) }),
  );
  const account = { id: newId(), handle: OURS, address };
  const call = (): Call => ({
    account,
    secret: { password: SECRET },
    now: systemClock.now(),
    keepSecret: async () => {},
  });
  return {
    network,
    call,
    async writes(text, replyTo) {
      const to = replyTo === undefined ? { to: OURS } : { replyTo };
      return z.object({ id: z.string() }).parse(await send('POST', '/people/amy/posts', { text, ...to })).id;
    },
    takesBack: async (id) => void (await send('DELETE', `/people/amy/posts/${id}`)),
    async visible(text) {
      const found = posts.parse(await send('GET', `/posts?text=${encodeURIComponent(text)}`));
      return found.posts.filter((post) => post.by === OURS).length;
    },
    hidden: async (id) => z.object({ hidden: z.boolean() }).parse(await send('GET', `/posts/${id}`)).hidden,
    async shutOut() {
      const answer = await fetch(`${serving.address}/people/amy/posts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'Am I heard?', to: OURS }),
      });
      return answer.status === 403;
    },
    writer: 'amy',
    stranger: { handle: 'not.the.board', words: 'Bored' },
    async close() {
      await serving.close();
      await rm(folder, { recursive: true });
    },
  };
}

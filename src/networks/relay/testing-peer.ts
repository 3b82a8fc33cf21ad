/**
 * Another system, for tests: a real server on loopback with a record of its own. Whatever reaches it is checked by the
 * public library for the convention that we sign by, so that ours is not checked against itself.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';

interface Kept {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly at: string;
  readonly parent: string | undefined;
  readonly ours: boolean;
  readonly pictures: readonly { readonly alt: string; readonly url: string }[];
  state: 'as-written' | 'withdrawn';
  hidden: boolean;
}

export interface Peer {
  readonly address: string;
  /** Who writes, as the other system knows them. */
  readonly writer: string;
  writes(text: string, replyTo?: string): string;
  takesBack(id: string): void;
  visible(text: string): number;
  hidden(id: string): boolean;
  /** How often a reply was taken, and how often a request was turned away for its signature. */
  readonly counts: { taken: number; forged: number };
  close(): Promise<void>;
}

class Complaint extends Error {
  readonly status: number;
  readonly error: string;
  constructor(status: number, error: string, message: string) {
    super(message);
    this.status = status;
    this.error = error;
  }
}

/** @param secret the one that Signpost showed when the account was connected. */
export async function startPeer(secret: string): Promise<Peer> {
  const desk = new PeerDesk();
  const checks = new Webhook(secret);
  const server = createServer((request, answer) => {
    void respond(desk, checks, request, answer).catch(() => answer.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hand-over?team=web`,
    writer,
    writes: (text, replyTo) => desk.write(writer, text, replyTo, false).id,
    takesBack: (id) => desk.takeBack(id),
    visible: (text) => desk.all().filter((one) => one.ours && one.text === text && isThere(one)).length,
    hidden: (id) => desk.get(id)?.hidden ?? false,
    counts: desk.counts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const writer = 'amy';
const isThere = (one: Kept): boolean => one.state !== 'withdrawn';

async function respond(
  desk: PeerDesk,
  checks: Webhook,
  request: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const send = (status: number, body: unknown): void => {
    answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const body = (await buffer(request)).toString();
  const url = new URL(request.url ?? '/', 'http://peer.example');
  try {
    checks.verify(
      request.method === 'GET' ? JSON.stringify({ get: request.url }) : body,
      request.headers as Record<string, string>,
    );
  } catch {
    desk.counts.forged += 1;
    send(401, { error: 'forged', message: 'It is not signed.' });
    return;
  }
  try {
    send(
      200,
      request.method === 'GET'
        ? desk.asked(url.searchParams)
        : desk.told(JSON.parse(body) as Record<string, unknown>),
    );
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    send(error.status, { error: error.error, message: error.message });
  }
}

class PeerDesk {
  readonly counts = { taken: 0, forged: 0 };
  readonly #kept = new Map<string, Kept>();
  readonly #byKey = new Map<string, { readonly id: string; readonly words: string }>();
  /** Ids in the order in which something happened to them. */
  readonly #events: string[] = [];

  all = (): Kept[] => [...this.#kept.values()];
  get = (id: string): Kept | undefined => this.#kept.get(id);

  write(by: string, text: string, parent: string | undefined, ours: boolean): Kept {
    const at = systemClock.now().toString();
    const kept: Kept = {
      id: newId(),
      by,
      text,
      at,
      parent,
      ours,
      pictures: [],
      state: 'as-written',
      hidden: false,
    };
    this.#kept.set(kept.id, kept);
    if (!ours) this.#events.push(kept.id);
    return kept;
  }

  takeBack(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept || !isThere(kept)) return;
    kept.state = 'withdrawn';
    this.#events.push(id);
  }

  asked(query: URLSearchParams): unknown {
    const [reply, after, thread, gone] = ['reply', 'after', 'thread', 'gone'].map((name) => query.get(name));
    if (typeof reply === 'string') return this.#published(reply);
    if (typeof after === 'string') {
      const from = after === '' ? 0 : Number(after);
      const some = this.#events.slice(from, from + 100);
      const items = some.map((id) => this.#shown(id));
      return { items, cursor: String(from + some.length), more: some.length === 100 };
    }
    if (typeof thread === 'string') return { posts: this.#thread(thread).map((one) => this.#shown(one.id)) };
    const hidden = query.get('hidden');
    if (hidden !== null) return { hidden: this.#kept.get(hidden)?.hidden ?? false };
    const ids = JSON.parse(gone ?? '[]') as string[];
    return { ids: ids.filter((id) => !isThere(this.#kept.get(id) ?? ({ state: 'withdrawn' } as Kept))) };
  }

  told(said: Record<string, unknown>): unknown {
    const id = String(said['id']);
    switch (said['type']) {
      case 'reply.send':
        return this.#take(said);
      case 'reply.remove':
        this.takeBack(id);
        return {};
      case 'message.hide':
      case 'message.unhide': {
        const kept = this.#kept.get(id);
        if (!kept || this.#kept.get(kept.parent ?? '')?.ours !== true)
          throw new Complaint(422, 'not-under-ours', 'It does not stand under a post of ours.');
        kept.hidden = said['type'] === 'message.hide';
        return {};
      }
      default:
        throw new Complaint(422, 'not-known', 'This is not known here.');
    }
  }

  #take(said: Record<string, unknown>): unknown {
    const [key, text] = [String(said['key']), String(said['text'])];
    const words = JSON.stringify([text, said['replyTo']]);
    const before = this.#byKey.get(key);
    if (before && before.words !== words)
      throw new Complaint(409, 'key-used', 'The key was used for other words.');
    if (before) return this.#published(key);
    const parent = typeof said['replyTo'] === 'string' ? said['replyTo'] : undefined;
    const above = parent === undefined ? undefined : this.#kept.get(parent);
    if (parent !== undefined && !(above && isThere(above)))
      throw new Complaint(422, 'nothing-to-answer', 'What it answers is gone.');
    this.counts.taken += 1;
    this.#byKey.set(key, { id: this.write('board', text, parent, true).id, words });
    return this.#published(key);
  }

  #published(key: string): unknown {
    const kept = this.#kept.get(this.#byKey.get(key)?.id ?? '');
    if (!kept || !isThere(kept)) throw new Complaint(404, 'not-found', 'There is nothing under this key.');
    return { id: kept.id, at: kept.at, permalink: `https://peer.example/posts/${kept.id}` };
  }

  #thread(id: string): Kept[] {
    const above: Kept[] = [];
    for (let one = this.#kept.get(id); one; one = this.#kept.get(one.parent ?? '')) above.unshift(one);
    return [...above, ...this.all().filter((one) => one.parent === id)].filter(isThere);
  }

  #shown(id: string) {
    const kept = this.#kept.get(id);
    if (!kept) throw new Error(`${id} was never here`);
    const { by, state, text, parent, at, pictures } = kept;
    return {
      id,
      kind: parent ? 'reply' : 'mention',
      text,
      author: { id: by, handle: by },
      at,
      parent,
      pictures,
      state,
    };
  }
}

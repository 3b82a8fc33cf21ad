import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '#kernel/ids.ts';
import { newsCounter } from './news.ts';
import type { Live } from './options.ts';
import { findViewer } from './viewer.ts';
import { WebRefusal } from './web-refusal.ts';
import type { Frame } from './show.tsx';

type Stream = FastifyReply['raw'];

/** How often an open stream asks whether its person may still listen, and shows that it is alive. */
const BEAT = 4_000;
const STREAMS_A_PERSON = 8;

/** Open pages hear that something changed, counted by what their person may see. */
export function liveRoute(app: FastifyInstance, frame: Frame, live: Live): void {
  const open = new Map<Stream, { readonly person: string; readonly end: () => void }>();
  app.addHook('preClose', async () => {
    for (const { end } of open.values()) end();
  });
  app.get('/live', { exposeHeadRoute: false }, async (request, reply) => {
    const { standing } = request;
    if (standing?.actor.kind !== 'person') throw new WebRefusal(401, 'Sign in first.');
    const person = standing.actor.id;
    const { kinds, since } = wanted(frame, request);
    if ([...open.values()].filter((one) => one.person === person).length >= STREAMS_A_PERSON) {
      throw new WebRefusal(429, 'Too many pages of yours are listening: close some.');
    }
    reply.hijack();
    const stream = reply.raw;
    const end = begun({ frame, live, request, stream, kinds, since, person }, reply.getHeaders());
    open.set(stream, { person, end });
    stream.on('close', () => {
      end();
      open.delete(stream);
    });
  });
}

function wanted({ house }: Frame, request: FastifyRequest): { kinds: string[]; since: string } {
  const query = request.query as Record<string, string | string[] | undefined>;
  const [kinds, since] = [query['kinds'], query['since']];
  if (typeof kinds !== 'string' || !isId(since)) throw new WebRefusal(400, 'That could not be read.');
  const known = [...new Set(kinds.split(','))].filter((kind) => house.lifecycles.has(kind));
  if (known.length === 0) throw new WebRefusal(400, 'That could not be read.');
  return { kinds: known, since };
}

/** Begins to listen. The answer is ours from here on: where that fails, nobody else would close it. */
function begun(listening: Listening, headers: Parameters<typeof begin>[1]): () => void {
  try {
    begin(listening.stream, headers);
    return listen(listening);
  } catch (error) {
    listening.stream.destroy();
    throw error;
  }
}

function begin(stream: Stream, headers: Record<string, number | string | string[] | undefined>): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) stream.setHeader(name, value);
  stream.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  stream.write('retry: 5000\n\n');
}

interface Listening {
  readonly frame: Frame;
  readonly live: Live;
  readonly request: FastifyRequest;
  readonly stream: Stream;
  readonly kinds: readonly string[];
  readonly since: string;
  readonly person: string;
}

/** Tells of changes until the stream closes, the person may no longer listen, or the program stops. */
function listen({ frame, live, request, stream, kinds, since, person }: Listening): () => void {
  const { house, options } = frame;
  const counter = newsCounter(house, kinds, since);
  const send = (event: string, words: string) => stream.write(`event: ${event}\ndata: ${words}\n\n`);
  const still = async () => {
    const standing = await findViewer(house, options.signIn, request, 'listening');
    return standing?.actor.kind === 'person' && standing.actor.id === person ? standing : undefined;
  };
  const inTurn = oneAtATime(
    async () => {
      const standing = await still();
      if (!standing) return end();
      const news = await counter.count(standing);
      if (news) send('news', JSON.stringify(news));
      else stream.write(': alive\n\n');
    },
    (error) =>
      request.log.warn(
        { reason: error instanceof Error ? error.message : 'unknown' },
        'live update left out',
      ),
  );
  const stop = live(kinds, (changed) => {
    counter.note(changed);
    inTurn();
  });
  const beat = setInterval(inTurn, BEAT);
  let ended = false;
  function end(): void {
    if (ended) return;
    ended = true;
    stop();
    clearInterval(beat);
    if (!stream.writableEnded) stream.end('event: end\ndata: \n\n');
  }
  return end;
}

/** Runs `work` again after the run under way, once, however often it was asked meanwhile. */
export function oneAtATime(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const run = async (): Promise<void> => {
    do {
      state = 'running';
      try {
        await work();
      } catch (error) {
        failed(error);
      }
    } while ((state as string) === 'again');
    state = 'idle';
  };
  return () => {
    if (state === 'idle') void run();
    else state = 'again';
  };
}

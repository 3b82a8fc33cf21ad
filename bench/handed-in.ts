/**
 * Hands in many deliveries, a fifth of them twice and all in random order, kills the program again and again
 * meanwhile, and looks at what became of them: each once, and as its author left it. `script/bench` prints the figures.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram, until, type Program } from '../journeys/program.ts';
import { openTables, waitingIds } from './fill.ts';
import { relayAccount, signedAs } from './webhooks.ts';

export interface HandedIn {
  readonly deliveries: number;
  readonly messages: number;
  readonly kills: number;
  /** What is not as it should be: empty where all is well. */
  readonly wrong: readonly string[];
  /** Milliseconds to each answer of 200, sorted. */
  readonly took: readonly number[];
  /** Seconds until everything was answered, and until everything was read. */
  readonly answered: number;
  readonly read: number;
}

type Step = 'created' | 'changed' | 'withdrawn';
interface Delivery {
  readonly id: string;
  readonly message: number;
  readonly step: Step;
}

const stepsOf = (message: number): readonly Step[] =>
  message % 10 === 0
    ? ['created', 'changed', 'withdrawn']
    : message % 5 === 1
      ? ['created', 'changed']
      : ['created'];

function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647);
  return all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** @param messages how many are told of; some of them change, and some are taken away. @param kills of the whole program. */
export async function handIn(messages: number, kills: number): Promise<HandedIn> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-handed-in-'));
  const environment = { SIGNPOST_DELIVERIES_PER_SECOND: '1000000' };
  let program: Program = await startProgram({ folder, environment });
  const tables = openTables(folder);
  try {
    await until(
      async () => ((await waitingIds(tables, 10)).length >= 8 ? true : undefined),
      'a day of messages',
      60,
    );
    const way = await relayAccount(folder);
    const once = Array.from({ length: messages }, (_, message) =>
      stepsOf(message).map((step): Delivery => ({ id: `${message} ${step}`, message, step })),
    ).flat();
    const all = shuffled([...once, ...once.filter((_, n) => n % 4 === 0)], 7);
    const began = performance.now();
    const took: number[] = [];
    const open = [...all];
    const line = async (): Promise<void> => {
      for (let one = open.pop(); one; one = open.pop())
        took.push(await sendUntilKept(() => program.address, way, one));
    };
    const lines = Promise.all(Array.from({ length: 10 }, line));
    for (let kill = 1; kill <= kills; kill += 1) {
      await until(
        async () => (took.length >= (all.length * kill) / (kills + 1) ? true : undefined),
        'the next kill',
        600,
      );
      program.process.kill('SIGKILL');
      await new Promise((gone) => program.process.once('exit', gone));
      program = await startProgram({ folder, environment });
    }
    await lines;
    const answered = (performance.now() - began) / 1000;
    const kept = async () =>
      (await tables.query<{ n: number }>("select count(*)::int as n from deliveries where state = 'kept'"))
        .rows[0]?.n;
    await until(async () => ((await kept()) === 0 ? true : undefined), 'everything read', 600);
    const read = (performance.now() - began) / 1000;
    const wrong = await notAsTold(tables, messages, once.length);
    const figures = { deliveries: all.length, messages, kills, wrong, answered, read };
    return { ...figures, took: took.toSorted((a, b) => a - b) };
  } finally {
    await tables.end();
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const base = Date.now() - 3_600_000;

/** As another system does it: again and again, until it is told 200. @returns milliseconds that this last answer took. */
async function sendUntilKept(
  address: () => string,
  way: { readonly path: string; readonly secret: string },
  { id, message, step }: Delivery,
): Promise<number> {
  const at = new Date(base + message).toISOString();
  const later = ['created', 'changed', 'withdrawn'].indexOf(step) * 60_000;
  const data = {
    id: `told-${message}`,
    kind: 'comment',
    text: step === 'changed' ? `Changed words of ${message}` : `Words of ${message}`,
    author: { id: `author ${message}` },
    at,
    changedAt: new Date(base + message + later).toISOString(),
  };
  const body = JSON.stringify({ type: `message.${step}`, data });
  for (;;) {
    const began = performance.now();
    const sent = fetch(address() + way.path, {
      method: 'POST',
      headers: signedAs(way.secret, id, body),
      body,
    });
    const status = await sent.then((answer) => answer.status).catch(() => 0);
    if (status === 200) return performance.now() - began;
    if (status !== 0 && status !== 503) throw new Error(`${id} was answered ${status}`);
    await new Promise((soon) => setTimeout(soon, 200));
  }
}

async function notAsTold(
  tables: ReturnType<typeof openTables>,
  messages: number,
  deliveries: number,
): Promise<string[]> {
  const { rows: kept } = await tables.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from deliveries group by state',
  );
  const { rows } = await tables.query<{ remote: string; text: string; state: string }>(
    "select remote, text, state from enquiries where remote like 'told-%'",
  );
  const found = Map.groupBy(rows, (row) => row.remote);
  const wrong =
    kept.length === 1 && kept[0]?.state === 'read' && kept[0].n === deliveries ? [] : [JSON.stringify(kept)];
  for (let message = 0; message < messages; message += 1) {
    const own = found.get(`told-${message}`) ?? [];
    const steps = stepsOf(message);
    const words = steps.includes('changed') ? `Changed words of ${message}` : `Words of ${message}`;
    const right = steps.includes('withdrawn')
      ? own.length === 0 || (own.length === 1 && own[0]?.state === 'withdrawn')
      : own.length === 1 && own[0]?.text === words;
    if (!right) wrong.push(`${message} (${steps.join(', ')}): ${JSON.stringify(own)}`);
  }
  return wrong;
}

if (process.argv[1] === import.meta.filename) {
  const { took, wrong, ...rest } = await handIn(
    Number(process.env['BENCH_MESSAGES'] ?? 2857),
    Number(process.env['BENCH_KILLS'] ?? 10),
  );
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(0);
  console.log(
    `handed in: ${rest.deliveries} deliveries about ${rest.messages} messages, a fifth twice, in random order, ${rest.kills} kills: ${wrong.length} wrong; answer p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; all answered after ${rest.answered.toFixed(0)} s, all read after ${rest.read.toFixed(0)} s`,
  );
  if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'));
}

/**
 * What it costs: CPU per request of the program and of PostgreSQL, beside bare PostgreSQL doing the same reading or
 * writing in the same run. Wall time on shared machines is noise; CPU and ratios are what to look at. `script/bench`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram, until, type Program } from '../journeys/program.ts';
import { askAgain, type Asked } from './ask.ts';
import { bareWork } from './bare.ts';
import { accountOf, fill, openTables, waitingIds, type Tables } from './fill.ts';
import { receiveMany } from './receive.ts';
import { bareKeep, delivery, relayAccount } from './webhooks.ts';
import { cpuOf, memoryOf, postgresOf } from './used.ts';

const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const sizes = (process.env['BENCH_SIZES'] ?? '5000,100000,1000000').split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-'));

/** Practice mode first fills itself with a day of messages; then it is started again without background work. */
async function start(): Promise<{ program: Program; tables: Tables }> {
  const first = await startProgram({ folder });
  const filling = openTables(folder);
  await until(
    async () => ((await waitingIds(filling, 10)).length >= 8 ? true : undefined),
    'a day of messages came in',
    60,
  );
  await filling.end();
  await first.stop();
  const began = performance.now();
  const program = await startProgram({
    folder,
    words: ['--no-worker'],
    environment: { SIGNPOST_REQUESTS_PER_SECOND: '1000000', SIGNPOST_DELIVERIES_PER_SECOND: '1000000' },
  });
  console.log(`start to ready, installation filled before: ${Math.round(performance.now() - began)} ms`);
  return { program, tables: openTables(folder) };
}

async function enter(address: string): Promise<string> {
  const page = await (await fetch(`${address}/practice`)).text();
  const person = /value="([0-9a-f-]{36})"[^>]*\/?>\s*<button[^>]*>Amara Okafor/.exec(page)?.[1] ?? '';
  const entered = await fetch(`${address}/practice/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: new URLSearchParams({ person }).toString(),
  });
  return entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

const { program, tables } = await start();
const { address } = program;
const node = program.process.pid ?? 0;
const postgres = postgresOf(folder);
const headers = { cookie: await enter(address), origin: address };
const bare = bareWork(tables, () => postgres.cpu());

console.log(
  `memory at rest: node ${Math.round(memoryOf(node))} MB, PostgreSQL ${Math.round(postgres.memory())} MB`,
);

/**
 * Measures one kind of request.
 * @param options.same what bare PostgreSQL costs for the same work, in CPU ms. @param options.status the answer that is
 *   meant; 2xx or 3xx unless told.
 */
async function measure(
  name: string,
  next: (n: number) => Asked | undefined,
  { same, status }: { same?: number; status?: number } = {},
): Promise<void> {
  const before = [cpuOf(node), postgres.cpu()] as const;
  const began = performance.now();
  const { good, bad, took } = await askAgain(address, next, { seconds, headers, status });
  const lasted = (performance.now() - began) / 1000;
  const [own, database] = [cpuOf(node) - before[0], postgres.cpu() - before[1]].map((used) => used / good);
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(0);
  const ratio =
    same === undefined ? '' : `; ${(((own ?? 0) + (database ?? 0)) / same).toFixed(1)} times bare PostgreSQL`;
  console.log(
    `${name.padEnd(44)} node ${own?.toFixed(2)} ms, PostgreSQL ${database?.toFixed(2)} ms CPU each${ratio}; ${(good / lasted).toFixed(0)} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
  if (bad.size > 0 || good === 0) throw new Error(`${name}: answers ${JSON.stringify([...bad])}`);
}

const reading = (path: string) => () => ({ path });
const posting = (path: string, body: Record<string, string>): Asked => ({
  path,
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(body).toString(),
});

await fill(tables, sizes[0] ?? 5000);
await measure('warm up: list', reading('/inbox'));
const floor = await bare.list();
await measure('health (head of the trail, failed work)', reading('/health'));
for (const size of sizes) {
  await fill(tables, size);
  await measure(`list of 50 at ${size.toLocaleString('en-GB')} enquiries`, reading('/inbox'), {
    same: floor,
  });
}

const ids = await waitingIds(tables, 60_000);
const one = ids[0] ?? '';
await measure('detail page', reading(`/inbox/${one}`), { same: await bare.detail(one) });
await measure('form shown (pass on)', reading(`/do/enquiry.pass-on/${one}`));
const writing = await bare.write(ids.slice(0, 500));
await measure(
  'form that acts (note, with its key)',
  (n) =>
    posting(`/do/enquiry.note/${ids[n % 1000]}`, {
      text: 'A note of the bench',
      _key: crypto.randomUUID(),
    }),
  { same: writing },
);
await measure(
  'form with an error (page again)',
  () => posting(`/do/enquiry.note/${one}`, { text: '', _key: crypto.randomUUID() }),
  { status: 400 },
);
// Replies go to rows that no note has touched: each is at its first version.
const untouched = ids.slice(ids.length / 2);
let answered = 0;
await measure(
  'API reply (lock, job, audit)',
  () => {
    const id = untouched[answered++];
    return id === undefined
      ? undefined
      : {
          path: `/api/enquiry/${id}/reply`,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'if-match': '"1"' },
          body: JSON.stringify({ text: 'Thank you. We have asked the ward to look at it.' }),
        };
  },
  { same: writing },
);
const handedIn = await relayAccount(folder);
const keeping = await bareKeep(tables, () => postgres.cpu());
await measure(
  'webhook ingest (signature, one row, once)',
  // Every fifth comes a second time.
  (n) => delivery(handedIn, n % 5 === 4 ? n - 1 : n),
  { same: keeping },
);
const received = await receiveMany(folder, await accountOf(tables), seconds);
console.log(
  `${'receive (command, event, clocks, audit)'.padEnd(44)} node ${received.node.toFixed(2)} ms, PostgreSQL ${received.postgres.toFixed(2)} ms CPU each; ${received.perSecond.toFixed(0)} a second, p99 ${received.p99.toFixed(0)} ms`,
);
console.log(
  `memory after load: node ${Math.round(memoryOf(node))} MB, PostgreSQL ${Math.round(postgres.memory())} MB`,
);
await tables.end();
await program.stop();
rmSync(folder, { recursive: true, force: true });

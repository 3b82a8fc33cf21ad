/**
 * What it costs: CPU per request of the program and of PostgreSQL, beside bare PostgreSQL doing the same work in the
 * same run. Wall time on shared machines is noise; CPU and ratios are what to look at. `script/bench`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { startProgram } from '../journeys/program.ts';

const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const ticksPerSecond = 100;

/** CPU milliseconds that a process has used. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return 0;
  }
}
const children = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid);
function parentOf(pid: number): number {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s/s, '')
        .split(' ')[1],
    );
  } catch {
    return -1;
  }
}
const rss = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const began = performance.now();
const program = await startProgram();
const startUp = performance.now() - began;
const node = program.process.pid ?? 0;
const postmaster = Number(
  readFileSync(join(program.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
);
const postgresCpu = (): number =>
  [postmaster, ...children(postmaster)].reduce((sum, pid) => sum + cpuOf(pid), 0);
const socket = new pg.Pool({
  host: join(program.folder, 'socket'),
  user: 'signpost',
  database: 'postgres',
  port: 5432,
  max: 10,
});

const page = await (await fetch(`${program.address}/practice`)).text();
const person = /value="([0-9a-f-]{36})"[^>]*\/?>\s*<button[^>]*>Amara Okafor</.exec(page)?.[1] ?? '';
const entered = await fetch(`${program.address}/practice/enter`, {
  method: 'POST',
  redirect: 'manual',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: program.address },
  body: new URLSearchParams({ person }).toString(),
});
const cookie = entered.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');

/** Copies one enquiry many times, straight into the table: this is a bench, not the product. */
async function fill(to: number): Promise<void> {
  const { rows } = await socket.query<{ count: string; columns: string }>(
    "select (select count(*) from enquiries) as count, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns from information_schema.columns where table_name = 'enquiries' and column_name not in ('id', 'remote', 'conversation')",
  );
  const columns = rows[0]?.columns ?? '';
  const missing = to - Number(rows[0]?.count ?? 0);
  if (missing <= 0) return;
  await socket.query(
    `insert into enquiries (id, remote, conversation, ${columns}) select gen_random_uuid(), 'bench-' || g || '-' || ${to}, 'bench-' || g, ${columns} from (select * from enquiries where state = 'waiting' limit 1) one, generate_series(1, ${missing}) g`,
  );
  await socket.query('analyze enquiries');
}

async function measure(
  name: string,
  request: { path: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string },
) {
  const before = [cpuOf(node), postgresCpu()];
  // The program allows one person 20 requests a second: below that, CPU per request is what is looked at.
  const result = await autocannon({
    url: program.address + request.path,
    method: request.method ?? 'GET',
    connections: 4,
    overallRate: 18,
    duration: seconds,
    headers: { cookie, origin: program.address, ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const after = [cpuOf(node), postgresCpu()];
  const count = result['2xx'] + (result['3xx'] ?? 0);
  const per = (index: number): number => ((after[index] ?? 0) - (before[index] ?? 0)) / Math.max(1, count);
  console.log(
    `${name.padEnd(46)} ${String(count).padStart(5)} answered, ${result.non2xx - (result['3xx'] ?? 0)} not; node ${per(0).toFixed(2)} ms, postgres ${per(1).toFixed(2)} ms CPU each; p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`,
  );
  return per(0) + per(1);
}

/** The same reading in bare SQL, for a ratio. */
async function floor(name: string, sql: string, times = 300): Promise<number> {
  const before = postgresCpu();
  const own = process.cpuUsage();
  for (let n = 0; n < times; n += 1) await socket.query(sql);
  const used = process.cpuUsage(own);
  const cpu = (used.user + used.system) / 1000 / times + (postgresCpu() - before) / times;
  console.log(`${name.padEnd(46)} ${cpu.toFixed(2)} ms CPU each (driver and PostgreSQL)`);
  return cpu;
}

console.log(
  `start of an empty installation to ready: ${Math.round(startUp)} ms; memory: node ${Math.round(rss(node))} MB`,
);
await measure('warm up', { path: '/inbox' });
const bare = await floor(
  'bare PostgreSQL: 50 waiting enquiries',
  "select * from enquiries where state = 'waiting' order by risk, aim_at, id limit 50",
);
const one = (
  await socket.query<{ id: string; version: number }>(
    "select id, version from enquiries where state = 'waiting' limit 1",
  )
).rows[0];
for (const size of process.env['BENCH_SIZES']?.split(',').map(Number) ?? [5000, 100_000]) {
  await fill(size);
  const list = await measure(`list page at ${size} enquiries`, { path: '/inbox' });
  console.log(`${''.padEnd(46)} ${(list / bare).toFixed(1)} times bare PostgreSQL`);
}
await measure('detail page', { path: `/inbox/${one?.id ?? ''}` });
await measure('form shown (pass on)', { path: `/do/enquiry.pass-on/${one?.id ?? ''}` });
await measure('API: note on an enquiry (write, audit)', {
  path: `/api/enquiry/${one?.id ?? ''}/note`,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ text: 'A note of the bench' }),
});
console.log(`memory after load: node ${Math.round(rss(node))} MB`);
await socket.end();
await program.stop();

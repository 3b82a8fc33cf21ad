/**
 * The practice network as a program of its own:
 * `node src/twins/practice/server.ts --folder FOLDER --port PORT`
 * It listens on loopback only, keeps all it accepted in FOLDER/accepted.ndjson, and goes on from there.
 */
import { parseArgs } from 'node:util';
import { systemClock } from '#kernel/clock.ts';
import { openPractice } from './practice.ts';
import { practiceServer } from './routes.ts';

export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** @param port 0 for any free one. @param now the time, for what is written from here on. */
export async function servePractice(
  folder: string,
  port: number,
  now: () => Temporal.Instant,
): Promise<Serving> {
  const practice = await openPractice(folder, now);
  const server = practiceServer(practice);
  const address = await server.listen({ host: '127.0.0.1', port });
  return {
    address,
    async close() {
      await server.close();
      await practice.close();
    },
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { folder: { type: 'string' }, port: { type: 'string', default: '0' } },
  });
  if (!values.folder) {
    process.stderr.write('Say where to keep what is accepted: --folder FOLDER\n');
    process.exit(2);
  }
  const serving = await servePractice(values.folder, Number(values.port), () => systemClock.now());
  process.stdout.write(`${JSON.stringify({ address: serving.address })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void serving.close());
}

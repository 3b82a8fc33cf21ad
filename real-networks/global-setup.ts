/** Starts the network for a run of the tests and stops it afterwards. Its own talk goes into a file beside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import type { RunningNetwork } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    network: RunningNetwork;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-real-log-'));
  const talk = join(folder, 'network.txt');
  const file = openSync(talk, 'w');
  const program = join(import.meta.dirname, 'start.ts');
  const child = spawn(process.execPath, [program, '--with-parent'], { stdio: ['pipe', 'pipe', file] });
  closeSync(file);
  if (!child.stdout) throw new Error('The network cannot tell where it is.');
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const started = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
  if (!started)
    throw new Error(`The network did not start. It said:\n${readFileSync(talk, 'utf8').slice(-4_000)}`);
  lines.on('line', () => {});
  project.provide('network', JSON.parse(String(started[0])) as RunningNetwork);
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** The program itself, in practice mode, as somebody starts it: a process of its own with a folder of its own. */
export interface Program {
  readonly address: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** Everything that it said. */
  said(): string;
  stop(): Promise<void>;
}

/** @param options.clock where practice's clock begins; the true time unless told. @param options.folder an existing folder to go on with. @param options.words further words of `serve`. */
export async function startProgram(
  options: {
    clock?: string;
    folder?: string;
    environment?: Record<string, string>;
    practice?: boolean;
    words?: readonly string[];
  } = {},
): Promise<Program> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'signpost-journey-'));
  if (options.clock !== undefined) {
    const offset = Temporal.Now.instant().until(Temporal.Instant.from(options.clock), {
      largestUnit: 'hours',
    });
    writeFileSync(join(folder, 'practice-clock'), `${offset.toString()}\n`);
  }
  const words = ['serve', ...(options.practice === false ? [] : ['--practice']), ...(options.words ?? [])];
  const child = spawn(join(root, 'signpost'), words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SIGNPOST_FOLDER: folder,
      SIGNPOST_PORT: await freePort(),
      SIGNPOST_COLLECT_SECONDS: '1',
      ...options.environment,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const address = await readyAddress(child, () => said);
  return {
    address,
    folder,
    process: child,
    said: () => said,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await new Promise((done) => child.once('exit', done));
      }
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readyAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const look = (): void => {
      const found = /Signpost is ready at (\S+)/.exec(said());
      if (found?.[1] !== undefined) done(found[1]);
    };
    child.stderr?.on('data', look);
    child.once('exit', (code) => fail(new Error(`The program ended with ${String(code)}:\n${said()}`)));
  });
}

async function freePort(): Promise<string> {
  const { createServer } = await import('node:net');
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(String(typeof at === 'object' && at ? at.port : 0)));
    });
  });
}

/** Looks again and again until it is so. @throws with what was last seen after `seconds`. */
export async function until<T>(look: () => Promise<T | undefined>, what: string, seconds = 30): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Not within ${seconds} seconds: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './root.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-serve-'));
const taken = createServer();
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
  port = (taken.address() as AddressInfo).port;
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a start that fails half-way says what to do, closes what it had opened, and ends', async () => {
  const program = spawn(
    process.execPath,
    [
      '--import',
      join(root, 'script/loader.mjs'),
      join(root, 'src/main.ts'),
      'serve',
      '--practice',
      '--port',
      `${port}`,
    ],
    { env: { ...process.env, SIGNPOST_FOLDER: folder }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  program.stderr.on('data', (part: Buffer) => void (said += part.toString()));
  // Only an end by itself counts: nobody stops it.
  const code = await new Promise<number | null>((resolve) => void program.on('exit', resolve));
  expect(said).toContain(
    `Another program has port ${port}. Stop that one, or choose another port: --port ${port + 1}.`,
  );
  expect(said).not.toContain('Deprecation');
  expect(code).toBe(1);
}, 60_000);

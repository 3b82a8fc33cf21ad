import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { silent } from './pool.ts';
import { postmaster } from './postmaster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket folder of the run's private PostgreSQL, or the address of a server. */
    database: { readonly socket: string } | { readonly url: string };
  }
}

/** One PostgreSQL for a whole run of tests: without fsync, as nothing in it is worth keeping. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url !== undefined && url !== '') {
    project.provide('database', { url });
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'signpost-tests-'));
  const own = postmaster(folder, { log: silent, from: import.meta.filename, fsync: false });
  await own.ensure();
  project.provide('database', { socket: own.socket });
  return async () => {
    await own.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

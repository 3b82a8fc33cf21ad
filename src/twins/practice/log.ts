/** The practice network's memory: one file, one line an entry, only ever longer, on the disk before it counts. */
import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { line, type Line } from './entries.ts';

/** Its name in the folder. */
export const LOG = 'accepted.ndjson';

export interface Log {
  readonly file: string;
  /** Resolves when the line is on the disk. */
  append(entry: Line): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param folder made where it is missing.
 * @returns the log and what it holds. A last line that was cut off by a kill was never answered, and is dropped.
 * @throws where any other line cannot be read.
 */
export async function openLog(folder: string): Promise<{ log: Log; lines: readonly Line[] }> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, LOG);
  const lines = await recover(file);
  const handle = await open(file, 'a');
  // The folder's own entry of a new file has to reach the disk as well.
  const parent = await open(folder);
  await parent.sync();
  await parent.close();
  const log: Log = {
    file,
    async append(entry) {
      await handle.appendFile(`${JSON.stringify(entry)}\n`);
      await handle.sync();
    },
    close: () => handle.close(),
  };
  return { log, lines };
}

async function recover(file: string): Promise<readonly Line[]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) await truncate(file, end);
  const whole = bytes.subarray(0, end).toString();
  return whole === ''
    ? []
    : whole
        .trimEnd()
        .split('\n')
        .map((text) => line.parse(JSON.parse(text)));
}

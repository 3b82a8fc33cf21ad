import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { format, type End, type Manifest, type Row } from './backup-tables.ts';

/** A file that cannot be restored from, with a sentence for whoever tries. */
export class BackupUnreadable extends Error {
  override name = 'BackupUnreadable';
}

/** A checked backup. */
export interface BackupFile {
  readonly manifest: Manifest;
  readonly end: End;
  /** Its rows, some hundreds at a time, as they were written. */
  batches(): AsyncGenerator<{ readonly table: string; readonly rows: readonly Row[] }>;
}

const damaged = (cause?: unknown): BackupUnreadable =>
  new BackupUnreadable('The backup is cut short or was altered. Nothing was restored; use another copy.', {
    cause,
  });

/** Reads a backup through once, before anything of it is used. @throws BackupUnreadable */
export async function readBackup(file: string): Promise<BackupFile> {
  const whole = createHash('sha256');
  let manifest: Manifest | undefined;
  let end: End | undefined;
  for await (const text of linesOf(file)) {
    if (end) throw damaged();
    if (!manifest) manifest = manifestFrom(text);
    else if (text.startsWith('{"end":')) {
      end = parsed(text) as End & Record<string, unknown>;
      continue;
    }
    whole.update(`${text}\n`);
  }
  if (!manifest || end?.sha256 !== whole.digest('hex')) throw damaged();
  return {
    manifest,
    end,
    async *batches() {
      let line = 0;
      for await (const text of linesOf(file)) {
        line += 1;
        if (line === 1) continue;
        const read = parsed(text) as { table: string; rows: Row[]; end?: true };
        if (read.end) return;
        yield read;
      }
    },
  };
}

function manifestFrom(text: string): Manifest {
  const read = parsed(text);
  if (read['signpost'] !== 'backup') throw new BackupUnreadable('This is not a backup of Signpost.');
  if (read['format'] !== format) {
    throw new BackupUnreadable(
      'This backup was written in another form than this version of Signpost reads. Restore it with the version that wrote it.',
    );
  }
  return read as Manifest & Record<string, unknown>;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The file's lines without their line feeds. What follows the last line feed is no line: the file was cut there. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  let unread: unknown;
  source.on('error', (error) => {
    unread = error;
    unzipped.destroy(error);
  });
  source.pipe(unzipped);
  unzipped.setEncoding('utf8');
  let rest: string[] = [];
  try {
    for await (const chunk of unzipped as AsyncIterable<string>) {
      const [first = '', ...more] = chunk.split('\n');
      rest.push(first);
      for (const next of more) {
        yield rest.join('');
        rest = [next];
      }
    }
  } catch (cause) {
    throw cause === unread || cause instanceof BackupUnreadable ? cause : damaged(cause);
  } finally {
    source.destroy();
    unzipped.destroy();
  }
  if (rest.join('') !== '') throw damaged();
}

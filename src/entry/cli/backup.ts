import { access } from 'node:fs/promises';
import { withOpened } from './caller.ts';
import { Complaint, exits, type Exit } from './complaint.ts';
import type { CliIo, Place } from './ports.ts';
import { showJson } from './show.ts';

/** One file with everything that the database holds, at one moment. */
export async function backupTo(io: CliIo, file: string, options: Place & { json?: true }): Promise<Exit> {
  if (await isThere(file))
    throw new Complaint(`${file} is there already: name a new file, so that no backup is lost.`);
  const counted = await withOpened(io, options, (opened) => opened.backup(file));
  if (options.json) showJson(io.stdout, { file, ...counted });
  else {
    io.stdout.write(`Written to ${file}: ${counted.rows} rows of ${counted.tables} tables.\n`);
    io.stdout.write('It holds no keys. Keep the keys folder of this installation in another safe place.\n');
  }
  return exits.ok;
}

/** Puts a backup into an empty installation. */
export async function restoreFrom(io: CliIo, file: string, options: Place & { json?: true }): Promise<Exit> {
  await access(file);
  const counted = await io.run.restore(file, { practice: options.practice });
  if (options.json) showJson(io.stdout, { file, ...counted });
  else {
    io.stdout.write(`Restored from ${file}: ${counted.rows} rows of ${counted.tables} tables.\n`);
    io.stdout.write('Put the keys folder that belongs to it in place before you start Signpost.\n');
  }
  return exits.ok;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

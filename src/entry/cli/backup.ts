import { access } from 'node:fs/promises';
import { withOpened } from './caller.ts';
import { Complaint, exits, type Exit } from './complaint.ts';
import type { CliIo, Place, Restored } from './ports.ts';
import { showJson } from './show.ts';

/** One file with everything that the database holds, at one moment. */
export async function backupTo(io: CliIo, file: string, options: Place & { json?: true }): Promise<Exit> {
  if (await isThere(file))
    throw new Complaint(`${file} is there already: name a new file, so that no backup is lost.`);
  const counted = await withOpened(io, options, (opened) => opened.backup(file));
  if (options.json) showJson(io.stdout, { file, ...counted });
  else {
    io.stdout.write(`Written to ${file}: ${counted.rows} rows of ${counted.tables} tables.\n`);
    io.stdout.write(
      'It holds no keys. Keep keys.json of this installation’s folder (and SIGNPOST_SECRET_KEY, where it is set) in another safe place.\n',
    );
  }
  return exits.ok;
}

/** Puts a backup into an empty installation. */
export async function restoreFrom(io: CliIo, file: string, options: Place & { json?: true }): Promise<Exit> {
  await access(file);
  const restored = await io.run.restore(file, { practice: options.practice });
  if (options.json) showJson(io.stdout, { file, ...restored });
  else {
    io.stdout.write(`Restored from ${file}: ${restored.rows} rows of ${restored.tables} tables.\n`);
    io.stdout.write(`${aboutKeys(restored).join('\n')}\n`);
    io.stdout.write(
      'Replies that were waiting when the backup was taken are looked up on their networks before they are sent.\n',
    );
  }
  return exits.ok;
}

/** What of it the keys that lie here open, and what to do about the rest. */
function aboutKeys({ folder, sameKeys, sealed, unopened, missingKeys }: Restored): string[] {
  if (sameKeys && unopened === 0)
    return [`keys.json in ${folder} is the right one: all ${sealed} sealed secrets open.`];
  const fromEnvironment = missingKeys.some((key) => key.startsWith('env-'));
  return [
    `Something is missing: the keys. ${unopened} of ${sealed} sealed secrets (the networks’ keys of connected accounts) cannot be opened here.`,
    ...(sameKeys
      ? []
      : [
          `keys.json in ${folder} is not that of the installation that was backed up: nobody can use a second factor that was set up there, either.`,
          `Put that installation’s keys.json into ${folder} in its place before you start Signpost.`,
        ]),
    ...(fromEnvironment ? ['Set SIGNPOST_SECRET_KEY as it was set there.'] : []),
    'Where the keys are lost: start Signpost, connect each account again, and let people set up their second factor anew.',
  ];
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The user that PostgreSQL runs as; undefined is ourselves. */
export interface RunsAs {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so then it runs as whoever owns its files already, or as “nobody”.
 * @param files PostgreSQL's data folder, which may not be there yet.
 */
export function runsAs(files: string): RunsAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(files)) {
    const { uid, gid } = statSync(files);
    if (uid !== 0) return { uid, gid };
  }
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  // macOS writes it as -2.
  return { uid: Number(uid ?? 65_534) >>> 0, gid: Number(gid ?? 65_534) >>> 0 };
}

/**
 * Makes Signpost's folder. As root it stays root's own, so that PostgreSQL's user can pass through but touches
 * nothing there, the keys least of all.
 * @throws with a sentence where that user cannot get to it.
 */
export function makeFolder(folder: string, as: RunsAs | undefined): void {
  mkdirSync(folder, { recursive: true, mode: as ? 0o711 : 0o700 });
  if (!as) return;
  const { uid, mode } = statSync(folder);
  if (uid === 0) chmodSync(folder, mode | 0o111);
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    const seen = statSync(above);
    if ((seen.mode & 0o001) === 0 && seen.uid !== as.uid) {
      throw new Error(
        `PostgreSQL does not run as root, so it runs as another user (number ${as.uid}), who cannot enter ${above}. Set SIGNPOST_FOLDER to a folder elsewhere, such as /var/lib/signpost.`,
      );
    }
  }
}

/**
 * Makes a folder for PostgreSQL's user alone.
 * @throws where somebody else's folder or a link lies there: a socket in it could be theirs.
 */
export function makeOwn(folder: string, as: RunsAs | undefined): void {
  const uid = as?.uid ?? process.getuid?.() ?? 0;
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
  if (made && as) chownSync(folder, as.uid, as.gid);
  const seen = lstatSync(folder);
  if (!seen.isDirectory() || seen.uid !== uid) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or give Signpost a folder of its own.`);
  }
  chmodSync(folder, 0o700);
}

/** A socket's path may have 107 bytes, 103 on macOS. */
const longestSocketPath = 103;

/** Where the socket lies: a deep folder gets a short one beside the temporary files, named by digest. */
export function socketFolder(folder: string): string {
  const beside = join(folder, 'socket');
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= longestSocketPath) return beside;
  return join(tmpdir(), `signpost-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemClock } from '#kernel/clock.ts';

/**
 * What stands behind a data folder's pid file. Pids start again after a reboot and in a container, so a pid is
 * never trusted, and never signalled, before it is known to be the PostgreSQL of this very folder.
 */
export type Behind =
  | { readonly is: 'nobody' }
  /** Empty, or no pid in it: somebody is writing it just now, or a machine stopped while somebody did. */
  | { readonly is: 'unreadable' }
  /** No such process, or a zombie. PostgreSQL sees that itself, and looks whether its memory is still in use. */
  | { readonly is: 'dead' }
  /** A living process that is not the PostgreSQL of this folder. */
  | { readonly is: 'innocent' }
  | { readonly is: 'postmaster'; readonly pid: number };

/** No process ever has it: the largest pid of any system is far below. */
const nobody = 2_147_483_647;
/** Milliseconds after which nobody is writing a pid file any more. */
const written = 5000;

const pidFileOf = (folder: string): string => join(folder, 'postmaster.pid');

function textOf(folder: string): string | undefined {
  try {
    return readFileSync(pidFileOf(folder), 'utf8');
  } catch {
    return undefined;
  }
}

/** @param folder PostgreSQL's data folder. */
export function behindPidFile(folder: string): Behind {
  const text = textOf(folder);
  if (text === undefined) return { is: 'nobody' };
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return { is: 'unreadable' };
  const seen = processOf(pid);
  if (!seen || seen.zombie) return { is: 'dead' };
  return isPostmasterOf(seen, folder) ? { is: 'postmaster', pid } : { is: 'innocent' };
}

/**
 * Makes a pid file that names an innocent process, or nothing, harmless, so that PostgreSQL starts. The rest of
 * the file stays: by it PostgreSQL finds back ends of a killed postmaster, which must end before it may start.
 * @returns false where somebody may be writing the file now: look again.
 */
export function makeHarmless(folder: string, behind: Behind): boolean {
  const file = pidFileOf(folder);
  if (behind.is === 'innocent') {
    const [, ...rest] = (textOf(folder) ?? '').split('\n');
    writeFileSync(file, [String(nobody), ...rest].join('\n'));
  }
  if (behind.is !== 'unreadable') return true;
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  // A file of the future was written by a clock that was wrong.
  if (changed !== undefined && Math.abs(systemClock.now().epochMilliseconds - changed) < written)
    return false;
  rmSync(file, { force: true });
  return true;
}

interface Seen {
  readonly zombie: boolean;
  /** The command line, its words parted by spaces. */
  readonly line: string;
  readonly program: string;
  readonly cwd?: string | undefined;
}

/** PostgreSQL works in its data folder; where that cannot be seen, its first word after `-D` must be the folder. */
function isPostmasterOf({ line, program, cwd }: Seen, folder: string): boolean {
  if (basename(program) !== 'postgres') return false;
  const real = realOf(folder);
  if (cwd !== undefined) return cwd === real;
  return [folder, real].some((one) => `${line} `.startsWith(`${program} -D ${one} `));
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function processOf(pid: number): Seen | undefined {
  if (process.platform === 'linux') return fromProc(pid);
  try {
    const seen = execFileSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [, state = '', line = ''] = /^(\S+)\s+(.*)$/s.exec(seen) ?? [];
    return { zombie: state.startsWith('Z'), line, program: line.split(' -D ')[0] ?? '' };
  } catch {
    return undefined;
  }
}

function fromProc(pid: number): Seen | undefined {
  try {
    // The name in brackets may itself hold brackets and spaces: the state is the first word after the last one.
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '')[0];
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return {
      zombie: state === 'Z' || state === 'X',
      line: words.join(' ').trim(),
      program: words[0] ?? '',
      cwd: cwdOf(pid),
    };
  } catch {
    return undefined;
  }
}

function cwdOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

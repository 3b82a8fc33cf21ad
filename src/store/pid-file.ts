import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * What stands behind a data folder's pid file. Pids start again after a reboot and in a container, so a pid is
 * never trusted, and never signalled, before its state and its command line are read.
 */
export type Behind =
  | { readonly is: 'nobody' }
  /** It names a process that is gone. PostgreSQL removes such a file itself, once it has looked for what was left. */
  | { readonly is: 'dead' }
  /** It names a zombie, an innocent process or nothing: PostgreSQL would refuse it for ever. */
  | { readonly is: 'stale' }
  | { readonly is: 'postmaster'; readonly pid: number };

/** @param folder PostgreSQL's data folder. */
export function behindPidFile(folder: string): Behind {
  let pid: number;
  try {
    pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return { is: 'nobody' };
  }
  if (!Number.isInteger(pid) || pid <= 0) return { is: 'stale' };
  const seen = processOf(pid);
  if (!seen) return { is: 'dead' };
  if (seen.zombie || !isPostmasterOf(seen, folder)) return { is: 'stale' };
  return { is: 'postmaster', pid };
}

/**
 * Processes that still work on a data folder though their postmaster is gone. While there is one, a second
 * PostgreSQL on the folder would destroy it. Empty where there is no `/proc`: there PostgreSQL's own check must do.
 */
export function leftOn(folder: string): number[] {
  if (!hasProc) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const seen = processOf(pid);
      if (!seen || seen.zombie || seen.cwd === undefined) return false;
      return isPostgres(seen.command) && same(seen.cwd, folder);
    });
}

interface Seen {
  readonly zombie: boolean;
  readonly command: readonly string[];
  /** PostgreSQL works in its data folder. Undefined where we may not look. */
  readonly cwd: string | undefined;
}

const hasProc = existsSync('/proc/self/stat');

const isPostgres = (command: readonly string[]): boolean => /^postgres(:|$)/.test(basename(command[0] ?? ''));

/** The folder may be known by several paths, so what counts is where they lead. */
function isPostmasterOf(seen: Seen, folder: string): boolean {
  if (!isPostgres(seen.command)) return false;
  const named = seen.command[seen.command.indexOf('-D') + 1];
  return [seen.cwd, named].some((path) => path !== undefined && same(path, folder));
}

function same(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    return false;
  }
}

function processOf(pid: number): Seen | undefined {
  if (hasProc) return fromProc(pid);
  try {
    const [state = '', ...words] = execFileSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/);
    return { zombie: state.startsWith('Z'), command: words, cwd: undefined };
  } catch {
    return undefined;
  }
}

function fromProc(pid: number): Seen | undefined {
  try {
    // The name in brackets may itself hold brackets and spaces: the state is the first word after the last one.
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '')[0];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return { zombie: state === 'Z' || state === 'X', command, cwd: placeOf(pid) };
  } catch {
    return undefined;
  }
}

function placeOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

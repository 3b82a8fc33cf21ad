import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What stands behind a data folder's pid file. Pids start again after a reboot and in a container, so a pid is
 * never trusted, and never signalled, before its state and its command line are read.
 */
export type Behind =
  | { readonly is: 'nobody' }
  /** A file that names a dead process, a zombie or an innocent one: remove it. */
  | { readonly is: 'stale' }
  | { readonly is: 'postmaster'; readonly pid: number };

/** @param folder PostgreSQL's data folder. */
export function behindPidFile(folder: string): Behind {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return { is: 'nobody' };
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return { is: 'stale' };
  const seen = processOf(pid);
  if (!seen || seen.zombie || !isPostmasterOf(seen.command, folder)) return { is: 'stale' };
  return { is: 'postmaster', pid };
}

const isPostmasterOf = (command: readonly string[], folder: string): boolean =>
  command.some((word) => /(^|\/)postgres(:|$)/.test(word)) && command.includes(folder);

function processOf(pid: number): { zombie: boolean; command: readonly string[] } | undefined {
  if (existsSync('/proc/self/stat')) return fromProc(pid);
  try {
    const [state = '', ...words] = execFileSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/);
    return { zombie: state.startsWith('Z'), command: words };
  } catch {
    return undefined;
  }
}

function fromProc(pid: number): { zombie: boolean; command: readonly string[] } | undefined {
  try {
    // The name in brackets may itself hold brackets and spaces: the state is the first word after the last one.
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '')[0];
    return {
      zombie: state === 'Z' || state === 'X',
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'),
    };
  } catch {
    return undefined;
  }
}

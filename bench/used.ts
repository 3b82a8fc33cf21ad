import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ticksPerSecond = 100;

const fieldsOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\)\s/s, '')
    .split(' ');

/** CPU milliseconds that a process has used; nought for one that is gone. */
export function cpuOf(pid: number): number {
  try {
    const fields = fieldsOf(pid);
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return 0;
  }
}

function parentOf(pid: number): number {
  try {
    return Number(fieldsOf(pid)[1]);
  } catch {
    return -1;
  }
}

/** A process with everything that it began. */
export function family(pid: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return [pid, ...all.filter((one) => parentOf(one) === pid)];
}

/** The private PostgreSQL of a folder. Ended back ends are counted by their parent. */
export function postgresOf(folder: string): { cpu: () => number; memory: () => number } {
  const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const ended = (): number => {
    const fields = fieldsOf(pid);
    return ((Number(fields[13]) + Number(fields[14])) * 1000) / ticksPerSecond;
  };
  return {
    cpu: () => family(pid).reduce((sum, one) => sum + cpuOf(one), ended()),
    memory: () => family(pid).reduce((sum, one) => sum + memoryOf(one), 0),
  };
}

/** Megabytes of a process, shared pages by their share (PSS). */
export function memoryOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

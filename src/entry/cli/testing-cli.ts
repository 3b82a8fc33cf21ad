import { Readable } from 'node:stream';
import { cli, type CliIo, type Run } from './index.ts';

/** What a command printed, and what the shell was told. */
export interface Told {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A port that nobody should touch in this test: it says so. */
const closed = (name: string) => () =>
  Promise.reject(new Error(`${name} was opened, and should not have been`));

/** Runs one command line over these ports; the others are closed. */
export async function ran(
  words: readonly string[],
  ports: Partial<Run>,
  given: { stdin?: string; token?: string } = {},
): Promise<Told> {
  const told = { out: '', err: '' };
  const into = (name: 'out' | 'err') => ({
    write(text: string, done?: (error?: Error | null) => void) {
      told[name] += text;
      done?.();
    },
  });
  const io: CliIo = {
    stdin: Readable.from([given.stdin ?? '']),
    stdout: into('out'),
    stderr: into('err'),
    token: given.token,
    run: {
      serve: closed('serve'),
      worker: closed('worker'),
      policies: closed('policies'),
      declared: closed('declared'),
      open: closed('open'),
      verifyAudit: closed('verifyAudit'),
      secondReader: closed('secondReader'),
      restore: closed('restore'),
      ...ports,
    },
  };
  return { exit: await cli(words, io), ...told };
}

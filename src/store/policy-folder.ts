import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolicyUnreadable, readPolicy, type Policy } from '#policy/index.ts';

/** One version's pack as it lies on disk. */
export interface PolicyPack {
  readonly policy: Policy;
  readonly folder: string;
  /** `coverage.json` of the pack as text; undefined where it has none. */
  readonly coverage: string | undefined;
}

/**
 * Reads every pack under `policies/<policy>/<version>/`.
 * @throws PolicyUnreadable naming the pack and everything wrong in it.
 */
export async function loadPacks(folder: string): Promise<PolicyPack[]> {
  const packs: PolicyPack[] = [];
  for (const name of await foldersIn(folder)) {
    for (const version of await foldersIn(join(folder, name)))
      packs.push(await loadPack(join(folder, name, version), `${name}/${version}`));
  }
  if (packs.length === 0)
    throw new PolicyUnreadable([
      `there is no policy under ${folder}: add one as policies/<policy>/<version>/`,
    ]);
  return packs;
}

const foldersIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

async function loadPack(folder: string, name: string): Promise<PolicyPack> {
  try {
    const [clauses, document, bindings] = await Promise.all(
      ['clauses.md', 'policy.json', 'bindings.json'].map((file) => readFile(join(folder, file), 'utf8')),
    );
    const policy = readPolicy({
      'clauses.md': clauses ?? '',
      'policy.json': document ?? '',
      'bindings.json': bindings ?? '',
    });
    if (policy.id !== name)
      throw new PolicyUnreadable([`its number and version make it ${policy.id}, but its folder is ${name}`]);
    const coverage = join(folder, 'coverage.json');
    return { policy, folder, coverage: existsSync(coverage) ? await readFile(coverage, 'utf8') : undefined };
  } catch (error) {
    if (error instanceof PolicyUnreadable)
      throw new PolicyUnreadable(error.problems.map((problem) => `${name}: ${problem}`));
    throw new PolicyUnreadable([`${name}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

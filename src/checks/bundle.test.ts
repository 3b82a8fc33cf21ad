import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** What a browser loads to judge a draft: the checks, and the dictionary when it is wanted. */
let folder: string;
let meta: Metafile;
const size = async (name: string): Promise<number> => gzipSync(await readFile(join(folder, name))).length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-bundle-'));
  const { metafile } = await build({
    stdin: {
      contents: "export * from '#checks/index.ts'; export { loadDictionary } from '#text/index.ts';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    outdir: folder,
  });
  meta = metafile;
});
afterAll(() => rm(folder, { recursive: true }));

describe('the checks in a browser', () => {
  test('need nothing that only a server has', () => {
    const imports = Object.values(meta.outputs).flatMap((one) => one.imports.filter((two) => two.external));
    expect(imports).toEqual([]);
  });
  test('are under 900 kB as they are sent, with the dictionary', async () => {
    const sizes = await Promise.all((await readdir(folder)).map(size));
    expect(sizes.reduce((one, two) => one + two)).toBeLessThan(900_000);
  });
  test('leave the dictionary for later', () => {
    const [first] = Object.values(meta.outputs).filter(
      (one) => one.entryPoint !== undefined && one.entryPoint.includes('stdin'),
    );
    expect(Object.keys(first?.inputs ?? {}).length).toBeGreaterThan(20);
    expect(Object.keys(first?.inputs ?? {}).join()).not.toContain('british-words');
  });
});

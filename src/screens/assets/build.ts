import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { AssetManifest } from './manifest.ts';

const here = import.meta.dirname;
const packed = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** What a single page loads besides, and no other page. */
export interface PageScript {
  readonly name: string;
  /** Source that the page runs. */
  readonly entry: string;
  /** Source that runs beside the page; the page knows its file's name as `WORKER_FILE`. */
  readonly worker?: string;
}

/**
 * Makes what pages load: the design system's style sheet without its licensed typeface, ours, and one script of
 * the islands. Names carry a digest of the content, so that browsers may keep them for ever; each file also
 * lies there compressed.
 * @param outDir is emptied first.
 * @param scripts of single pages.
 * @returns the manifest, which is also written to `manifest.json` in it.
 */
export async function buildAssets(
  outDir: string,
  scripts: readonly PageScript[] = [],
): Promise<AssetManifest> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const put = (stem: string, type: string, content: string): Promise<string> =>
    write(outDir, stem, type, content);
  const manifest: AssetManifest = {
    styles: [
      await put('nhsuk', 'css', await designSystem(put)),
      await put('signpost', 'css', await minified(join(here, 'signpost.css'))),
    ],
    script: await put('islands', 'js', await minified(join(here, '../islands/main.ts'))),
    scripts: Object.fromEntries(
      await Promise.all(scripts.map(async (one) => [one.name, await pageScript(put, one)] as const)),
    ),
    icon: await put('icon', 'svg', await readFile(join(here, 'icon.svg'), 'utf8')),
  };
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

/** The worker first: its name, which changes with its content, stands in the script that starts it. */
async function pageScript(put: Put, { name, entry, worker }: PageScript): Promise<string> {
  if (worker === undefined) return put(name, 'js', await minified(entry));
  const file = await put(`${name}-worker`, 'js', await minified(worker));
  return put(name, 'js', await minified(entry, { WORKER_FILE: JSON.stringify(file) }));
}

type Put = (stem: string, type: string, content: string) => Promise<string>;

async function write(outDir: string, stem: string, type: string, content: string): Promise<string> {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const name = `${stem}.${digest}.${type}`;
  await writeFile(join(outDir, name), content);
  await writeFile(join(outDir, `${name}.br`), await packed.br(content));
  await writeFile(join(outDir, `${name}.gz`), await packed.gz(content));
  return name;
}

/** The design system's sheet: no foreign address is left in it, and its four icons are ours to serve. */
async function designSystem(put: Put): Promise<string> {
  const folder = createRequire(import.meta.url)
    .resolve('nhsuk-frontend/package.json')
    .replace('package.json', 'dist/nhsuk/');
  let css = await readFile(join(folder, 'nhsuk-frontend.min.css'), 'utf8');
  css = withoutTypeface(css);
  for (const [whole, name] of css.matchAll(/\/assets\/images\/([\w-]+)\.svg/g)) {
    const file = await put(
      name ?? '',
      'svg',
      await readFile(join(folder, 'assets/images', `${name}.svg`), 'utf8'),
    );
    css = css.replaceAll(whole, file);
  }
  return css;
}

/** The typeface is licensed to a few and would be fetched from elsewhere: systems' own faces are used instead. */
function withoutTypeface(css: string): string {
  return css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/"?Frutiger W01"?,/g, '')
    .replaceAll(/\/\*# sourceMappingURL=.*?\*\//g, '');
}

async function minified(path: string, define: Readonly<Record<string, string>> = {}): Promise<string> {
  // Only the build needs it: the running program does not load it.
  const { build } = await import('esbuild');
  const made = await build({
    entryPoints: [path],
    bundle: true,
    define,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  return made.outputFiles[0]?.text ?? '';
}

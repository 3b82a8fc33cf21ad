import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of the built files, inside their folder. */
export interface AssetManifest {
  readonly styles: readonly string[];
  readonly script: string;
  /** Scripts of single pages, by the name that a page asks for. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly icon: string;
}

/** @throws with what to do where the assets were never built. */
export async function readManifest(folder: string): Promise<AssetManifest> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as AssetManifest;
  } catch (cause) {
    throw new Error(`No built style sheets in ${folder}: run script/start, which builds them`, { cause });
  }
}

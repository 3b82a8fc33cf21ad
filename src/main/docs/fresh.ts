import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environment } from '../../config.ts';
import { root } from '../root.ts';

/** Set by `script/docs`: what is out of date is written anew instead of being named. */
const renewing = environment['SIGNPOST_RENEW_DOCS'] === 'yes';
const howToRenew = 'Run script/docs, look at the difference, and commit it with your change.';

/**
 * Is a generated page what the declarations make of it now?
 * @param path from the root, such as `docs/roles.md`.
 * @returns what is wrong and how to put it right; nothing where it is fresh.
 */
export function outOfDate(path: string, text: string): string[] {
  const file = join(root, path);
  if (renewing) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return [];
  }
  if (!existsSync(file)) return [`${path} is not there. ${howToRenew}`];
  return differenceIn(path, readFileSync(file, 'utf8'), text);
}

/** The first line that differs, so that a reviewer sees at once what changed. */
export function differenceIn(path: string, is: string, shouldBe: string): string[] {
  if (is === shouldBe) return [];
  const [old, now] = [is.split('\n'), shouldBe.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at < 0 ? now.length : at;
  return [
    `${path} is out of date at line ${line + 1}. It says “${old[line] ?? ''}”; it should say “${now[line] ?? ''}”. ${howToRenew}`,
  ];
}

/** Generated pages of a folder that no declaration makes any more. */
export function leftOver(folder: string, pages: readonly string[]): string[] {
  const there = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const over = there.map((name) => `${folder}/${name}`).filter((path) => !pages.includes(path));
  if (!renewing) return over.map((path) => `${path} belongs to nothing any more. ${howToRenew}`);
  for (const path of over) rmSync(join(root, path));
  return [];
}

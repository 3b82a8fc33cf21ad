import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source.ts';

test(
  'every deliberate mistake in a declaration is a compile error, and the right one is none',
  { timeout: 60_000 },
  () => {
    const text = readFileSync(join(root, 'plan/mistakes/mistakes.ts'), 'utf8').split('\n');
    const mistakes = text.flatMap((line, index) => (line.trim() === '// MISTAKE' ? [index + 2] : []));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const run = spawnSync(
      process.execPath,
      [compiler, '-p', join(root, 'plan/mistakes'), '--pretty', 'false'],
      {
        encoding: 'utf8',
        cwd: root,
      },
    );
    const errors = [...run.stdout.matchAll(/mistakes\/([\w-]+\.ts)\((\d+),/g)].map((match) => [
      match[1],
      Number(match[2]),
    ]);
    expect(errors.filter(([file]) => file !== 'mistakes.ts')).toEqual([]);
    const found = new Set(errors.map(([, line]) => line));
    expect(mistakes.filter((line) => !found.has(line))).toEqual([]);
    expect([...found].filter((line) => !mistakes.includes(Number(line)))).toEqual([]);
    expect(mistakes.length).toBeGreaterThanOrEqual(13);
  },
);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy, type PolicyFiles } from './read.ts';
import type { Policy } from './policy.ts';

export const policyFolder = join(import.meta.dirname, '../../policies');
export const packIds = ['icb002/1.0', 'lmc-sm/2.1'] as const;
export type PackId = (typeof packIds)[number];

/** Text of one file of a pack that lies in the checkout. */
export const fileOf = (id: PackId, name: string): string =>
  readFileSync(join(policyFolder, id, name), 'utf8');

export const filesOf = (id: PackId): PolicyFiles => ({
  'clauses.md': fileOf(id, 'clauses.md'),
  'policy.json': fileOf(id, 'policy.json'),
  'bindings.json': fileOf(id, 'bindings.json'),
});

export const pack = (id: PackId): Policy => readPolicy(filesOf(id));

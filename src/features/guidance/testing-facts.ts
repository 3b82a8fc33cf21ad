import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPolicy, type Policy } from '#policy/index.ts';
import { factsOf, type Facts } from './facts.ts';

const packs = resolve(import.meta.dirname, '../../../policies');

export const packOf = (id: string): Policy => {
  const text = (file: string): string => readFileSync(`${packs}/${id}/${file}`, 'utf8');
  return readPolicy({
    'clauses.md': text('clauses.md'),
    'policy.json': text('policy.json'),
    'bindings.json': text('bindings.json'),
  });
};

export const now = Temporal.Instant.from('2026-11-27T10:00:00Z');

/** What the page brings along, after the way through its markup. */
export const factsFor = (policy: Policy): Facts => JSON.parse(JSON.stringify(factsOf(policy, now))) as Facts;

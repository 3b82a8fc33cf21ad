import { describe, expect, test } from 'vitest';
import { policyInForce } from './in-force.ts';
import { readPolicy } from './read.ts';
import type { Policy } from './policy.ts';
import { fileOf, pack } from './testing-packs.ts';

const statuses = ['draft', 'in-review', 'committee', 'board', 'in-force', 'superseded', 'withdrawn'] as const;
const first = pack('icb002/1.0');

function withStatus(status: string): Policy {
  const document = JSON.parse(fileOf('icb002/1.0', 'policy.json')) as object;
  return readPolicy({
    'clauses.md': fileOf('icb002/1.0', 'clauses.md'),
    'policy.json': JSON.stringify({ ...document, version: '2.0', effective: '2026-07-01', status }),
    'bindings.json': fileOf('icb002/1.0', 'bindings.json'),
  });
}

describe('a version has one of seven statuses', () => {
  test.each(statuses)('%s', (status) => {
    const next = withStatus(status);
    expect(next.status).toBe(status);
    const decides = policyInForce([first, next], Temporal.Instant.from('2026-11-18T10:00:00Z')).version;
    expect(decides).toBe(status === 'in-force' || status === 'superseded' ? '2.0' : '1.0');
  });

  test('and no other', () => {
    expect(() => withStatus('approved')).toThrow(/status/);
  });
});

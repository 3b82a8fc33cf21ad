import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsAt, policyInForce } from './in-force.ts';
import type { Policy } from './policy.ts';
import { pack } from './testing-packs.ts';

const base = pack('icb002/1.0');
const version = (name: string, effective: string, status: Policy['status'] = 'in-force'): Policy => ({
  ...base,
  id: `icb002/${name}`,
  version: name,
  effective: Temporal.PlainDate.from(effective),
  status,
});
const at = (text: string) => Temporal.Instant.from(text);

describe('the version in force', () => {
  const all = [version('2.0', '2026-07-01'), version('1.0', '2022-07-01', 'superseded')];

  test('switches at midnight where the organisation is, not at midnight UTC', () => {
    expect(policyInForce(all, at('2026-06-30T22:59:59.999Z')).version).toBe('1.0');
    expect(policyInForce(all, at('2026-06-30T23:00:00Z')).version).toBe('2.0');
    expect(beginsAt(version('3.0', '2027-01-01')).toString()).toBe('2027-01-01T00:00:00Z');
  });

  test('is never one that nobody approved, or that was withdrawn', () => {
    for (const status of ['draft', 'in-review', 'committee', 'board', 'withdrawn'] as const) {
      const with3 = [...all, version('3.0', '2026-08-01', status)];
      expect(policyInForce(with3, at('2026-09-01T00:00:00Z')).version).toBe('2.0');
    }
  });

  test('is an error that lists what is loaded, where none had begun', () => {
    expect(() => policyInForce(all, at('2022-06-30T22:59:59Z'))).toThrow(
      'No version of the policy was in force at 2022-06-30T22:59:59Z. Loaded: icb002/2.0 (in-force, from 2026-07-01), icb002/1.0 (superseded, from 2022-07-01).',
    );
    expect(() => policyInForce([], at('2026-01-01T00:00:00Z'))).toThrow('None is loaded');
  });

  test('is an error where two begin together', () => {
    const two = [...all, version('2.1', '2026-07-01')];
    expect(() => policyInForce(two, at('2026-07-02T00:00:00Z'))).toThrow('exactly one version');
    expect(policyInForce(two, at('2026-06-01T00:00:00Z')).version).toBe('1.0');
  });

  test('is exactly one, the last that began, whatever order they are loaded in', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 5000 }), (starts, day) => {
        const first = Temporal.PlainDate.from('2020-01-01');
        const versions = starts.map((start) => version(String(start), first.add({ days: start }).toString()));
        const moment = beginsAt(version('x', first.add({ days: day }).toString()));
        const begun = starts.filter((start) => start <= day);
        if (begun.length === 0) expect(() => policyInForce(versions, moment)).toThrow();
        else expect(policyInForce(versions, moment).version).toBe(String(Math.max(...begun)));
      }),
    );
  });
});

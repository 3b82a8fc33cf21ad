import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  lintPolicy,
  checkCoverage,
  policyInForce,
  PolicyUnreadable,
  readCoverage,
  readPolicy,
  ruleNames,
  type Policy,
  type PolicyFiles,
} from './index.ts';

const folder = join(import.meta.dirname, '../../policies/icb002/1.0');
const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
const files: PolicyFiles = {
  'clauses.md': text('clauses.md'),
  'policy.json': text('policy.json'),
  'bindings.json': text('bindings.json'),
};
const policy = readPolicy(files);
const packWith = (change: Record<string, unknown>): PolicyFiles => ({
  ...files,
  'policy.json': JSON.stringify({ ...JSON.parse(files['policy.json']), ...change }),
});

test('180 clauses, each once, and every rule bound to one of them', () => {
  expect(policy.clauses).toHaveLength(180);
  expect(new Set(policy.clauses.map((clause) => clause.id)).size).toBe(180);
  for (const rule of ruleNames) {
    const citation = policy.cite(rule);
    expect(policy.clause(citation.clause).title).toBe(citation.title);
    expect(citation.words.split(' ').length).toBeLessThanOrEqual(12);
  }
});

test('a default is never cited as if the policy said it', () => {
  expect(policy.cite('inbox.target-share').basis).toBe('default');
  expect(policy.cite('inbox.reply-within').basis).toBe('stated');
});

describe('a pack that is wrong', () => {
  test('lists everything that is wrong with it, not the first thing alone', () => {
    const bindings = JSON.parse(files['bindings.json']) as {
      rule: string;
      clause: string;
      value?: unknown;
    }[];
    const wrong = bindings
      .filter((one) => one.rule !== 'inbox.check')
      .map((one) =>
        one.rule === 'inbox.claim' ? { ...one, clause: 'Z.9', value: { leaseMinutes: 'long' } } : one,
      );
    const read = () =>
      readPolicy({
        ...files,
        'bindings.json': JSON.stringify([
          ...wrong,
          { rule: 'inbox.nonsense', clause: 'DC.1', basis: 'stated' },
        ]),
      });
    expect(read).toThrow(PolicyUnreadable);
    expect(read).toThrow(/inbox\.check is not bound[^]*/);
    expect(read).toThrow(/clause Z\.9/);
    expect(read).toThrow(/no rule inbox\.nonsense/);
    expect(read).toThrow(/value of inbox\.claim/);
  });
});

describe('the version in force', () => {
  const next = readPolicy(packWith({ version: '2.0', effective: '2026-07-01' }));
  test('switches at midnight where the organisation is, without a gap', () => {
    const at = (instant: string) => policyInForce([policy, next], Temporal.Instant.from(instant)).version;
    expect(at('2026-06-30T22:59:59Z')).toBe('1.0');
    expect(at('2026-06-30T23:00:00Z')).toBe('2.0');
  });
  test('is exactly one: none before the first, and no two at once', () => {
    expect(() => policyInForce([policy], Temporal.Instant.from('2022-06-30T22:59:59Z'))).toThrow(
      /No version/,
    );
    const twin = readPolicy(packWith({ version: '1.1' }));
    expect(() => policyInForce([policy, twin], Temporal.Instant.from('2026-01-01T00:00:00Z'))).toThrow(
      /exactly one/,
    );
  });
  test('a draft decides nothing', () => {
    const draft = readPolicy(packWith({ version: '3.0', status: 'draft', effective: '2026-01-01' }));
    expect(policyInForce([policy, draft], Temporal.Instant.from('2026-06-01T00:00:00Z')).version).toBe('1.0');
  });
});

describe('lint', () => {
  const today = Temporal.PlainDate.from('2026-11-27');
  const ids = (of: Pick<Policy, 'document'>, on = today): string[] =>
    lintPolicy(of, on).map((finding) => finding.id);
  const all = ids(policy);
  test('finds the nineteen, each once', () => {
    expect(all).toHaveLength(19);
    expect(new Set(all).size).toBe(19);
  });
  const document = policy.document;
  test('each of the nineteen is mended below', () => {
    expect(Object.keys(mended).sort()).toEqual([...all].sort());
  });
  const mended: Record<string, Partial<typeof document>> = {
    'review-date-passed': { nextReview: '2027-02' },
    'unnumbered-sections': { sections: document.sections.map((one) => ({ ...one, number: one.implied })) },
    'renamed-products': {
      products: document.products.filter((one) => one.name !== 'Twitter' && one.name !== 'Yammer'),
    },
    'mark-taken-for-proof': { trustMarks: document.trustMarks.map((one) => ({ ...one, asProof: false })) },
    'missing-appendices': { appendices: document.appendices.map((one) => ({ ...one, attached: true })) },
    'hidden-addresses': { addresses: document.addresses.map((one) => ({ ...one, masked: false })) },
    'promise-without-share': {
      promises: document.promises.map((one) => ({
        ...one,
        targetShare: 0.9,
        answers: { ...one.answers, 'near-closing': true },
      })),
    },
    'day-left-open': {
      promises: document.promises.map((one) => (one.force === 'always' ? { ...one, answers: {} } : one)),
    },
    'doubtful-words': { doubtfulWords: [] },
    'printed-twice': {
      principles: document.principles.map((one) => ({
        ...one,
        printed: 1,
        clauses: one.clauses.slice(0, 1),
      })),
    },
    'changed-after-ratification': { ratified: '2022-06-28' },
    'history-without-years': {
      history: document.history.map((one) => ({ ...one, date: `${one.date} 2022` })),
    },
    'audience-too-narrow': { audience: [...document.covers] },
    'two-hold-the-whole': { accountable: document.accountable.slice(0, 1) },
    'passwords-collected': {
      practices: document.practices.filter((one) => one.practice !== 'collects-passwords'),
    },
    'own-accounts-as-impostors': {
      practices: document.practices.filter((one) => one.practice !== 'reports-own-accounts-as-impostors'),
    },
    'erasure-without-limits': {
      practices: document.practices.map((one) => ({ ...one, limits: ['time', 'holds', 'records'] })),
    },
    'unlisted-policies': { policiesListed: document.policiesReliedOn },
    'channel-without-account': { channels: document.channels.map((one) => ({ ...one, reason: 'said' })) },
  };
  test.each(Object.entries(mended))(
    '%s is gone once its datum is mended; the others stay, and no other comes',
    (id, change) => {
      const left = ids({ document: { ...document, ...change } });
      expect(left).toEqual(all.filter((one) => one !== id));
    },
  );
  test('before the review date is over, nothing is overdue', () => {
    expect(ids(policy, Temporal.PlainDate.from('2024-02-29'))).not.toContain('review-date-passed');
    expect(ids(policy, Temporal.PlainDate.from('2024-03-01'))).toContain('review-date-passed');
  });
});

describe('coverage', () => {
  const row = (id: string, more: object = { status: 'planned' }) => ({ id, ...more });
  const rows = policy.clauses.map((clause) => row(clause.id));
  test('of the pack is readable and knows every clause', () => {
    expect(readCoverage(text('coverage.json'), policy)).toHaveLength(180);
  });
  test('refuses a claim without a test, an unknown clause, an outside without a reason', () => {
    const read = (change: ReturnType<typeof row>) => () =>
      readCoverage(JSON.stringify([change, ...rows.slice(1)]), policy);
    expect(read(row('DC.1', { status: 'enforced' }))).toThrow(/names no test/);
    expect(read(row('Z.9'))).toThrow(/Z\.9 is no clause/);
    expect(read(row('DC.1', { status: 'outside' }))).toThrow(/without a reason/);
    expect(read(row('DC.1', { status: 'planned', tests: [{ file: 'a', name: 'b' }] }))).toThrow(
      /planned but names/,
    );
  });
  test('a named test that did not run, or failed, is missed', () => {
    const coverage = [
      { id: 'DC.1', status: 'enforced' as const, tests: [{ file: 'a.test.ts', name: 'one' }] },
    ];
    expect(checkCoverage(coverage, [{ file: 'a.test.ts', name: 'one', state: 'passed' }])).toEqual([]);
    expect(checkCoverage(coverage, [{ file: 'a.test.ts', name: 'one', state: 'failed' }])).toHaveLength(1);
    expect(checkCoverage(coverage, [{ file: 'a.test.ts', name: 'two', state: 'passed' }])).toHaveLength(1);
  });
});

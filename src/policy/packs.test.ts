import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { edition, ruleNames, rules } from './rules.ts';
import { fileOf, pack, packIds, policyFolder } from './testing-packs.ts';

test('the packs of the checkout are the packs that are tested', () => {
  const found = readdirSync(policyFolder).flatMap((name) =>
    readdirSync(`${policyFolder}/${name}`).map((version) => `${name}/${version}`),
  );
  expect(found.sort()).toEqual([...packIds]);
});

describe.each(packIds)('the pack %s', (id) => {
  const policy = pack(id);

  test('binds every rule once, to a clause that it has', () => {
    expect(policy.bindings.map((one) => one.rule).sort()).toEqual([...ruleNames].sort());
    for (const { clause } of policy.bindings) expect(policy.clause(clause).id).toBe(clause);
    expect(policy.document.requires).toBe(edition);
  });

  test('says of each default why it is what it is', () => {
    const unexplained = policy.bindings.filter(
      ({ basis, note }) => basis === 'default' && note === undefined,
    );
    expect(unexplained.map((one) => one.rule)).toEqual([]);
  });

  test('does not put into the policy’s mouth what is ours', () => {
    for (const { rule, value, ours, note } of policy.bindings.filter((one) => one.ours.length > 0)) {
      const fields = value as Record<string, unknown>;
      for (const field of ours) expect(policy.cite(rule).words).not.toContain(String(fields[field]));
      expect({ rule, note }).toEqual({ rule, note: expect.any(String) });
    }
  });

  test('cites each rule in a few words, with no value left out', () => {
    for (const name of ruleNames) {
      const { words } = policy.cite(name);
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
      expect(words.split(/\s+/).length).toBeLessThanOrEqual(9);
    }
  });

  test('names each person by a role and never by a name', () => {
    const roles = /officer|lead|manager|director|executive|committee/i;
    const { authors, responsible, history, accountable } = policy.document;
    const named = [
      ...authors,
      responsible,
      ...history.map((row) => row.author),
      ...accountable.map((one) => one.who),
    ];
    expect(named.filter((one) => !roles.test(one))).toEqual([]);
  });
});

test('the two packs share no clause id, so no code can know one of them', () => {
  const [first, second] = packIds.map((id) => new Set(pack(id).clauses.map((clause) => clause.id)));
  expect(first?.intersection(second ?? new Set()).size).toBe(0);
});

test.each(packIds)('nothing of another pack stands in %s', (id) => {
  const text = ['clauses.md', 'policy.json', 'bindings.json', 'coverage.json']
    .map((name) => fileOf(id, name))
    .join('\n');
  for (const other of packIds.filter((one) => one !== id).map(pack)) {
    const { number, organisation, responsible } = other.document;
    for (const word of [number, organisation, responsible]) expect(text).not.toContain(word);
    for (const rule of ruleNames) expect(pack(id).cite(rule).policy).not.toBe(other.id);
  }
});

test('every rule says what it is about', () => {
  for (const name of ruleNames) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(rules[name].about.length).toBeGreaterThan(10);
  }
});

// Only where the organisation's own text is at hand: POLICY_SOURCE names its file.
const sources = [process.env['POLICY_SOURCE']].filter((one) => one !== undefined);
const run = 9;

function runsOf(text: string): string[] {
  const words: readonly string[] =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z0-9']+/g) ?? [];
  return words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(' '));
}

describe.each(sources)('the organisation’s own document', (source) => {
  const theirs = new Set(runsOf(readFileSync(source, 'utf8')));

  test('is long enough to compare with', () => {
    expect(theirs.size).toBeGreaterThan(1000);
  });
  test.each(['clauses.md', 'policy.json', 'bindings.json'])('is not copied into %s', (file) => {
    expect(runsOf(fileOf('icb002/1.0', file)).filter((words) => theirs.has(words))).toEqual([]);
  });
});

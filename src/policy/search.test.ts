import { expect, test } from 'vitest';
import { searchPolicy } from './search.ts';
import { pack } from './testing-packs.ts';

const policy = pack('icb002/1.0');
const found = (words: string): string[] => searchPolicy(policy, words).map((hit) => hit.clause.id);

test('a clause is found by its number, its title, its text and the words of its rules', () => {
  expect(found('6.4.b')[0]).toBe('6.4.b');
  expect(found('two hours')[0]).toBe('6.4.b');
  expect(found('quarrel usually answer')).toEqual([]);
  expect(found('comments usually')).toContain('6.4.b');
  expect(found('reply within 2 hours')).toContain('6.4.b');
});

test('every word must stand there, at the beginning of a word, in any case', () => {
  expect(found('HOURS')).toEqual(found('hours'));
  expect(found('hours nonesuch')).toEqual([]);
  const dealt = policy.clauses.find(
    (clause) => /\bdealt\b/.test(clause.text) && !/\balt/i.test(clause.text + clause.title),
  );
  expect(found('dealt')).toContain(dealt?.id);
  expect(found('alt')).not.toContain(dealt?.id);
});

test('a title that fits comes before a text that does', () => {
  const ids = found('review');
  const title = (id: string | undefined) =>
    policy
      .clause(id ?? '')
      .title.toLowerCase()
      .includes('review');
  const firstOther = ids.findIndex((id) => !title(id));
  expect(title(ids[0])).toBe(true);
  expect(ids.slice(firstOther).some(title)).toBe(false);
});

test.each(['', '   ', '.*', '((', '[a-', '\\', '%', "'; drop table x; --", '\u0000', '🦆'])(
  '%j finds nothing and breaks nothing',
  (words) => {
    expect(found(words)).toEqual([]);
  },
);

test('accents and apostrophes make no difference, and a flood of words is cut', () => {
  expect(found('réview')).toEqual(found('review'));
  expect(found('person’s')).toEqual(found("person's"));
  expect(found('xyzzy '.repeat(100_000))).toEqual([]);
});

test('the excerpt holds what was found', () => {
  for (const { excerpt, clause } of searchPolicy(policy, 'communications')) {
    expect(excerpt.length).toBeLessThanOrEqual(170);
    if (/\bcommunications/i.test(clause.text)) expect(excerpt.toLowerCase()).toContain('communications');
  }
});

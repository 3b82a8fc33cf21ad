import { describe, expect, test } from 'vitest';
import { readClauses } from './clauses.ts';

const read = (markdown: string) => {
  const problems: string[] = [];
  return { clauses: readClauses(markdown, problems), problems };
};

describe('the clauses of a pack', () => {
  test('stand under their section, with settings and a text of any length', () => {
    const { clauses, problems } = read(
      '# Name\n\nWords before.\n\n## Hours\n\n### S1/1 When we are there\napplies: corporate, forum\nbasis: inferred\nFirst line.\n\nSecond: with a colon.\n\n### S1/2 More\nText.\n',
    );
    expect(problems).toEqual([]);
    expect(clauses).toEqual([
      {
        id: 'S1/1',
        title: 'When we are there',
        section: 'Hours',
        applies: ['corporate', 'forum'],
        basis: 'inferred',
        text: 'First line.\n\nSecond: with a colon.',
      },
      { id: 'S1/2', title: 'More', section: 'Hours', applies: [], basis: 'stated', text: 'Text.' },
    ]);
  });

  test.each([
    ['a setting that is misspelt', '## S\n### 1 T\naplies: forum\nText.', '“aplies: forum” is no setting'],
    [
      'a basis that a clause cannot have',
      '## S\n### 1 T\nbasis: default\nText.',
      '“basis: default” is no setting',
    ],
    ['somebody to whom nothing applies', '## S\n### 1 T\napplies: everyone\nText.', '1 applies to everyone'],
    ['no text', '## S\n### 1 T\napplies: forum\n', '1 needs a title and a text'],
    ['no title', '## S\n### 1\nText.', '1 needs a title and a text'],
    ['one id twice', '## S\n### 1 T\nText.\n### 1 U\nText.', '1 stands there twice'],
    ['no section', '### 1 T\nText.', '1 stands in no section'],
    ['nothing', '# Only a name\n', 'clauses.md holds no clause'],
  ])('are refused with %s', (_, markdown, sentence) => {
    expect(read(markdown).problems.join('\n')).toContain(sentence);
  });
});

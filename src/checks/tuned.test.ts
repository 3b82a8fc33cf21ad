import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verdict } from './testing-checks.ts';

interface Example {
  readonly ref: string;
  readonly breaks: boolean;
  readonly text: string;
  readonly answer?: true;
  readonly preElection?: true;
  readonly accountKind?: 'personal';
}
const linesOf = <T>(name: string): T[] =>
  readFileSync(join(import.meta.dirname, 'examples', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/**
 * Drafts that the rules were mended by: they show that no later change loses what was won, and nothing of how the
 * rules do on drafts that nobody has seen.
 */
const examples = linesOf<Example>('tuned.jsonl');

const said = ({ text, answer, preElection, accountKind }: Example): string[] => {
  const { findings, questions } = verdict(
    {
      text,
      accountKind: accountKind ?? 'departmental',
      context: { ...(answer ? { replyTo: 'You cancelled it' } : {}), preElection },
    },
    { asOf: '2026-11-27' },
  );
  return [...findings, ...questions].map((one) => one.ref);
};

describe.each(Object.entries(Object.groupBy(examples, (one) => one.ref)))('%s', (ref, of = []) => {
  const found = of.map((one) => ({ ...one, told: said(one).includes(ref) }));
  test('is found where it is broken', () => {
    const broken = found.filter((one) => one.breaks);
    expect(broken.filter((one) => one.told).length / broken.length).toBeGreaterThanOrEqual(0.9);
  });
  test('is not found where it is kept', () => {
    const told = found.filter((one) => one.told);
    expect(told.filter((one) => one.breaks).length / told.length).toBeGreaterThanOrEqual(0.9);
  });
});

/** Posts and answers such as a good team writes. */
describe('drafts in order', () => {
  test.each(linesOf<{ text: string }>('in-order.jsonl').map((one) => one.text))('%s', (text) => {
    const grave = ['block', 'needs-role', 'warn'];
    for (const context of [{}, { preElection: true }, { replyTo: 'Can you help?' }]) {
      const { findings } = verdict({ text, context, accountKind: 'departmental' }, { asOf: '2026-11-27' });
      expect(findings.filter((one) => grave.includes(one.severity)).map((one) => one.ref)).toEqual([]);
    }
  });
});

describe('answers in order', () => {
  test.each(linesOf<{ text: string }>('answers-in-order.jsonl').map((one) => one.text))('%s', (text) => {
    const { findings } = verdict({
      text,
      context: { replyTo: 'Can you help?' },
      accountKind: 'departmental',
    });
    expect(findings.filter((one) => one.severity !== 'note').map((one) => one.ref)).toEqual([]);
  });
});

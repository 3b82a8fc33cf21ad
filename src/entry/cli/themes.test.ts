import { expect, test } from 'vitest';
import { ran } from './testing-cli.ts';

test('a comment a line in, how bad and what about a line out; a bad line is told and the rest still done', async () => {
  const lines = [
    { id: 'bad', text: 'We waited four hours for the ambulance and nobody told us anything. Appalling.' },
    { id: 'good', text: 'The nurses were so kind and friendly, thank you, I could not fault them.' },
    { id: 'none', text: '...' },
    { id: 7 },
  ];
  const { exit, out } = await ran(
    ['themes', '--jsonl'],
    {},
    { stdin: lines.map((one) => JSON.stringify(one)).join('\n') },
  );
  expect(exit).toBe(1);
  const [bad, good, none, wrong] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { criticality: number; sentiment: number; themes: string[] });
  expect(Object.keys(bad ?? {})).toEqual(['id', 'criticality', 'themes', 'sentiment']);
  expect(bad?.criticality).toBeLessThan(0);
  expect(bad?.sentiment).toBeGreaterThan(3);
  expect(bad?.themes).toContain('Timeliness of care');
  expect(good?.criticality).toBeGreaterThan(0);
  expect(good?.sentiment).toBeLessThan(3);
  expect(good?.themes).toContain('Staff manner & personal attributes');
  expect(none).toEqual({ id: 'none', criticality: null, themes: [], sentiment: null });
  expect(wrong).toMatchObject({ id: 7, error: expect.stringContaining('text') });
});

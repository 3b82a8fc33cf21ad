import { array, assert, constantFrom, property } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadDictionary, type Dictionary } from '#text/index.ts';
import { everyCheck } from './every-check.ts';
import { readDraft } from './draft.ts';
import { checkDraft, type Draft } from './index.ts';
import { health } from './testing-checks.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadDictionary();
  for (const text of ['Our clinic is open', 'Jo Bloggs, 07700 900123', 'é💉 “a” 12/03/1961'])
    for (let turn = 0; turn < 30; turn += 1) took(draftOf(text));
});

const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const draftOf = (text: string, reply = false): Draft => ({
  accountKind: 'departmental',
  network: 'x',
  text,
  context: { preElection: !reply, ...(reply ? { replyTo: 'x' } : {}) },
});
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** CPU of all checks together, in ms. */
function took(draft: Draft): number {
  const from = cpu();
  checkDraft(draft, health, { dictionary });
  return cpu() - from;
}
/** Of the quickest of six: what else the machine does is not ours. */
const quickest = (draft: Draft): number => Math.min(...Array.from({ length: 6 }, () => took(draft)));

/** Under this the steps of the clock say more than the text. */
const floor = 40;

const hostile = [
  'a',
  'aA',
  ' ',
  '\n',
  'a\n',
  '. ',
  '(',
  '[',
  '.',
  ',',
  '-',
  '@',
  '#',
  '#a ',
  '/',
  '///a.b',
  '"',
  '’',
  '*a',
  '_',
  '1',
  '1 ',
  '1-',
  '12/03/',
  '07700 900123 ',
  '44 ',
  'nine ',
  'dob ',
  'é',
  'İ',
  '\u0301',
  '\u200B',
  '💉',
  '🇬',
  '𝗕',
  'аa',
  '你',
  'م',
  'mr ',
  'Jo Bloggs ',
  'John ',
  'Take your ',
  'your appointment ',
  'https://a.b/c ',
  'a@b.c ',
  'a@',
  's**t ',
  'vote labour ',
  'AB ',
  "don't ",
  'new ',
  'It is. ',
  'clinnic ',
  '12 high street ',
];

describe.each(hostile)('100 kB of %j', (unit) => {
  test('take twice as long as half of it, and not the square of it', () => {
    // Posts before an election and answers are looked at by different rules.
    const reply = hostile.indexOf(unit) % 2 === 0;
    const half = quickest(draftOf(filled(unit, 50_000), reply));
    const whole = quickest(draftOf(filled(unit, 100_000), reply));
    expect(whole).toBeLessThan(3 * Math.max(half, floor));
  });

  test('keep no rule busy for long', () => {
    const draft = readDraft(draftOf(filled(unit, 100_000)));
    for (const part of ['folded', 'words', 'spoken', 'sentences', 'links', 'hashtags', 'emoji'] as const)
      void draft.body[part];
    for (const one of everyCheck) {
      const from = cpu();
      let told = 0;
      for (const _ of one.look(draft, health.value(one.rule), { dictionary })) {
        told += 1;
        if (told === 100) break;
      }
      // 50 ms on a quiet machine; tests run many at a time, and the first call of a rule is slower.
      expect({ ref: one.ref, slow: cpu() - from >= 400 }).toEqual({ ref: one.ref, slow: false });
    }
  });
});

test('no mixture of pieces is worse', () => {
  const pieces = constantFrom(
    ...hostile,
    'at ',
    'dot ',
    'sort code ',
    'nhs number ',
    '£1 million ',
    ')',
    '!',
    'the ',
    'you ',
  );
  assert(
    property(array(pieces, { minLength: 2, maxLength: 5 }), (mixture) => {
      const unit = mixture.join('');
      const half = quickest(draftOf(filled(unit, 10_000)));
      expect(took(draftOf(filled(unit, 20_000)))).toBeLessThan(4 * Math.max(half, floor));
    }),
    { numRuns: 40 },
  );
});

test('a rule tells of a hundred places at most', () => {
  const { findings } = checkDraft(draftOf(filled('s**t ', 100_000)), health);
  const told = findings.filter((one) => one.rule === 'checks.swearing').length;
  expect(told).toBeGreaterThan(50);
  const counts = everyCheck.map(({ ref }) => findings.filter((one) => one.ref === ref).length);
  // A reference that several rules share may come from each of them.
  expect(Math.max(...counts)).toBeLessThanOrEqual(300);
});

import { assert, array, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData, mask } from '#text/index.ts';
import { factsFor, packOf } from '../testing-facts.ts';
import { answer } from './answer.ts';
import type { Answer } from './messages.ts';
import { everywhere, masked } from './shown.ts';

const facts = factsFor(packOf('icb002/1.0'));
const details = ['07700 900123', '999 000 0018', 'ann.smith@example.com', 'QQ 12 34 56 C', '999 000 0026'];
const words = [
  ...details,
  'NHS number',
  'my name is Ann Smith',
  'ring me',
  'don’t',
  '#mentalhealthmatters',
  '😀',
  '.',
  'You should take 2 paracetamol',
  '\n',
];
const texts = array(constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' '));
const shown = (text: string) =>
  answer(facts, {
    part: 'post',
    text,
    accountKind: 'corporate',
    network: 'x',
    answers: true,
    preElection: false,
    incident: false,
    media: [],
  }) as Extract<Answer, { part: 'post' }>;

describe('what is shown', () => {
  test('repeats nobody’s details, in no excerpt, message or mark', () => {
    assert(
      property(texts, (text) => {
        const { findings, stretches } = shown(text);
        const said = JSON.stringify([findings.map(({ excerpt, message }) => [excerpt, message]), stretches]);
        const joined = stretches.map((one) => one.words).join('');
        for (const detail of findPersonalData(text, { asOf: facts.asOf }).map(({ start, end }) =>
          text.slice(start, end),
        ))
          expect(said.includes(detail) || joined.includes(detail)).toBe(false);
      }),
    );
    expect(JSON.stringify(shown('Ring Ann on 07700 900123').stretches)).toContain('[phone number]');
  });

  test('is the whole text, masked, with a mark where something was found', () => {
    assert(
      property(texts, (text) => {
        const { findings, stretches } = shown(text);
        const data = everywhere(text, findPersonalData(text, { asOf: facts.asOf }));
        expect(stretches.map((one) => one.words).join('')).toBe(mask(text, data));
        const numbers = new Set(stretches.flatMap((one) => one.numbers));
        for (const number of numbers) expect(findings[number - 1]).toBeDefined();
      }),
    );
  });

  test('marks what is gravest where two things meet, and leaves out a mark over everything', () => {
    const { findings, stretches } = shown('You should take 2 paracetamol. You don’t need a GP.');
    const medical = stretches.find((one) => one.words.includes('paracetamol'));
    expect(medical?.does).toBe('stops');
    const long = shown('word '.repeat(80));
    expect(long.findings).toContainEqual(expect.objectContaining({ does: 'stops' }));
    expect(findings.length).toBeGreaterThan(0);
    expect(long.stretches.filter((one) => one.does === 'stops')).toEqual([]);
  });
});

test('a stretch that begins inside a detail shows nothing of it', () => {
  const text = 'Ring 07700 900123 now';
  const data = findPersonalData(text);
  expect(masked(text, { start: 9, end: text.length }, data)).toBe('[phone number] now');
  expect(masked(text, { start: 0, end: 9 }, data)).toBe('Ring [phone number]');
});

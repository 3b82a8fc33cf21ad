import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { council, health } from '../testing-checks.ts';
import { checkBio } from './bio.ts';

const settings = { organisationNames: ['MSE'], asOf: '2026-11-27' };
const looked = (text: string, handle?: string) => checkBio({ text, handle }, health, settings);
const rulesIn = (text: string, handle?: string): string[] =>
  looked(text, handle).findings.map(({ rule }) => rule);

describe('a profile', () => {
  test.each([
    'Nurse at NHS Mid and South Essex. Runner, gardener.',
    'Midwife, MSE. Mum of two',
    'Proud to work for the NHS',
  ])('that names us and not whose views it holds is told to: %s', (text) => {
    const { findings } = looked(text);
    const missing = findings.find(({ rule }) => rule === 'profiles.own-views');
    expect(missing).toMatchObject({ clause: health.cite('profiles.own-views').clause, severity: 'warn' });
    const mended = text + (missing?.fix?.replacement ?? '');
    expect(rulesIn(mended)).not.toContain('profiles.own-views');
    expect(mended).toMatch(/[^.]\. My views are my own\.$/);
  });

  test.each([
    'Nurse, NHS Mid and South Essex. All views my own.',
    'MSE physio. Views are mine',
    'NHS porter; opinions expressed here are my own',
    'NHS doctor. Posts do not represent my employer',
    'NHS manager, speaking for myself',
  ])('that says whose views it holds is told that this is no shield: %s', (text) => {
    const { findings } = looked(text);
    expect(findings).toMatchObject([
      { rule: 'profiles.no-shield', severity: 'note', clause: health.cite('profiles.no-shield').clause },
    ]);
  });

  test('that names nobody is told to be open about it, and asked nothing about our logo', () => {
    expect(looked('Runner and gardener')).toMatchObject({
      findings: [{ rule: 'profiles.who', severity: 'note', clause: health.cite('profiles.who').clause }],
      questions: [],
    });
    expect(rulesIn('Dismantled. My own views on cheese.')).toContain('profiles.who');
  });

  test('that names us is asked about the role and the logo, with their clauses', () => {
    expect(looked('Nurse, MSE. Views my own').questions).toEqual([
      {
        rule: 'profiles.who',
        clause: health.cite('profiles.who').clause,
        ask: expect.stringMatching(/what you do/),
      },
      {
        rule: 'profiles.fitting',
        clause: health.cite('profiles.fitting').clause,
        ask: expect.stringMatching(/logo/),
      },
    ]);
  });

  test('keeps the rules about people’s details and tone as a post does', () => {
    expect(rulesIn('MSE nurse, views my own. Ring me on 07700 900123')).toContain('checks.personal-data');
    expect(rulesIn('MSE nurse, views my own. Vote Labour!')).toContain('checks.party-politics');
  });

  test('beside a handle with our name in it is told so; beside an innocent one it is not', () => {
    expect(looked('Views my own, NHS', '@JoeBloggsMSEICS').findings).toContainEqual(
      expect.objectContaining({
        rule: 'handles.personal',
        field: 'handle',
        clause: health.cite('handles.personal').clause,
      }),
    );
    for (const handle of ['@TomSelby', '@AdamSewell', ' ', undefined])
      expect(rulesIn('Views my own, NHS', handle)).toEqual(['profiles.no-shield']);
  });

  test('is never called safe, under a policy that is silent it is our default, and no text is too odd', () => {
    const { findings } = checkBio({ text: 'I work for Lochmarra Council' }, council);
    expect(findings).toMatchObject([{ rule: 'profiles.own-views', clause: null, basis: 'default' }]);
    assert(
      property(string({ unit: 'binary', maxLength: 160 }), (text) => {
        for (const { message, start, end } of looked(text).findings) {
          expect(message).not.toMatch(/\bsafe\b/i);
          expect(start <= end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payloads } from '#screens/testing-payloads.ts';
import { contrast, organisationStyle } from './organisation-colour.ts';
import { safePath } from './safe-path.ts';

describe('a path to go back to', () => {
  test.each(['/', '/inbox', '/inbox?view=mine&after=1', '/policy/S4%2F2#x', '/a/b/c'])(
    '%s is ours',
    (path) => {
      expect(safePath(path)).toBe(path);
    },
  );
  test.each([
    '',
    'inbox',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    '/a\nb',
    '/a\tb',
    '/ü',
    `/${'a'.repeat(600)}`,
  ])('%j is not', (path) => {
    expect(safePath(path)).toBeUndefined();
  });
  test('whatever passes stays on this host', () => {
    const odd = fc.string({
      unit: fc.constantFrom('/', '\\', '@', ':', '.', 'a', '?', '#', '%', '\t', '\n', ' ', '2f', '5c'),
    });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string(), fc.constantFrom(...payloads)), (text) => {
        const path = safePath(text);
        if (path === undefined) return;
        expect(new URL(path, 'https://signpost.test').origin).toBe('https://signpost.test');
        expect(path).not.toMatch(/[\r\n<>"]/);
      }),
    );
  });
});

describe('the organisation’s colour', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#005eb8', '#ffffff')).toBeCloseTo(6.38, 2);
  });
  test('any colour has an ink that can be read on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const colour = `#${value.toString(16).padStart(6, '0')}`;
        const ink = /on-organisation:(#\w+)/.exec(organisationStyle(colour)?.css ?? '')?.[1] ?? '';
        expect(contrast(colour, ink)).toBeGreaterThan(3);
      }),
    );
  });
  test.each(['red', '#fff', '#005eb8;}body{display:none', 'url(//evil.example)'])(
    '%s is not taken',
    (colour) => {
      expect(() => organisationStyle(colour)).toThrow('must be written as #005eb8');
    },
  );
  test('none is none', () => {
    expect(organisationStyle(undefined)).toBeUndefined();
  });
});

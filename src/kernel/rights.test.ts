import { describe, expect, test } from 'vitest';
import { lifecycle, statesOf, stepFrom, table, type Row } from './lifecycle.ts';
import { role, roleAt, self, system } from './party.ts';
import { holds, person, sees, systemStanding, whoCould, type Grant, type Standing } from './rights.ts';

const standing = (id: string, ...grants: Grant[]): Standing => ({ actor: person(id), name: id, grants });
const everywhere = (name: Grant['role']): Grant => ({ role: name, at: 'everywhere' });

describe('a party', () => {
  test('role is held everywhere, not at one place', () => {
    expect(holds(role('communications'), standing('p', everywhere('communications')), {})).toBe(true);
    expect(holds(role('communications'), standing('p', { role: 'communications', at: 'd1' }), {})).toBe(
      false,
    );
  });
  test('roleAt is held at the place that the row names, not elsewhere and not everywhere', () => {
    const holder = roleAt('account-holder', 'account');
    expect(holds(holder, standing('p', { role: 'account-holder', at: 'a1' }), { account: 'a1' })).toBe(true);
    expect(holds(holder, standing('p', { role: 'account-holder', at: 'a1' }), { account: 'a2' })).toBe(false);
    expect(holds(holder, standing('p', { role: 'account-holder', at: 'a1' }), { account: null })).toBe(false);
    expect(holds(holder, standing('p', everywhere('account-holder')), { account: 'a1' })).toBe(false);
  });
  test('self is the person in the column; a system is nobody', () => {
    expect(holds(self('author'), standing('p'), { author: 'p' })).toBe(true);
    expect(holds(self('author'), standing('p'), { author: null })).toBe(false);
    expect(holds(self('author'), systemStanding('timer'), { author: 'timer' })).toBe(false);
  });
  test('a system holds its own name only, and no person holds it', () => {
    expect(holds(system('sender'), systemStanding('sender'), {})).toBe(true);
    expect(holds(system('sender'), systemStanding('timer'), {})).toBe(false);
    expect(holds(system('sender'), standing('sender', everywhere('administrator')), {})).toBe(false);
  });
});

describe('sight', () => {
  const confidential = {
    see: [role('communications')],
    guarded: { by: 'secret', only: [role('guardian')] },
  } as const;
  test('a guarded row needs both parties; unknown counts as guarded', () => {
    const officer = standing('p', everywhere('communications'));
    const both = standing('q', everywhere('communications'), everywhere('guardian'));
    expect(sees(confidential, officer, { secret: false })).toBe(true);
    expect(sees(confidential, officer, { secret: true })).toBe(false);
    expect(sees(confidential, officer, { secret: null })).toBe(false);
    expect(sees(confidential, both, { secret: true })).toBe(true);
    expect(sees(confidential, standing('r', everywhere('guardian')), { secret: true })).toBe(false);
  });
  test('no role stands above it', () => {
    expect(sees(confidential, standing('a', everywhere('administrator')), { secret: false })).toBe(false);
  });
});

interface Note extends Row {
  state: 'open' | 'shut';
  author: string;
}
const note = lifecycle('note', {
  table: table<Note>('notes'),
  sight: { see: [self('author'), role('director')] },
  home: (id) => `/notes/${id}`,
  steps: [
    { from: 'nothing', by: 'write', to: 'open', who: [role('staff')], rule: 'inbox.answer' },
    { from: ['open'], by: 'shut', to: 'shut', who: [self('author')], rule: 'inbox.answer' },
    {
      from: ['open', 'shut'],
      by: 'tell',
      to: 'same',
      who: [role('director')],
      rule: 'inbox.answer',
      otherThan: ['write'],
    },
  ],
});

describe('a lifecycle', () => {
  test('finds the step of a verb in a state', () => {
    expect(stepFrom(note, 'shut', 'open')?.to).toBe('shut');
    expect(stepFrom(note, 'shut', 'shut')).toBeUndefined();
    expect(stepFrom(note, 'write', undefined)?.to).toBe('open');
    expect(stepFrom(note, 'write', 'open')).toBeUndefined();
    expect(statesOf(note)).toEqual(['open', 'shut']);
  });
  test('says who could, in words', () => {
    expect(whoCould([role('director'), self('author'), system('timer')])).toEqual([
      'director of communications',
      'the person named as author',
    ]);
  });
  test('refuses a verb in otherThan that it does not have, and quiet steps for people', () => {
    const spec = { table: table<Note>('notes'), sight: { see: [] }, home: (id: string) => id };
    const wrong = {
      from: ['open'] as const,
      by: 'shut',
      to: 'shut',
      who: [role('staff')],
      rule: 'inbox.answer',
    } as const;
    expect(() => lifecycle('note', { ...spec, steps: [{ ...wrong, otherThan: ['wriet'] }] })).toThrow(
      /wriet/,
    );
    expect(() => lifecycle('note', { ...spec, steps: [{ ...wrong, quiet: true }] })).toThrow(/quiet/);
  });
});

import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openHours } from '#features/inbox/index.ts';
import type { Policy } from '#policy/index.ts';
import { loadPacks } from '#store/policy-folder.ts';
import { stretchAt } from './stretch.ts';
import { automaticReply, momentsOfForms, standingText } from './text.ts';

let board: Policy;
let council: Policy;
beforeAll(async () => {
  const packs = await loadPacks(resolve(import.meta.dirname, '../../../policies'));
  const named = (id: string) => packs.find(({ policy }) => policy.id === id)?.policy;
  [board, council] = [named('icb002/1.0'), named('lmc-sm/2.1')] as [Policy, Policy];
});
const at = (text: string) => Temporal.Instant.from(text);
const says = (moment: string, max?: number) => automaticReply(board, at(moment), max);

describe('what it says', () => {
  test.each([
    // Friday 16:45 before a bank holiday Monday: the clock says Tuesday 10:45, and so does the reply.
    ['2027-05-28T15:45:00Z', 'open', 'by 10:45am on Tuesday 1 June'],
    ['2026-11-24T10:00:00Z', 'open', 'by midday today'],
    [
      '2026-11-28T23:00:00Z',
      'closed',
      'We open again at 9am on Monday 30 November and usually answer by 5pm that day',
    ],
    ['2026-11-25T07:30:00Z', 'closed', 'We open again at 9am today and usually answer by 5pm that day'],
    ['2026-12-25T10:00:00Z', 'closed-today', 'Today is a bank holiday (Christmas Day) and we are closed.'],
  ])('at %s it is the form %s', (moment, form, words) => {
    expect(says(moment)?.form).toBe(form);
    expect(says(moment)?.text).toContain(words);
  });
  test.each(['2026-11-24T10:00:00Z', '2026-11-28T23:00:00Z', '2026-12-25T10:00:00Z'])(
    'at %s it gives hours, website and 999 and 111, and does not say that anybody has read it',
    (moment) => {
      const text = says(moment)?.text ?? '';
      for (const words of ['Monday to Friday, 9am to 5pm', 'https://www.example.nhs.uk/', '999', '111'])
        expect(text).toContain(words);
      expect(text).toContain('nobody has read your message yet');
    },
  );
  test('where the network takes little, what matters in an emergency stays', () => {
    const whole = says('2026-11-28T23:00:00Z')?.text.length ?? 0;
    expect(says('2026-11-28T23:00:00Z', whole)?.text).toHaveLength(whole);
    for (const max of [whole - 1, 450, 300]) {
      const text = says('2026-11-28T23:00:00Z', max)?.text ?? '';
      expect(text.length).toBeLessThanOrEqual(max);
      expect(text).toContain('999');
      expect(text).toContain('9am on Monday 30 November');
    }
    expect(says('2026-11-28T23:00:00Z', 40)).toBeUndefined();
  });
  test('another policy, other hours and other numbers: Saturday is open, and a council names no 111', () => {
    const text = automaticReply(council, at('2026-11-28T09:00:00Z'))?.text ?? '';
    expect(text).toContain('Saturday, 8am to midday');
    expect(text).not.toContain('111');
  });
  test('the text to paste names no day and no moment', () => {
    expect(standingText(board)).not.toMatch(/today|tomorrow|\d (?:January|November|December)/);
    expect(standingText(board)).toContain('except bank holidays');
  });
  test('each form can be looked at before it is sent', () => {
    const { hours } = openHours(board);
    const moments = momentsOfForms(hours, at('2026-11-24T10:00:00Z'));
    expect([...moments.keys()].toSorted()).toEqual(['closed', 'closed-today', 'open']);
    for (const [form, moment] of moments) expect(automaticReply(board, moment)?.form).toBe(form);
  });
});

describe('the stretch of hours around a moment', () => {
  const stretch = (moment: string) => {
    const { open, from, to } = stretchAt(openHours(board).hours, at(moment));
    return [open, from.toString(), to.toString()];
  };
  test.each([
    ['2026-11-24T10:00:00Z', true, '2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z'],
    ['2026-11-24T09:00:00Z', true, '2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z'],
    ['2026-11-24T17:00:00Z', false, '2026-11-24T17:00:00Z', '2026-11-25T09:00:00Z'],
    ['2026-11-28T23:00:00Z', false, '2026-11-27T17:00:00Z', '2026-11-30T09:00:00Z'],
    // Across Easter and the change of the clocks: one stretch.
    ['2027-03-28T01:30:00Z', false, '2027-03-25T17:00:00Z', '2027-03-30T08:00:00Z'],
  ])('at %s', (moment, ...expected) => expect(stretch(moment)).toEqual(expected));
});

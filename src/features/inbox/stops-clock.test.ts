import { describe, expect, test } from 'vitest';
import { afterSending, stopsClock } from './stops-clock.ts';

describe('what stops the clock', () => {
  test('T1: an automatic reply does not', () => {
    expect(stopsClock('automatic')).toBe(false);
    expect(afterSending('automatic', 'waiting')).toBe('same');
  });
  test('T2: a human reply, a signpost, a question and “they will answer you by” do', () => {
    for (const kind of ['reply', 'signpost', 'question', 'pass-on-notice'] as const)
      expect(stopsClock(kind)).toBe(true);
  });
});

describe('where the enquiry goes', () => {
  test('by what was sent', () => {
    expect(afterSending('reply', 'being-answered')).toBe('answered');
    expect(afterSending('signpost', 'being-answered')).toBe('answered');
    expect(afterSending('question', 'being-answered')).toBe('waiting-on-them');
    expect(afterSending('pass-on-notice', 'being-answered')).toBe('with-department');
  });
  test('a further word leaves the move with whoever has it', () => {
    expect(afterSending('reply', 'with-department')).toBe('same');
    expect(afterSending('reply', 'waiting-on-them')).toBe('same');
    expect(afterSending('reply', 'closed')).toBe('same');
  });
});

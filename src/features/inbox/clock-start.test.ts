import { describe, expect, test } from 'vitest';
import { clockStart } from './clock-start.ts';

const at = (text: string) => Temporal.Instant.from(text);
const ingested = at('2026-11-18T10:05:00Z');
const start = (theirs?: string, firstRead?: string) => {
  const { received_at, time_basis } = clockStart({
    theirs: theirs === undefined ? undefined : at(theirs),
    ingested,
    firstRead: firstRead === undefined ? undefined : at(firstRead),
  });
  return [received_at.toString(), time_basis];
};

describe('T8: whose time the clock starts by', () => {
  test('the network’s own', () => {
    expect(start('2026-11-18T10:00:00Z', '2026-11-01T09:00:00Z')).toEqual([
      '2026-11-18T10:00:00Z',
      'network',
    ]);
    expect(start('2026-11-18T10:05:00Z')).toEqual(['2026-11-18T10:05:00Z', 'network']);
  });
  test('ours where the network gave none', () => {
    expect(start()).toEqual(['2026-11-18T10:05:00Z', 'absent']);
  });
  test('ours where the network’s has not come yet', () => {
    expect(start('2026-11-18T10:05:01Z')).toEqual(['2026-11-18T10:05:00Z', 'ahead']);
  });
  test('ours for what is more than 24 hours older than our first reading of the account', () => {
    expect(start('2026-11-17T10:04:59Z', '2026-11-18T10:05:00Z')).toEqual([
      '2026-11-18T10:05:00Z',
      'before-first-read',
    ]);
    expect(start('2026-11-17T10:05:00Z', '2026-11-18T10:05:00Z')).toEqual([
      '2026-11-17T10:05:00Z',
      'network',
    ]);
  });
});

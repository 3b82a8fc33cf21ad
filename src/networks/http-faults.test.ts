import { expect, test } from 'vitest';
import { faultFromStatus, faultWithoutAnswer, waitUntil } from './http-faults.ts';
import { OutboundFault } from './outbound.ts';

const now = Temporal.Instant.from('2026-11-03T10:00:00Z');
const wait = (headers: Record<string, string>) => waitUntil(new Headers(headers), now).toString();

test.each([
  [{ 'retry-after': '120' }, '2026-11-03T10:02:00Z'],
  [{ 'retry-after': 'Tue, 03 Nov 2026 10:05:00 GMT' }, '2026-11-03T10:05:00Z'],
  [{ 'ratelimit-reset': '1793700600' }, '2026-11-03T10:10:00Z'],
  [{ 'retry-after': '60', 'ratelimit-reset': '1793700600' }, '2026-11-03T10:10:00Z'],
  [{}, '2026-11-03T10:00:30Z'],
  [{ 'retry-after': '0' }, '2026-11-03T10:00:30Z'],
  [{ 'retry-after': 'soon' }, '2026-11-03T10:00:30Z'],
  [{ 'retry-after': '999999999' }, '2026-11-04T10:00:00Z'],
  [{ 'ratelimit-reset': '99999999999' }, '2026-11-04T10:00:00Z'],
])('%j means to wait until %s', (headers: Record<string, string>, until) => {
  expect(wait(headers)).toBe(until);
});

test('an answer that was lost leaves a write unknown and a read to be made again', () => {
  const cut = new OutboundFault('cut-off', 'x', true);
  expect(faultWithoutAnswer(cut, 'write').kind).toBe('unknown');
  expect(faultWithoutAnswer(cut, 'read').kind).toBe('away');
});

test('what never left this machine may be made again', () => {
  expect(faultWithoutAnswer(new OutboundFault('unreachable', 'x', false), 'write').kind).toBe('away');
});

test('a server that stumbles after a write leaves it unknown', () => {
  const headers = new Headers();
  expect(faultFromStatus(502, headers, now, 'write')?.kind).toBe('unknown');
  expect(faultFromStatus(502, headers, now, 'read')?.kind).toBe('away');
  expect(faultFromStatus(401, headers, now, 'write')?.kind).toBe('keys');
  expect(faultFromStatus(429, headers, now, 'write')?.kind).toBe('busy');
  expect(faultFromStatus(404, headers, now, 'read')).toBeUndefined();
});

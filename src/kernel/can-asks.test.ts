import { expect, test } from 'vitest';
import { loadNeeds } from './act.ts';
import type { AnyCommand } from './command.ts';
import { need, type Reader } from './need.ts';
import { systemStanding } from './rights.ts';

const far = need(async (): Promise<never> => {
  throw new Error('The far one was read');
});
const near = need(async () => 'near');
const command = { needs: { near, far } } as unknown as AnyCommand;
const at = {
  standing: systemStanding('timer'),
  now: Temporal.Instant.from('2026-11-24T10:00:00Z'),
};
const load = (only?: readonly string[]) =>
  loadNeeds({} as Reader, at, command, undefined, undefined as never, only);

test('a button reads the needs that its question names, and a decision reads them all', async () => {
  expect(await load(['near'])).toEqual({ near: 'near' });
  await expect(load()).rejects.toThrow('The far one was read');
});

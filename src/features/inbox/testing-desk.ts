import { afterAll, beforeEach } from 'vitest';
import { peopleIn } from '#features/people/index.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { inboxDesk, type InboxDesk } from './builders.ts';
import { inbox } from './index.ts';

export interface Desk {
  readonly at: TestHouse;
  readonly desk: InboxDesk;
  /** Who acts unless another is named: a new one in each test, whom nothing of the others concerns. */
  readonly officer: () => Actor;
}

/** A desk in a house of its own for a whole file of tests, closed after them. @param now when each of them begins. */
export async function openDesk(now = '2026-11-24T10:00:00Z'): Promise<Desk> {
  const at = await testHouse({ rooms: [peopleIn('Europe/London'), inbox], now });
  const newOfficer = () => at.person('Olu Officer', 'communications');
  let officer = newOfficer();
  afterAll(() => at.close());
  beforeEach(() => {
    at.clock.set(now);
    officer = newOfficer();
  });
  return { at, desk: inboxDesk(at, () => officer), officer: () => officer };
}

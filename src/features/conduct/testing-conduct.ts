import { afterAll, beforeEach } from 'vitest';
import { inboxDesk, type InboxDesk } from '#features/inbox/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { conductDesk } from './builders.ts';
import { conductIn } from './index.ts';

export interface ConductDesk {
  readonly at: TestHouse;
  readonly desk: InboxDesk;
  readonly conduct: ReturnType<typeof conductDesk>;
  /** New ones in each test: whoever acts unless another is named, and who decides. */
  readonly officer: () => Actor;
  readonly senior: () => Actor;
  readonly director: () => Actor;
}

/** A house of its own for a whole file of tests, closed after them. */
export async function openConduct(now = '2026-11-24T10:00:00Z'): Promise<ConductDesk> {
  const rooms = [peopleIn('Europe/London'), inbox, conductIn('Europe/London')];
  const at = await testHouse({ rooms, now });
  const all = () => ({
    officer: at.person('Olu Officer', 'communications'),
    senior: at.person('Sam Senior', 'senior-manager'),
    director: at.person('Dee Director', 'director'),
  });
  let people = all();
  const officer = () => people.officer;
  afterAll(() => at.close());
  beforeEach(() => {
    at.clock.set(now);
    people = all();
  });
  return {
    at,
    desk: inboxDesk(at, officer),
    conduct: conductDesk(at, officer),
    officer,
    senior: () => people.senior,
    director: () => people.director,
  };
}

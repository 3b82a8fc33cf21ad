import { sql } from 'kysely';
import { need, type Reader } from '#kernel/need.ts';
import { of } from './needs.ts';

/** Shifts under way whose test page of the week nobody has called for. */
const testsDue = (read: Reader, now: Temporal.Instant) =>
  of(read)
    .selectFrom('shifts')
    .select(['shifts.id as shift', 'shifts.person', 'shifts.test_week as week'])
    .where('shifts.state', '=', 'planned')
    .where('shifts.test_at', '<=', now)
    .where('shifts.ends_at', '>', now)
    .where(
      sql<boolean>`not exists (select from test_pages where test_pages.person = shifts.person and test_pages.week = shifts.test_week)`,
    )
    .orderBy('shifts.test_at');

export const nextTest = need(async (read, { now }) => testsDue(read, now).executeTakeFirst());

/**
 * Shifts whose handover note can be written and was not called for. Where the same person goes on at the same moment,
 * there is nobody to hand over to. What ended longer ago than this is history that was entered late.
 */
const notesDue = (read: Reader, now: Temporal.Instant) =>
  of(read)
    .selectFrom('shifts')
    .select(['shifts.id as shift', 'shifts.person', 'shifts.ends_at'])
    .where('shifts.state', '=', 'planned')
    .where('shifts.note_from', '<=', now)
    .where('shifts.ends_at', '>', now.subtract({ hours: 24 * 14 }))
    .where(sql<boolean>`not exists (select from handover_notes where handover_notes.shift = shifts.id)`)
    .where(
      sql<boolean>`not exists (select from shifts follows where follows.state = 'planned'
        and follows.person = shifts.person and follows.starts_at = shifts.ends_at)`,
    )
    .orderBy('shifts.note_from');

export const nextNote = need(async (read, { now }) => notesDue(read, now).executeTakeFirst());

const oneEach = (rows: readonly unknown[]): string[] => rows.map(() => 'new');

/** As many new rows as are due. */
export const newTests = async (read: Reader, now: Temporal.Instant) =>
  oneEach(await testsDue(read, now).limit(20).execute());
export const newNotes = async (read: Reader, now: Temporal.Instant) =>
  oneEach(await notesDue(read, now).limit(20).execute());

export async function testsOver(read: Reader, now: Temporal.Instant): Promise<string[]> {
  const rows = await of(read)
    .selectFrom('test_pages')
    .select('id')
    .where('state', 'in', ['due', 'sent'])
    .where('fails_at', '<=', now)
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

import { namesOf } from '#features/people/index.ts';
import { need, type Reader } from '#kernel/need.ts';
import { of } from './needs.ts';

/** The first shift that begins when this one ends, or after it. */
export const followsOn = (read: Reader, shift: string) =>
  of(read)
    .selectFrom('shifts as one')
    .innerJoin('shifts as next', (join) => join.onRef('next.starts_at', '>=', 'one.ends_at'))
    .select(['next.id', 'next.person', 'next.deputy', 'next.starts_at'])
    .where('one.id', '=', shift)
    .where('next.state', '=', 'planned')
    .orderBy('next.starts_at')
    .limit(1)
    .executeTakeFirst();

/** Whom a handover note is for: the person and the deputy of the shift that follows. */
export const followers = need(async (read, { row }) => {
  const next = await followsOn(read, String(row?.['shift']));
  const people = next ? [next.person, next.deputy].filter((one) => one !== null) : [];
  const names = await namesOf(read, people.slice(0, 1));
  return { people, name: names.get(people[0] ?? '') ?? 'whoever is next' };
});

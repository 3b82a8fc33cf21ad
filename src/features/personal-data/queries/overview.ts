import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { overseers, removal } from '../lifecycle.ts';
import { shown } from '../shown.ts';
import type { PersonalDataTables, Removal } from '../words.ts';
import { named } from './naming.ts';

/** What somebody looks through, with what each list holds. The first are to be dealt with, the last is done. */
export const lists = {
  waiting: 'Noticed, nothing decided',
  unconfirmed: 'Passed on, not confirmed',
  late: 'Nobody has confirmed for too long',
  due: 'To be deleted',
  network: 'Deleted here, still on its network',
  held: 'On hold',
  check: 'Spot check of this week',
  erased: 'Deleted',
} as const;
export type List = keyof typeof lists;

const conditions: Readonly<Record<List, RawBuilder<boolean>>> = {
  waiting: sql`state = 'noticed'`,
  unconfirmed: sql`state = 'passed-on'`,
  late: sql`state = 'passed-on' and told_at is not null`,
  due: sql`state in ('due', 'erasing')`,
  network: sql`state = 'erased' and outside is null`,
  held: sql`state = 'held'`,
  check: sql`state = 'erased' and picked_at is not null and checked_at is null`,
  erased: sql`state = 'erased'`,
};

/** The moment from which the age of what stands in a list counts. */
const since: Readonly<Record<List, RawBuilder<Temporal.Instant | null>>> = {
  waiting: sql`noticed_at`,
  unconfirmed: sql`passed_on_at`,
  late: sql`passed_on_at`,
  due: sql`coalesce(confirmed_at, from_at)`,
  network: sql`erased_at`,
  held: sql`held_at`,
  check: sql`picked_at`,
  erased: sql`erased_at`,
};

const names = Object.keys(lists) as List[];
const PAGE = 50;

export const overview = question('personal-data.overview', {
  about: 'Somebody’s details in messages: what waits for whom, how many, and since when; one list at a time.',
  askers: overseers,
  input: form({
    list: ask.given('List', z.enum(names as [List, ...List[]], { error: 'Choose a list' }).optional()),
  }),
  output: z.strictObject({
    list: z.string(),
    counts: z.array(
      z.strictObject({
        list: z.string(),
        count: z.int(),
        oldest: z.iso.datetime().nullable().describe('Since when the oldest stands there'),
      }),
    ),
    rows: z.array(shown).describe('50 at most: the oldest first, what is deleted the latest first'),
  }),
  async read(reading) {
    const list = reading.input.list ?? 'waiting';
    const db = reading.tables<PersonalDataTables>();
    const seen = reading.seen(removal);
    const [rows, counted] = await Promise.all([
      db
        .selectFrom('removals')
        .selectAll()
        .where(conditions[list])
        .where(seen)
        .orderBy(list === 'erased' ? sql`erased_at desc, id desc` : sql`${since[list]}, id`)
        .limit(PAGE)
        .execute(),
      sql<{ list: List; count: number; oldest: Temporal.Instant | null }>`${sql.join(
        names.map(
          (name) =>
            sql`select ${name}::text as list, count(*)::int as count, min(${since[name]}) as oldest
                from removals where ${conditions[name]} and ${seen}`,
        ),
        sql` union all `,
      )}`.execute(db),
    ]);
    const byName = new Map(counted.rows.map((row) => [row.list, row]));
    return {
      list,
      counts: names.map((name) => ({
        list: name,
        count: byName.get(name)?.count ?? 0,
        oldest: name === 'erased' ? null : (byName.get(name)?.oldest?.toString() ?? null),
      })),
      rows: await named(reading, rows as Removal[]),
    };
  },
});

import { sql } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { isId } from '#kernel/ids.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import { roleWords } from './access.ts';
import { heldBy } from './acknowledged.ts';
import { kindWords } from './person-query.ts';
import { keepers, person } from './lifecycle.ts';
import type { PeopleTables, Person } from './words.ts';

const PAGE = 200;
export const overseers = [...keepers, role('senior-manager'), role('auditor')] as const;

/** Everybody whom the policy covers, with their roles and whether they acknowledged the version in force. */
export const everybody = question('people.everybody', {
  about: 'Lists the people whom the policy covers: those who are here first, then by name.',
  askers: overseers,
  input: form({ after: ask.maybe('After this person', { hint: 'The id of the last person of a page' }) }),
  output: z.object({
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        kind: z.string(),
        kindWords: z.string(),
        state: z.string(),
        endsOn: z.string().nullable(),
        leaving: z.boolean(),
        accessEndsAt: z.string().nullable(),
        roles: z.array(z.string()),
        acknowledged: z.boolean(),
      }),
    ),
    more: z.boolean(),
  }),
  async read(reading) {
    const rows = await pageOf(reading, reading.input.after);
    const shown = rows.slice(0, PAGE);
    const { roles, acknowledged } = await about(reading, shown);
    return {
      more: rows.length > PAGE,
      people: shown.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        kind: row.kind,
        kindWords: kindWords(reading.policy, row.kind),
        state: row.state,
        endsOn: row.ends_on?.toString() ?? null,
        leaving: row.leaver_flagged_at !== null,
        accessEndsAt: row.access_ends_at?.toString() ?? null,
        acknowledged: acknowledged.has(row.id),
        roles: (roles.get(row.id) ?? []).map(roleWords),
      })),
    };
  },
});

type Asking = Pick<Reading<never>, 'tables' | 'seen' | 'policy'>;

/** One row more than a page, so that it is known whether there is another. A page begins after a person, not after a name: many share one. */
async function pageOf({ tables, seen }: Asking, after: string | undefined): Promise<Person[]> {
  let query = tables<PeopleTables>()
    .selectFrom('people')
    .selectAll()
    .where(seen(person))
    .orderBy('state')
    .orderBy('name')
    .orderBy('id')
    .limit(PAGE + 1);
  if (after !== undefined) {
    if (!isId(after)) return [];
    query = query.where(
      sql<boolean>`(state, name, id) > (select state, name, id from people where id = ${after})`,
    );
  }
  return query.execute();
}

async function about({ tables, policy }: Asking, people: readonly Person[]) {
  const db = tables<PeopleTables>();
  const ids = people.map(({ id }) => id);
  if (ids.length === 0) return { roles: new Map<string, never[]>(), acknowledged: new Set<string>() };
  const [given, read] = await Promise.all([
    db
      .selectFrom('grants')
      .select(['person', 'role', 'at'])
      .where('state', '=', 'given')
      .where('person', 'in', ids)
      .execute(),
    db
      .selectFrom('acknowledgements')
      .select('person')
      .where('version_read', 'like', `${heldBy(policy.id)}%`)
      .where('person', 'in', ids)
      .execute(),
  ]);
  return {
    roles: Map.groupBy(given, (one) => one.person),
    acknowledged: new Set(read.map((row) => row.person)),
  };
}

import { sql } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { isId } from '#kernel/ids.ts';
import { question, type Reading } from '#kernel/question.ts';
import { opensAccounts, roleWords } from './access.ts';
import { grant, reviewSight } from './lifecycle.ts';
import { namesOf } from './needs.ts';
import type { PeopleTables } from './words.ts';

const id = z.uuid();
const when = z.string().nullable();
const PAGE = 200;

type Asking = Pick<Reading<never>, 'tables' | 'seen'>;

/** Who holds what: every role given now that opens accounts of the organisation. */
export const access = question('people.access', {
  about:
    'Lists who has access to our accounts: each role that opens them, by whom it was given and until when.',
  askers: reviewSight,
  input: form({
    place: ask.maybe('At this place', {
      hint: 'The id of an account: roles that hold everywhere open it too',
    }),
    after: ask.maybe('After this role', { hint: 'The “grant” of the last row of a page' }),
  }),
  output: z.object({
    holdings: z.array(
      z.object({
        grant: id,
        person: id,
        name: z.string(),
        role: z.string(),
        roleWords: z.string(),
        at: z.string(),
        since: z.string(),
        until: when,
        givenBy: when,
        leaving: z.boolean(),
      }),
    ),
    more: z.boolean(),
  }),
  async read(reading) {
    const found = await pageOfAccess(reading, reading.input);
    const rows = found.slice(0, PAGE);
    const names = await namesOf(
      reading,
      rows.flatMap((row) => row.given_by ?? []),
    );
    return {
      more: found.length > PAGE,
      holdings: rows.map((row) => ({
        grant: row.grant,
        person: row.person,
        name: row.name,
        role: row.role,
        roleWords: roleWords(row),
        at: row.at,
        since: row.starts_at.toString(),
        until: row.ends_at?.toString() ?? null,
        givenBy: row.given_by === null ? null : (names.get(row.given_by) ?? null),
        leaving: row.leaver_flagged_at !== null,
      })),
    };
  },
});

/** One row more than a page, so that it is known whether there is another. A page begins after a role, not after a name: one person holds several. */
async function pageOfAccess(
  { tables, seen }: Asking,
  { place, after }: { readonly place?: string | undefined; readonly after?: string | undefined },
) {
  if (after !== undefined && !isId(after)) return [];
  let query = tables<PeopleTables>()
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person')
    .select(['grants.id as grant', 'people.id as person', 'people.name', 'people.leaver_flagged_at'])
    .select(['grants.role', 'grants.at', 'grants.starts_at', 'grants.ends_at', 'grants.given_by'])
    .where(seen(grant))
    .where('grants.state', '=', 'given')
    .where('grants.role', 'in', [...opensAccounts])
    .orderBy('people.name')
    .orderBy('grants.role')
    .orderBy('grants.id')
    .limit(PAGE + 1);
  if (place !== undefined) query = query.where('grants.at', 'in', ['everywhere', place]);
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(people.name, grants.role, grants.id) > (select p.name, g.role, g.id
        from grants g join people p on p.id = g.person where g.id = ${after})`,
    );
  return query.execute();
}

import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { heldBy } from './acknowledged.ts';
import { isHere } from './access.ts';
import { person } from './lifecycle.ts';
import type { PeopleTables } from './words.ts';

/** For a line manager: who is in their teams, and who of them has not yet read what is in force. Nobody else gets names. */
export const myTeam = question('people.my-team', {
  about:
    'Lists the people of the teams that I manage, and whether each has acknowledged the policy in force.',
  askers: [role('staff')],
  input: form({}),
  output: z.object({
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        team: z.string(),
        acknowledged: z.boolean(),
        leaving: z.boolean(),
      }),
    ),
  }),
  async read({ tables, seen, standing, policy, now }) {
    const teams = standing.grants
      .filter((grant) => grant.role === 'line-manager' && grant.at !== 'everywhere')
      .map((grant) => grant.at);
    if (teams.length === 0) return { people: [] };
    const db = tables<PeopleTables>();
    const rows = await db
      .selectFrom('people')
      .select(['id', 'name', 'team', 'access_ends_at'])
      .where(seen(person))
      .where((where) => where(where.cast<string>('team', 'text'), 'in', teams))
      .where(isHere({ now, zone: policy.zone }))
      .orderBy('name')
      .orderBy('id')
      .limit(200)
      .execute();
    if (rows.length === 0) return { people: [] };
    const read = await db
      .selectFrom('acknowledgements')
      .select('person')
      .where('version_read', 'like', `${heldBy(policy.id)}%`)
      .where(
        'person',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
    const names = new Map(
      (await db.selectFrom('teams').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
    );
    const acknowledged = new Set(read.map((row) => row.person));
    return {
      people: rows.map((row) => ({
        id: row.id,
        name: row.name,
        team: names.get(row.team ?? '') ?? '',
        acknowledged: acknowledged.has(row.id),
        leaving: row.access_ends_at !== null,
      })),
    };
  },
});

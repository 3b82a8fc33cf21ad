import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import type { PeopleTables } from './words.ts';

/** Whether I have acknowledged the version in force. */
export const mine = question('people.mine', {
  about: 'Says whether I acknowledged the policy in force, and when.',
  askers: [role('staff')],
  input: form({}),
  output: z.object({ policy: z.string(), acknowledgedAt: z.string().nullable() }),
  async read({ tables, standing, policy }) {
    const me = standing.actor.kind === 'person' ? standing.actor.id : '';
    const row = await tables<PeopleTables>()
      .selectFrom('acknowledgements')
      .select('at')
      .where('person', '=', me)
      .where('version_read', '=', policy.id)
      .executeTakeFirst();
    return { policy: policy.id, acknowledgedAt: row?.at.toString() ?? null };
  },
});

/** Share that acknowledged, by team and never by name; teams under five are told together. */
export const acknowledgedShare = question('people.acknowledged', {
  about: 'Says which share of each team acknowledged the policy in force. Never names anybody.',
  askers: [
    role('senior-manager'),
    role('director'),
    role('executive'),
    role('committee'),
    role('auditor'),
    role('administrator'),
  ],
  input: form({}),
  output: z.object({
    policy: z.string(),
    teams: z.array(z.object({ team: z.string(), people: z.int(), acknowledged: z.int() })),
  }),
  async read({ tables, policy }) {
    const rows = await tables<PeopleTables>()
      .selectFrom('people')
      .leftJoin('teams', 'teams.id', 'people.team')
      .leftJoin('acknowledgements', (join) =>
        join
          .onRef('acknowledgements.person', '=', 'people.id')
          .on('acknowledgements.version_read', '=', policy.id),
      )
      .select((of) => [
        'teams.name as team',
        of.fn.count<number>('people.id').as('people'),
        of.fn.count<number>('acknowledgements.id').as('acknowledged'),
      ])
      .where('people.state', '=', 'active')
      .groupBy('teams.name')
      .orderBy('teams.name')
      .execute();
    return {
      policy: policy.id,
      teams: togetherWhereSmall(
        rows.map((row) => ({
          team: row.team ?? 'No team',
          people: row.people,
          acknowledged: row.acknowledged,
        })),
      ),
    };
  },
});

/** In a team of three, "two of three" names the third. */
export function togetherWhereSmall(teams: readonly { team: string; people: number; acknowledged: number }[]) {
  const small = teams.filter((team) => team.people < 5);
  const large = teams.filter((team) => team.people >= 5);
  if (small.length === 0) return [...large];
  const sum = (of: 'people' | 'acknowledged') => small.reduce((total, team) => total + team[of], 0);
  return [
    ...large,
    { team: 'Teams of fewer than five', people: sum('people'), acknowledged: sum('acknowledged') },
  ];
}

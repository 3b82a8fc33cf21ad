import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import type { Policy } from '#policy/index.ts';
import type { PeopleTables } from './words.ts';

/**
 * What every acknowledgement that holds for this version begins with: those of its major version. A minor version
 * changes no duty, so it asks nobody anew.
 */
export const heldBy = (policyId: string): string => policyId.slice(0, policyId.indexOf('.') + 1) || policyId;

type Asking = Pick<Reading<never>, 'tables' | 'policy'>;

/** When somebody last acknowledged what is in force; undefined where they have not. */
export async function acknowledgedAt({ tables, policy }: Asking, person: string) {
  return (await lastOf({ tables, policy }, person))?.at;
}

const lastOf = ({ tables, policy }: Asking, person: string) =>
  tables<PeopleTables>()
    .selectFrom('acknowledgements')
    .select(['at', 'version_read'])
    .where('person', '=', person)
    .where('version_read', 'like', `${heldBy(policy.id)}%`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Whether I have acknowledged what is in force, and what a minor version has changed since. */
export const mine = question('people.mine', {
  about:
    'Says whether I acknowledged the policy in force, when, and what has changed since without asking me anew.',
  askers: [role('staff')],
  input: form({}),
  output: z.object({
    policy: z.string(),
    acknowledgedAt: z.string().nullable(),
    /** The summary of the version in force, where an earlier minor version was acknowledged. */
    changed: z.string().nullable(),
    /** How many of the policy's reminders have fallen due without an acknowledgement. */
    reminders: z.int(),
  }),
  async read({ tables, standing, policy, now }) {
    const me = standing.actor.kind === 'person' ? standing.actor.id : '';
    const row = await lastOf({ tables, policy }, me);
    const covered = await tables<PeopleTables>()
      .selectFrom('people')
      .select('created_at')
      .where('id', '=', me)
      .executeTakeFirst();
    return {
      policy: policy.id,
      acknowledgedAt: row?.at.toString() ?? null,
      changed: row && row.version_read !== policy.id ? summaryOf(policy) : null,
      reminders: row || !covered ? 0 : remindersDue(policy, covered.created_at, now),
    };
  },
});

/** Counted in days from when somebody was asked: since the version holds, or since they are covered, whichever is later. */
export function remindersDue(
  policy: Pick<Policy, 'zone' | 'effective' | 'value'>,
  coveredSince: Temporal.Instant,
  now: Temporal.Instant,
): number {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(policy.zone).toPlainDate();
  const covered = dayOf(coveredSince);
  const asked = Temporal.PlainDate.compare(covered, policy.effective) > 0 ? covered : policy.effective;
  const days = asked.until(dayOf(now), { largestUnit: 'days' }).days;
  return policy.value('people.acknowledge').remindAfterDays.filter((after) => days >= after).length;
}

const summaryOf = ({ version, document }: Policy): string =>
  document.history.find((row) => row.version === version)?.summary ?? 'No summary of the changes is given.';

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
          .on('acknowledgements.version_read', 'like', `${heldBy(policy.id)}%`),
      )
      .select((of) => [
        'teams.name as team',
        of.fn.count<number>('people.id').distinct().as('people'),
        of.fn.count<number>('acknowledgements.person').distinct().as('acknowledged'),
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

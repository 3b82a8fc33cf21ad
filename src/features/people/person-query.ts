import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { acknowledgedAt } from './acknowledged.ts';
import { person } from './lifecycle.ts';
import { namesOf } from './needs.ts';
import type { PeopleTables } from './words.ts';

/** One person as their page shows them. */
export const onePerson = question('people.person', {
  about: 'Shows one person: what they are to the organisation, their team, until when they have access.',
  askers: [role('staff')],
  input: form({ person: ask.given('Person', z.uuid({ error: 'Give the id of a person' })) }),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    kind: z.string(),
    kindWords: z.string(),
    state: z.string(),
    team: z.string().nullable(),
    sponsor: z.string().nullable(),
    endsOn: z.string().nullable(),
    leaverFlaggedAt: z.string().nullable(),
    accessEndsAt: z.string().nullable(),
    leftAt: z.string().nullable(),
    acknowledgedAt: z.string().nullable(),
  }),
  async read(reading) {
    const { input, tables, seen, policy } = reading;
    const row = await tables<PeopleTables>()
      .selectFrom('people')
      .selectAll()
      .where(seen(person))
      .where('id', '=', input.person)
      .executeTakeFirst();
    if (!row) throw refuse('kernel.not-found');
    const team =
      row.team === null
        ? undefined
        : await tables<PeopleTables>()
            .selectFrom('teams')
            .select('name')
            .where('id', '=', row.team)
            .executeTakeFirst();
    const sponsor = row.sponsor ?? '';
    const names = await namesOf(reading, sponsor === '' ? [] : [sponsor]);
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      kind: row.kind,
      kindWords: kindWords(policy, row.kind),
      state: row.state,
      team: team?.name ?? null,
      sponsor: names.get(sponsor) ?? null,
      endsOn: row.ends_on?.toString() ?? null,
      leaverFlaggedAt: row.leaver_flagged_at?.toString() ?? null,
      accessEndsAt: row.access_ends_at?.toString() ?? null,
      leftAt: row.left_at?.toString() ?? null,
      acknowledgedAt: (await acknowledgedAt(reading, row.id))?.toString() ?? null,
    };
  },
});

/** What the policy calls a kind of people; the kind itself where it no longer names it. */
export const kindWords = (
  policy: { value(rule: 'people.covered'): { kinds: readonly { id: string; name: string }[] } },
  kind: string,
): string => policy.value('people.covered').kinds.find(({ id }) => id === kind)?.name ?? kind;

import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { need } from '#kernel/need.ts';
import { roles, type Role } from '#kernel/roles.ts';
import { directorsOwn, isDirector } from '../access.ts';
import { endSessions, rolesChanged } from '../events.ts';
import { grant } from '../lifecycle.ts';
import { activePeople, givableRoles, GRANTING } from '../needs.ts';
import { removedByReview } from '../review-needs.ts';
import { refuse } from '../refusals.ts';
import type { PeopleTables } from '../words.ts';

/** Roles given now, as `person role at`: one person holds a role at a place once. */
const given = need(
  async (read) => {
    const rows = await read
      .tables<PeopleTables>()
      .selectFrom('grants')
      .select(['person', 'role', 'at'])
      .where('state', '=', 'given')
      .execute();
    return new Set(rows.map(({ person, role, at }) => `${person} ${role} ${at}`));
  },
  { gate: GRANTING },
);

export const giveRole = command(grant, 'give', {
  label: 'Give a role',
  about: 'Gives a person a role, everywhere or at one place, perhaps until a day.',
  needs: { people: activePeople, roles: givableRoles, given },
  input: form({
    person: ask.choice('To whom?', 'Choose the person', 'people'),
    role: ask.choice('Which role?', 'Choose the role', 'roles'),
    at: ask.maybe('At which place?', {
      hint: 'The id of a department, an account or a team. Left empty, everywhere.',
      max: 100,
    }),
    until: ask.maybeDate('Until which day?', {
      hint: 'The last day with the role. Left empty, until it is taken back.',
    }),
  }),
  decide: ({ input, needs, now, policy, standing }) => {
    const { name } = needs.people.get(input.person);
    const at = input.at ?? 'everywhere';
    if (standing.actor.kind === 'person') {
      if (standing.actor.id === input.person) throw refuse('people.not-yourself');
      if (directorsOwn.has(input.role) && !isDirector(standing))
        throw refuse('people.director-gives', { role: roles[input.role as Role] });
    }
    if (needs.given.has(`${input.person} ${input.role} ${at}`)) throw refuse('people.has-it', { name });
    const endsAt = input.until?.add({ days: 1 }).toZonedDateTime(policy.zone).toInstant() ?? null;
    return {
      create: {
        person: input.person,
        role: input.role,
        at,
        starts_at: now,
        ends_at: endsAt,
        given_by: standing.actor.kind === 'person' ? standing.actor.id : null,
        ended_at: null,
      },
      event: rolesChanged({ person: input.person, role: input.role }),
      send: [endSessions({ person: input.person })],
      facts: { person: input.person, role: input.role, at, until: input.until?.toString() ?? null },
    };
  },
});

const over = (row: { person: string; role: string }, now: Temporal.Instant) => ({
  set: { ended_at: now },
  event: rolesChanged({ person: row.person, role: row.role }),
  send: [endSessions({ person: row.person })],
  facts: { person: row.person, role: row.role },
});

export const takeBackRole = command(grant, 'take-back', {
  label: 'Take the role back',
  about: 'Ends a role at once, and the person’s sessions with it.',
  input: form({}),
  decide: ({ grant: row, now }) => over(row, now),
});

/** The role's last day is over. */
export const runOutRole = command(grant, 'run-out', {
  label: 'End a role that has run out',
  about: 'Ends a role whose last day is over.',
  button: false,
  input: form({}),
  decide: ({ grant: row, now }) => over(row, now),
});

/** A review removed the access that the role opens. */
export const endByReview = command(grant, 'end-by-review', {
  label: 'End a role by a review',
  about: 'Ends a role that a review of access has removed.',
  button: false,
  needs: { removed: removedByReview },
  input: form({}),
  can: ({ needs }) => (needs.removed ? undefined : refuse('people.not-removed')),
  decide: ({ grant: row, now }) => over(row, now),
});

import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import type { Standing } from '#kernel/rights.ts';
import { closeAfterWorkingDays } from '#calendar/working-days.ts';
import { endSessions, leaverFlagged, personAdded, personLeft } from '../events.ts';
import { person } from '../lifecycle.ts';
import { activePeople, coveredKinds, GRANTING, openTeams, rolesGiven } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { hoursOf } from '../working-hours.ts';
import { runOutRole, takeBackRole } from './grant.ts';

const questions = {
  name: ask.line('Full name', { empty: 'Give the person’s name', autocomplete: 'off' }),
  kind: ask.choice('What are they to the organisation?', 'Choose what they are', 'kinds'),
  team: ask.maybeChoice('Team', 'teams'),
  endsOn: ask.maybeDate('Last day of their contract', {
    hint: 'For contractors and others who leave on a known day. Access ends when that day ends.',
  }),
  sponsor: ask.maybeChoice('Who answers for them?', 'people', { hint: 'For people from outside' }),
};
const needs = { kinds: coveredKinds, teams: openTeams, people: activePeople };

/** Takes somebody in whom the policy covers. An e-mail address that is known gives the person who has it. */
export const addPerson = command(person, 'add', {
  label: 'Add a person',
  about: 'Takes in somebody whom the policy covers.',
  needs,
  once: ['email'],
  input: form({
    ...questions,
    email: ask.line('Work e-mail address', {
      empty: 'Give their work e-mail address',
      max: 254,
      autocomplete: 'off',
      hint: 'They sign in with it',
    }),
  }),
  decide: ({ id, input }) => ({
    create: {
      name: input.name,
      email: input.email.toLowerCase(),
      kind: input.kind,
      team: input.team ?? null,
      ends_on: input.endsOn ?? null,
      sponsor: input.sponsor ?? null,
      leaver_flagged_at: null,
      access_ends_at: null,
      left_at: null,
    },
    event: personAdded({ person: id }),
    facts: { kind: input.kind, endsOn: input.endsOn?.toString() ?? null },
  }),
});

export const changePerson = command(person, 'change', {
  label: 'Change details',
  about: 'Changes what we know of a person. The address that they sign in with stays.',
  stale: 'refuse',
  needs,
  input: form(questions),
  begins: ({ person: { name, kind, team, ends_on: endsOn, sponsor } }) => ({
    name,
    kind,
    team,
    endsOn,
    sponsor,
  }),
  decide: ({ input }) => ({
    set: {
      name: input.name,
      kind: input.kind,
      team: input.team ?? null,
      ends_on: input.endsOn ?? null,
      sponsor: input.sponsor ?? null,
    },
    facts: { kind: input.kind, endsOn: input.endsOn?.toString() ?? null },
  }),
});

/** From the flag on the policy's working days run; when they are over, access ends by itself. */
export const flagLeaver = command(person, 'flag-leaver', {
  label: 'Say that they are leaving',
  about: 'Starts the clock: the person’s access ends at the close of the policy’s working day.',
  input: form({}),
  can: ({ person: row }) =>
    row.access_ends_at === null ? undefined : refuse('people.leaving-already', { name: row.name }),
  decide: ({ id, now, policy }) => {
    const { workingDays } = policy.value('register.leavers');
    const endsAt = closeAfterWorkingDays(hoursOf(policy), now, workingDays);
    return {
      set: { leaver_flagged_at: now, access_ends_at: endsAt },
      event: leaverFlagged({ person: id }),
      facts: { accessEndsAt: endsAt.toString() },
    };
  },
});

/** It was a mistake, or they have changed their mind. */
export const stay = command(person, 'stay', {
  label: 'Say that they are staying',
  about: 'Takes the flag back: their access does not end.',
  input: form({}),
  can: ({ person: row }) =>
    row.access_ends_at === null ? refuse('people.not-leaving', { name: row.name }) : undefined,
  decide: () => ({ set: { leaver_flagged_at: null, access_ends_at: null } }),
});

/** Every role that was given ends too, so that who comes back begins with none. */
const rolesEnd = (given: readonly string[], { actor }: Standing) =>
  given.map((id) => act(actor.kind === 'system' ? runOutRole : takeBackRole, { id }, {}));

interface Going {
  readonly id: string;
  readonly person: { readonly access_ends_at: Temporal.Instant | null };
  readonly needs: { readonly given: readonly string[] };
  readonly now: Temporal.Instant;
  readonly standing: Standing;
}

const gone = ({ id, person: { access_ends_at: endsAt }, needs, now, standing }: Going) => ({
  set: { left_at: now },
  event: personLeft({ person: id }),
  send: [endSessions({ person: id })],
  also: rolesEnd(needs.given, standing),
  facts: {
    rolesEnded: needs.given.length,
    accessEndsAt: endsAt?.toString() ?? null,
    late: endsAt === null ? null : Temporal.Instant.compare(now, endsAt) > 0,
  },
});

export const leave = command(person, 'leave', {
  label: 'Record that they left',
  about: 'Ends the person’s access at once, with every role and every session.',
  closes: GRANTING,
  needs: { given: rolesGiven },
  input: form({}),
  decide: gone,
});

/** The contract's last day is over. */
export const end = command(person, 'end', {
  label: 'End access',
  about: 'Ends the access of a person whose contract has ended.',
  button: false,
  closes: GRANTING,
  needs: { given: rolesGiven },
  input: form({}),
  decide: gone,
});

/** A leaver's working days are over, and nobody has recorded that they left. */
export const removeLeaver = command(person, 'remove-leaver', {
  label: 'End a leaver’s access',
  about: 'Ends the access of a leaver whose last moment has come.',
  button: false,
  closes: GRANTING,
  needs: { given: rolesGiven },
  input: form({}),
  can: ({ person: row }) =>
    row.access_ends_at === null ? refuse('people.not-leaving', { name: row.name }) : undefined,
  decide: gone,
});

export const comeBack = command(person, 'come-back', {
  label: 'Record that they are back',
  about: 'Takes a person in again who had left. Roles have to be given anew.',
  closes: GRANTING,
  needs: { given: rolesGiven },
  input: form({ endsOn: ask.maybeDate('Last day of their contract') }),
  decide: ({ id, input, needs, standing }) => ({
    set: { left_at: null, leaver_flagged_at: null, access_ends_at: null, ends_on: input.endsOn ?? null },
    event: personAdded({ person: id }),
    also: rolesEnd(needs.given, standing),
  }),
});

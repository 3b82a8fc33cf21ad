import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { endSessions, leaverFlagged, personAdded, personLeft } from '../events.ts';
import { person } from '../lifecycle.ts';
import { activePeople, coveredKinds, openTeams } from '../needs.ts';

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

export const flagLeaver = command(person, 'flag-leaver', {
  label: 'Say that they are leaving',
  about: 'Starts the clock for taking the person’s access away.',
  input: form({}),
  decide: ({ id, person: row, now }) => ({
    set: { leaver_flagged_at: row.leaver_flagged_at ?? now },
    event: leaverFlagged({ person: id }),
  }),
});

const gone = (id: string, now: Temporal.Instant) => ({
  set: { left_at: now },
  event: personLeft({ person: id }),
  send: [endSessions({ person: id })],
});

export const leave = command(person, 'leave', {
  label: 'Record that they left',
  about: 'Ends the person’s access at once, and every session.',
  input: form({}),
  decide: ({ id, now }) => gone(id, now),
});

/** The contract's last day is over. */
export const end = command(person, 'end', {
  label: 'End access',
  about: 'Ends the access of a person whose contract has ended.',
  button: false,
  input: form({}),
  decide: ({ id, now }) => gone(id, now),
});

export const comeBack = command(person, 'come-back', {
  label: 'Record that they are back',
  about: 'Takes a person in again who had left. Roles have to be given anew.',
  input: form({ endsOn: ask.maybeDate('Last day of their contract') }),
  decide: ({ id, input }) => ({
    set: { left_at: null, leaver_flagged_at: null, ends_on: input.endsOn ?? null },
    event: personAdded({ person: id }),
  }),
});

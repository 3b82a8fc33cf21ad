import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { invitation, openInvitations } from '../invitation.ts';
import { activePeople } from '../needs.ts';
import { refuse } from '../refusals.ts';

/** How long an invitation may be used. */
const hours = 72;

export const takeBackInvitation = command(invitation, 'take-back', {
  label: 'Take the sign-in code back',
  about: 'A sign-in code that was not used yet opens nothing any more.',
  input: form({}),
  decide: ({ invitation: row }) => ({ facts: { person: row.person } }),
});

/**
 * Lets a person choose a password, for the first time or anew. Whoever asks makes the code and keeps it to
 * themselves: only its digest comes here. An earlier code of the person ends.
 */
export const invite = command(invitation, 'make', {
  label: 'Make a sign-in code',
  about: 'Lets a person choose a password with a code that you give them: once, within 72 hours.',
  button: false,
  needs: { people: activePeople, open: openInvitations },
  input: form({
    person: ask.choice('Who is it for?', 'Choose the person', 'people'),
    codeDigest: ask.given(
      'SHA-256 of the code, hexadecimal',
      z
        .string({ error: 'Give the SHA-256 of the code' })
        .regex(/^[0-9a-f]{64}$/, 'Give 64 hexadecimal digits'),
    ),
    takesSecondFactor: ask.tick('They lost their phone: take their second factor away'),
  }),
  decide: ({ input, needs, now, standing }) => {
    if (standing.actor.kind === 'person' && standing.actor.id === input.person)
      throw refuse('people.own-password');
    const endsAt = now.add({ hours });
    return {
      create: {
        person: input.person,
        code_digest: input.codeDigest,
        ends_at: endsAt,
        takes_second_factor: input.takesSecondFactor,
      },
      also: needs.open
        .filter((one) => one.person === input.person)
        .map((one) => act(takeBackInvitation, { id: one.id }, {})),
      facts: {
        person: input.person,
        endsAt: endsAt.toString(),
        takesSecondFactor: input.takesSecondFactor,
      },
    };
  },
});

/** The person has shown the code and chosen a password. */
export const useInvitation = command(invitation, 'use', {
  label: 'Use a sign-in code',
  about: 'Ends a sign-in code because its person has used it.',
  button: false,
  input: form({}),
  can: ({ invitation: row, now }) =>
    Temporal.Instant.compare(now, row.ends_at) < 0 ? undefined : refuse('people.code-over'),
  decide: ({ invitation: row }) => ({ facts: { person: row.person } }),
});

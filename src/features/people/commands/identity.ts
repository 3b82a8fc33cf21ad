import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { endSessions } from '../events.ts';
import { identity } from '../lifecycle.ts';
import { activePeople } from '../needs.ts';

/** Says which sign-in of the organisation's own system is which person: by issuer and subject, never by e-mail. */
export const linkIdentity = command(identity, 'link', {
  label: 'Link a sign-in',
  about: 'Says which sign-in of another system is which person.',
  needs: { people: activePeople },
  input: form({
    person: ask.choice('Who is it?', 'Choose the person', 'people'),
    issuer: ask.line('Issuer', { empty: 'Give the issuer, an address', max: 500 }),
    subject: ask.line('Subject', { empty: 'Give the subject, as the issuer names the person', max: 500 }),
  }),
  decide: ({ input }) => ({
    create: { person: input.person, issuer: input.issuer, subject: input.subject },
    facts: { person: input.person },
  }),
});

export const unlinkIdentity = command(identity, 'unlink', {
  label: 'Unlink',
  about: 'This sign-in of another system no longer opens the door.',
  input: form({}),
  decide: ({ identity: row }) => ({
    send: [endSessions({ person: row.person })],
    facts: { person: row.person },
  }),
});

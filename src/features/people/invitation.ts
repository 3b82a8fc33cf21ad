import { lifecycle, table, type Row } from '#kernel/lifecycle.ts';
import { need, type Reader } from '#kernel/need.ts';
import { role, system } from '#kernel/party.ts';
import { isHere, type When } from './access.ts';
import type { PeopleTables } from './words.ts';

/** A person may choose a password, once, with a code that somebody gave them. The code itself is kept nowhere. */
export interface Invitation extends Row {
  state: 'open' | 'used' | 'taken-back';
  person: string;
  /** SHA-256 of the code, hexadecimal. */
  code_digest: string;
  ends_at: Temporal.Instant;
  /** The person has lost their phone: with the new password their second factor goes. */
  takes_second_factor: boolean;
}

interface InvitationTables extends PeopleTables {
  invitations: Invitation;
}

const inviters = [role('administrator'), system('setup')] as const;

export const invitation = lifecycle('invitation', {
  table: table<Invitation>('invitations'),
  sight: { see: [role('administrator')] },
  home: () => '/people',
  steps: [
    { from: 'nothing', by: 'make', to: 'open', who: inviters, rule: 'people.sign-in' },
    { from: ['open'], by: 'take-back', to: 'taken-back', who: inviters, rule: 'people.sign-in' },
    { from: ['open'], by: 'use', to: 'used', who: [system('sign-in')], rule: 'people.sign-in' },
  ],
});

/** Invitations that nobody has used yet, with the person of each. */
export const openInvitations = need(async (read) =>
  read
    .tables<InvitationTables>()
    .selectFrom('invitations')
    .select(['id', 'person'])
    .where('state', '=', 'open')
    .execute(),
);

/** What a code opens: its invitation, while it is open and its person is here. */
export async function invitationBy(
  read: Reader,
  codeDigest: string,
  at: When,
): Promise<{ id: string; person: string; name: string; takesSecondFactor: boolean } | undefined> {
  const row = await read
    .tables<InvitationTables>()
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.person')
    .select(['invitations.id', 'invitations.person', 'people.name', 'invitations.takes_second_factor'])
    .where('invitations.code_digest', '=', codeDigest)
    .where('invitations.state', '=', 'open')
    .where('invitations.ends_at', '>', at.now)
    .where(isHere(at))
    .executeTakeFirst();
  return (
    row && { id: row.id, person: row.person, name: row.name, takesSecondFactor: row.takes_second_factor }
  );
}

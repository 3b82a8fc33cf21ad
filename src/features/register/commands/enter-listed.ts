import { act, command, type Act } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { ENTERING, missingAccounts, type ListedAccount } from '../listed.ts';
import { account } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import { notConnected } from '../words.ts';

/**
 * Enters the corporate accounts that the policy lists and the register lacks, each by an act of its own; a second
 * time there is nothing left to enter. What the policy does not say (owner, deputy, custody) stays open and is shown
 * as missing.
 */
export const enterListed = command(account, 'enter-listed', {
  label: 'Enter the accounts that the policy lists',
  about: 'Puts the corporate accounts that the policy names, and that are missing, into the register.',
  closes: ENTERING,
  needs: { missing: missingAccounts },
  input: form({}),
  can: ({ needs }) => (needs.missing.length === 0 ? refuse('register.all-entered') : undefined),
  decide: ({ needs, policy }) => {
    const [first, ...others] = needs.missing;
    if (!first) throw refuse('register.all-entered');
    return {
      create: rowFor(first, policy.document.organisation),
      also: others.length > 0 ? [theNext()] : [],
      facts: { network: first.network, kind: 'corporate' },
    };
  },
});

/** It looks anew, so each act sees what the one before it entered. */
function theNext(): Act {
  return act(enterListed, 'new', {});
}

const rowFor = ({ network, handle, purpose, audience }: ListedAccount, organisation: string) => ({
  ...notConnected,
  network,
  handle,
  purpose,
  audience,
  name: organisation,
  kind: 'corporate' as const,
  owner: null,
  deputy: null,
  custody_note: '',
  recovery_contact: '',
  second_factor: 'not-known' as const,
});

import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { leaseFrom, nobodyHolds, refuseHeld } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { holder } from '../needs.ts';

/** A lease, not a lock: it shows others that somebody is on it, and it ends by itself. Claiming again renews it. */
export const claim = command(enquiry, 'claim', {
  label: 'Claim it',
  about: 'Shows colleagues that you are working on this, for a while. Claim it again to go on.',
  needs: { holder },
  input: form({}),
  can: refuseHeld,
  canAsks: ['holder'],
  decide: ({ enquiry: row, standing, now, policy }) => ({
    set: { ...leaseFrom(standing, now, policy), first_claimed_at: row.first_claimed_at ?? now },
  }),
});

export const release = command(enquiry, 'release', {
  label: 'Release it',
  about: 'Lets a colleague take this on.',
  input: form({}),
  decide: () => ({ set: nobodyHolds }),
});

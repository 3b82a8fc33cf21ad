import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { clocksFrom } from '../due.ts';
import { nobodyHolds, refuseHeld } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { followers, holder, joinable } from '../needs.ts';
import { broughtBy, hearAgain, letGo } from './reckon.ts';

/** What belonged to a message that was joined to another goes along. */
export const follow = command(enquiry, 'follow', {
  label: 'Go along',
  about: 'Follows a message that was joined to another.',
  alone: false,
  needs: { others: joinable },
  input: form({ into: ask.choice('Which message is it about?', 'Choose the message', 'others') }),
  decide: ({ input }) => ({ set: { follows: input.into }, facts: { with: input.into } }),
});

/** Duplicates are answered once. The earliest receipt keeps its due time for both. */
export const join = command(enquiry, 'join', {
  label: 'Answer together with another',
  about: 'Says that this is the same matter as another message of this person. The earlier due time counts.',
  needs: { holder, others: joinable, followers },
  input: form({ into: ask.choice('Which message is it about?', 'Choose the message', 'others') }),
  can: refuseHeld,
  canAsks: ['holder'],
  decide: ({ enquiry: row, input, needs }) => {
    const leader = needs.others.get(input.into);
    return {
      set: { follows: leader.id, ...nobodyHolds },
      also: [
        act(hearAgain, leader, broughtBy(row)),
        // What already belonged to this one comes along.
        ...needs.followers.map((one) => act(follow, one, { into: leader.id })),
      ],
      facts: { with: leader.id },
    };
  },
});

export const setApart = command(enquiry, 'set-apart', {
  label: 'Answer it by itself',
  about: 'Says that this is a question of its own. Its own clock counts, from when it came.',
  input: form({}),
  decide: ({ enquiry: row, policy }) => ({
    set: { follows: null, apart: true, ...clocksFrom(policy, row.received_at) },
    also: row.follows === null ? [] : [act(letGo, { id: row.follows }, {})],
  }),
});

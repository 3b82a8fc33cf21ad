/** Asks the other system to hide what it showed under a post of ours; without an address a person does it there. */
import { z } from 'zod';
import { absent, present, type Call } from '../network.ts';
import { moderated, type Hold, type Moderate, type Moderated } from '../moderate.ts';
import { hasAddress, type Ask } from './peer.ts';

const ours = 'docs/relay.md, which says what the relay carries';

export const moderating = (ask: Ask): Moderate => ({
  hide: present(hiding(ask)),
  restrict: absent('The relay carries no restrictions: set them in the other system.', ours),
  block: absent('The relay blocks nobody: do it in the other system.', ours),
});

function hiding(ask: Ask): Hold {
  const change = async (call: Call, id: string, hidden: boolean): Promise<Moderated> => {
    if (!hasAddress(call)) return byHand(call, id, hidden);
    const post = { type: hidden ? 'message.hide' : 'message.unhide', id };
    await ask(call, { post, shape: z.object({}) });
    return moderated;
  };
  return {
    begin: (call, id) => change(call, id, true),
    end: (call, id) => change(call, id, false),
    async holds(call, id) {
      if (!hasAddress(call)) return false;
      const { hidden } = await ask(call, { get: { hidden: id }, shape: z.object({ hidden: z.boolean() }) });
      return hidden;
    },
  };
}

const byHand = ({ account }: Call, id: string, hidden: boolean): Moderated => ({
  state: 'by-hand',
  open: /^https?:\/\//.test(id) ? id : undefined,
  steps: [
    `Open the system that handed this in, as ${account.handle}.`,
    'Find the message.',
    hidden ? 'Hide it.' : 'Show it again.',
    'Come back to confirm.',
  ],
});

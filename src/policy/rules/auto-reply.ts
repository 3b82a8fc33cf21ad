import { z } from 'zod';
import { plain, rule } from '../rule.ts';

const days = z.number().int().min(1).max(3650);

/** What a private message is told at once, before anybody has read it. */
export const autoReplyRules = {
  'auto-reply.send': rule(
    'Whoever writes to us in private is told our hours and where our website is',
    z.strictObject({
      site: z.url({ protocol: /^https$/ }),
      /** Which private messages: of these networks alone, or of every network that can. */
      networks: z.union([z.literal('every'), z.array(z.string()).min(1)]),
    }),
    ({ networks }) =>
      networks === 'every'
        ? 'give hours and website at once'
        : `give hours and website at once on ${networks.length} networks`,
  ),
  'auto-reply.emergency': rule(
    'It says whom to call in an emergency',
    z.strictObject({ words: z.array(z.string().min(1)).min(1) }),
    () => 'say whom to call in an emergency',
  ),
  'auto-reply.once': plain(
    'A person gets it once in each stretch of open or closed hours',
    'once a person and closed period',
  ),
  'auto-reply.pasted': rule(
    'How often a text that was pasted into a network is looked at again',
    z.strictObject({ days }),
    (value) => `look at pasted texts every ${value.days} days`,
  ),
};

import { z } from 'zod';
import { choice, rule } from '../rule.ts';

const days = z.number().int().min(1).max(3650);
const words = z.array(z.string().min(1));

/** Words that were agreed before anybody needs them. */
export const savedReplyRules = {
  'saved-replies.agreed': rule(
    'A saved reply is agreed by two people and looked at again',
    z.strictObject({ reviewDays: days }),
    ({ reviewDays }) => `two people agree it, for ${reviewDays} days`,
  ),
  'saved-replies.content': rule(
    'What a saved reply to a kind of message must say, and must not',
    z.strictObject({ labels: z.array(choice.extend({ says: words, never: words })) }),
    ({ labels }) => `say what ${labels.length} kinds of message need`,
  ),
};

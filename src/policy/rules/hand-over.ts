import { z } from 'zod';
import { choice, minutesInWords, plain, rule } from '../rule.ts';

const minutes = z.number().int().min(1).max(100_000);
const days = z.number().int().min(1).max(365);

/** Roles that may be asked next; the words of the product, not of a policy. */
const asked = z.enum([
  'communications',
  'duty-manager',
  'senior-manager',
  'director',
  'information-governance',
]);

/** What is given to a department, a manager or a partner, and how it is known that it arrived. */
export const handOverRules = {
  'handover.link': rule(
    'Whoever has no account is given a link that opens once and ends',
    z.strictObject({
      /** How many days a link opens at all. */
      daysValid: days,
      /** Minutes in which details that were opened once can be seen again. */
      openMinutes: minutes,
    }),
    ({ daysValid }) => `a link that ends after ${daysValid} days`,
  ),
  'handover.to-department': rule(
    'A department hears what was passed on, says that it has it, and says that it answered',
    z.strictObject({
      /** Open minutes in which it says that it has it; then the next address is written to. */
      acknowledgeMinutes: minutes,
      /** Shares of its time after which it is reminded. */
      remindAt: z.array(z.number().min(0.05).max(1)).min(1).max(5),
    }),
    () => 'the department answers and says so',
  ),
  'handover.details': rule(
    'Details go to who needs them by a link, never in a letter, and are wiped once they have them',
    z.strictObject({ kinds: z.array(choice).min(1), daysKept: days }),
    () => 'details by link, wiped when received',
  ),
  'handover.escalate': rule(
    'A worry is brought to the manager whom it concerns, with the words as they were',
    z.strictObject({
      categories: z.array(choice).min(1),
      severities: z.array(choice.extend({ dueMinutes: minutes })).min(1),
      /** Open minutes in which somebody says that they have it; then the next person is asked. */
      acknowledgeMinutes: minutes,
      /** Who is asked when nobody that was named says so, in this order. */
      next: z.array(asked).min(1),
    }),
    ({ acknowledgeMinutes }, ours) =>
      ours.includes('acknowledgeMinutes')
        ? 'bring worries to the managers concerned'
        : `bring to managers; ${minutesInWords(acknowledgeMinutes)} to take it`,
  ),
  'handover.partners': rule(
    'A worry that is a partner’s is brought to that partner, with no more than they need',
    z.strictObject({
      kinds: z.array(choice).min(1),
      bases: z.array(choice).min(1),
      staleAfterDays: z.number().int().min(1).max(3650),
      acknowledgeMinutes: minutes,
      daysKept: days,
    }),
    () => 'tell partners what is theirs',
  ),
  'handover.receipt': plain(
    'It is known who has what was handed over, and since when',
    'know who has it, since when',
  ),
};

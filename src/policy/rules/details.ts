import { z } from 'zod';
import { choice, plain, rule } from '../rule.ts';

const minutes = z.number().int().min(1).max(1440);
const days = z.number().int().min(1).max(3650);
const reasons = z.array(choice).min(1);

/** Somebody's details in what the public sends: noticed, masked, passed on, deleted, or kept for a hold. */
export const detailRules = {
  'details.noticed': plain(
    'Somebody’s details in a message are noticed; a person says what pictures show',
    'notice somebody’s details in a message',
  ),
  'details.masked': rule(
    'Details are masked to all but whoever has claimed the message; who else looks says why, for a while',
    z.strictObject({ minutes, reasons }),
    ({ minutes: most }) => `masked; shown for ${most} minutes`,
  ),
  'details.passed-on': rule(
    'Details go to the department that needs them, by a link that works once, and the receiver confirms',
    z.strictObject({ reasons }),
    () => 'details go to who needs them',
  ),
  'details.unconfirmed': rule(
    'After how many working days without a receipt the team is reminded, and information governance told',
    z.strictObject({ remindWorkingDays: days, tellWorkingDays: days }),
    ({ remindWorkingDays, tellWorkingDays }) =>
      `remind after ${remindWorkingDays}, tell after ${tellWorkingDays} days`,
  ),
  'details.deleted': rule(
    'When details are deleted once their receipt is confirmed, and for how long backups still hold them',
    z.strictObject({ within: days, counts: z.enum(['working', 'elapsed']), backupDays: days }),
    ({ within, counts }, ours) =>
      ours.includes('within')
        ? 'then they are deleted'
        : `delete within ${within} ${counts === 'working' ? 'working ' : ''}${within === 1 ? 'day' : 'days'}`,
  ),
  'details.held': rule(
    'What is needed for a case is kept and hidden; for which matters, and when each hold is looked at again',
    z.strictObject({ matters: reasons, reviewDays: days }),
    () => 'a hold stops any deletion',
  ),
  'details.not-needed': rule(
    'Why details may be deleted without being passed on',
    z.strictObject({ reasons }),
    () => 'delete what nobody needs',
  ),
  'details.spot-check': rule(
    'How many deleted messages are looked at again each week',
    z.strictObject({ weekly: z.number().int().min(1).max(50) }),
    ({ weekly }) => `${weekly} deletions looked at each week`,
  ),
};

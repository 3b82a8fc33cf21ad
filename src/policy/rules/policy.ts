import { z } from 'zod';
import { plain, rule } from '../rule.ts';

/** The policy about itself. */
export const policyRules = {
  'policy.one-in-force': plain('Exactly one version is in force at any moment', 'one version is in force'),
  'policy.switch-at-midnight': plain(
    'Rules change at midnight on the effective date',
    'rules switch at midnight',
  ),
  'policy.keeps-its-version': plain(
    'What began under a version is judged by it to its end',
    'judged by its own version',
  ),
  'policy.review-every': rule(
    'How often the policy is reviewed at least',
    z.strictObject({ months: z.number().int().min(1).max(120) }),
    ({ months }) => `review at least every ${months} months`,
  ),
  'policy.review-reminders': rule(
    'How long before the review date reminders begin',
    z.strictObject({ days: z.array(z.number().int().min(0)).min(1) }),
    ({ days }) => `remind ${days.join(', ')} days before review`,
  ),
  'policy.evidence': plain('Each clause shows its evidence', 'each clause shows its evidence'),
  'records.trail': plain(
    'Every decision is kept with the clause that allowed it',
    'every decision is on record',
  ),
  'records.verify': plain('The record can be verified without trusting us', 'the record can be verified'),
};

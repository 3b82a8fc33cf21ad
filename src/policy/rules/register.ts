import { z } from 'zod';
import { plain, rule } from '../rule.ts';

const days = z.number().int().min(1).max(3650);
const network = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  wasNamed: z.string().optional(),
  kind: z.enum(['social', 'video', 'professional', 'messaging', 'forum']),
  audience: z.enum(['public', 'internal']),
  state: z.enum(['official', 'monitored', 'not-used', 'internal']),
  why: z.string().optional(),
  connector: z.enum(['manual', 'bluesky', 'practice']),
  reviewBy: z.iso.date(),
});
const corporate = z.strictObject({
  network: z.string(),
  handle: z.string().nullable(),
  purpose: z.string(),
  audience: z.string(),
});

/** The accounts that speak for the organisation. */
export const registerRules = {
  'register.networks': rule(
    'Which networks we use, watch, or do not use',
    z.strictObject({ networks: z.array(network).min(1) }),
    ({ networks }) =>
      `${networks.filter((one) => one.state === 'official').length} official networks, others by name`,
  ),
  'register.network-as-data': plain('A new network is a line of data, not code', 'a new network is data'),
  'register.corporate-accounts': rule(
    'The corporate accounts that the policy names',
    z.strictObject({ accounts: z.array(corporate).min(1) }),
    ({ accounts }) => `${accounts.length} corporate accounts stand in the register`,
  ),
  'register.owner-and-deputy': plain(
    'Each account has an owner and a deputy',
    'each account has owner and deputy',
  ),
  'register.corporate-team-only': plain(
    'Corporate accounts are run by the corporate team alone',
    'only the corporate team publishes',
  ),
  'register.kinds': plain(
    'The register also holds profiles that we do not own',
    'record accounts we do not own',
  ),
  'register.access-review': rule(
    'How often who has access is gone through',
    z.strictObject({ days, noticeDays: days }),
    (value) => `review who has access every ${value.days} days`,
  ),
  'register.leavers': rule(
    'How soon a leaver loses access',
    z.strictObject({ workingDays: days }),
    ({ workingDays }) => `leavers out in ${workingDays} working day${workingDays === 1 ? '' : 's'}`,
  ),
  'register.verify': rule(
    'How often an account is checked as authentic',
    z.strictObject({ months: z.number().int().min(1).max(60) }),
    ({ months }) => `verify each account every ${months} months`,
  ),
  'register.public-look-up': plain(
    'Anybody may ask whether an account is ours',
    'anyone may check an account',
  ),
};

import { z } from 'zod';
import { choice, plain, rule } from '../rule.ts';

const days = z.number().int().min(0).max(3650);

/** Whom the policy covers, and what they owe it. */
export const peopleRules = {
  'people.covered': rule(
    'Whom the policy covers',
    z.strictObject({ kinds: z.array(choice).min(1) }),
    ({ kinds }) => `covers ${kinds.length} kinds of people`,
  ),
  'people.contractor-end-date': plain(
    'Access ends on the day a contract ends',
    'access ends with the contract',
  ),
  'people.acknowledge': rule(
    'Everybody covered reads and acknowledges each major version',
    z.strictObject({ remindAfterDays: z.array(days).min(1) }),
    () => 'read and acknowledge the policy',
  ),
  'people.sign-in': plain('Each person signs in as themselves', 'sign in as yourself'),
  'people.role-change-ends-session': plain(
    'A change of role ends the sessions that it changes',
    'a role change ends sessions',
  ),
  'people.roles': plain('Roles are given by name, for a place and a time', 'roles are given and ended'),
  'people.sponsor': rule(
    'How often an outsider’s access is renewed by a sponsor',
    z.strictObject({ renewDays: days }),
    ({ renewDays }) => `a sponsor renews every ${renewDays} days`,
  ),
  'people.departments': plain(
    'Departments that answer, and the doors we point people to',
    'know which department answers',
  ),
};

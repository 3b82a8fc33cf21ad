import { z } from 'zod';
import { plain, rule } from '../rule.ts';
import { severities } from './checks.ts';

const graded = (about: string, words: string) =>
  rule(
    about,
    z.strictObject({ severity: z.enum(severities), role: z.string().min(1).optional() }),
    () => words,
  );

/** What people are told before they post, and about how they show themselves. */
export const guidanceRules = {
  'guidance.before-posting': plain(
    'Anybody here can have a text looked at before it goes out, and nothing of it is kept',
    'help before you post',
  ),
  'guidance.grievance': rule(
    'Who writes of something wrong at work is shown the ways that are made for it, and that speaking up is protected',
    z.strictObject({ policies: z.array(z.string().min(1)).min(1), person: z.string().min(1) }),
    () => 'ways that are made for it',
  ),
  'guidance.good-name': plain('A question about good names before posting', 'nothing that harms a good name'),
  'guidance.crowded-room': plain('The last question before posting', 'as in a crowded room'),
  'profiles.who': graded('A profile says who somebody works for, and as what', 'say who you work for'),
  'profiles.own-views': graded(
    'A profile that names us says whose views it holds',
    'say whose views they are',
  ),
  'profiles.no-shield': graded(
    'A line about own views is useful, and protects nobody',
    'own views are no shield',
  ),
  'profiles.fitting': plain('A profile that names us fits our values, without our logo', 'fit our values'),
};

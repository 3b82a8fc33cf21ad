import { z } from 'zod';
import { choice, plain, rule } from '../rule.ts';

/** What may be done about what the public writes, from the mildest. */
export const measureKinds = ['hide', 'warn', 'restrict', 'block', 'report'] as const;

const kind = z.enum(measureKinds);
const houseRule = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string().min(1),
  /** As the public reads it. */
  words: z.string().min(1),
  measures: z.array(kind).min(1),
});
const step = z.strictObject({
  id: kind,
  name: z.string().min(1),
  /** One of these comes first, unless somebody says why not. */
  after: z.array(kind),
});
const template = z.strictObject({ id: z.string().min(1), name: z.string().min(1), text: z.string().min(1) });

/** How people behave under our posts, and what we do where they do not. */
export const conductRules = {
  'conduct.house-rules': rule(
    'What we ask of everybody who writes under our posts, and what a breach may bring',
    z.strictObject({ rules: z.array(houseRule).min(1) }),
    ({ rules }) => `${rules.length} house rules for everybody`,
  ),
  'conduct.published': rule(
    'Anybody may read the house rules, and how often each brought something about: counts, never names',
    z.strictObject({ hiddenBelow: z.number().int().min(2).max(100) }),
    ({ hiddenBelow }) => `counts from ${hiddenBelow} on, never names`,
  ),
  'conduct.in-steps': rule(
    'Measures come in steps, each under a house rule and with its reason',
    z.strictObject({ steps: z.array(step).min(1), skipReasons: z.array(choice).min(1) }),
    () => 'in steps, each with its reason',
  ),
  'conduct.criticism': plain(
    'Critical opinion is no abuse: what looks like criticism or a complaint wants a second thought',
    'critical opinion is not abuse',
  ),
  'conduct.warning': rule(
    'A warning is one of the approved texts, sent like every reply',
    z.strictObject({ templates: z.array(template).min(1) }),
    () => 'a warning in approved words',
  ),
  'conduct.block': rule(
    'A block takes two people, and ends when its time is over unless somebody else renews it',
    z.strictObject({
      reviewMonths: z.number().int().min(1).max(24),
      noticeDays: z.number().int().min(1).max(90),
    }),
    ({ reviewMonths }) => `two people, reviewed in ${reviewMonths} months`,
  ),
  'conduct.review': rule(
    'Whoever is affected may ask for a review, which somebody else decides',
    z.strictObject({ workingDays: z.number().int().min(1).max(60) }),
    ({ workingDays }) => `somebody else decides in ${workingDays} working days`,
  ),
  'conduct.details-hidden': rule(
    'Somebody’s details under a public post are hidden at once, and their writer is asked in private to remove them',
    z.strictObject({
      houseRule: z.string().min(1),
      minutes: z.number().int().min(1).max(1440),
      words: z.string().min(1),
    }),
    () => 'details are hidden first',
  ),
};

import type { z } from 'zod';
import { autoReplyRules } from './rules/auto-reply.ts';
import { checkRules } from './rules/checks.ts';
import { deliveryRules } from './rules/deliveries.ts';
import { conductRules } from './rules/conduct.ts';
import { detailRules } from './rules/details.ts';
import { guidanceRules } from './rules/guidance.ts';
import { handOverRules } from './rules/hand-over.ts';
import { hoursRules } from './rules/hours.ts';
import { inboxRules } from './rules/inbox.ts';
import { pagingRules } from './rules/paging.ts';
import { peopleRules } from './rules/people.ts';
import { policyRules } from './rules/policy.ts';
import { publishingRules } from './rules/publishing.ts';
import { registerRules } from './rules/register.ts';
import { savedReplyRules } from './rules/saved-replies.ts';
import { rotaRules } from './rules/rota.ts';

/** Edition of the catalogue: packs say how much of it they bind. */
export const edition = 1;

/** Every rule of the product. A name that is not here is a compile error. */
export const rules = {
  ...hoursRules,
  ...inboxRules,
  ...registerRules,
  ...peopleRules,
  ...policyRules,
  ...publishingRules,
  ...checkRules,
  ...guidanceRules,
  ...autoReplyRules,
  ...savedReplyRules,
  ...deliveryRules,
  ...conductRules,
  ...handOverRules,
  ...detailRules,
  ...rotaRules,
  ...pagingRules,
};

export type RuleName = keyof typeof rules;
export type RuleValue<R extends RuleName> = z.infer<(typeof rules)[R]['value']>;
export const ruleNames = Object.keys(rules) as RuleName[];

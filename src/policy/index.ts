/** The policy as data: rules of ours, and the versions that bind them to clauses. Pure. */
export {
  checkCoverage,
  coverageReport,
  readCoverage,
  type Coverage,
  type CoverageReport,
  type RanTest,
} from './coverage.ts';
export type { Catalogue } from './bindings.ts';
export { lintPolicy, type Finding } from './lint.ts';
export { reviewDue } from './lint/dates.ts';
export type { PolicyDocument } from './document.ts';
export { beginsAt, policyInForce, versionAt } from './in-force.ts';
export type { AppliesTo, Basis, Binding, Citation, Clause, Policy } from './policy.ts';
export { PolicyUnreadable, readPolicy, type PolicyFiles } from './read.ts';
export type { RuleSpec } from './rule.ts';
export { searchPolicy, type Hit } from './search.ts';
export { valueInWords, type ValueInWords } from './values.ts';
export { edition, ruleNames, rules, type RuleName, type RuleValue } from './rules.ts';

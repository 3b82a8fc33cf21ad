/** Triage: which label, how grave, and what is looked at first. It orders; it never answers, hides, closes or lowers. */
export { pageCurve, type PageStep } from './page-curve.ts';
export { modelName, warmTriage } from './warm.ts';
export { triage, type Reason, type Triage, type TriageSettings, type Unread } from './triage.ts';
export { raised } from './conversation.ts';
export { isLabel, labels, pagingByDefault, severityOf, type Label, type Severity } from './labels.ts';
export { readAgain, type SecondAnswer, type SecondReader } from './second-reader/read-again.ts';
export type { ReadTwice, SecondReading } from './second-reader/raise.ts';
export { nearest, type NearExample } from './nearest.ts';
export { readComment, type CommentReading } from './comments/comments.ts';

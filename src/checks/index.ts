/** Checks: what is the matter with a draft, or a handle, before it goes out. Pure. */
export {
  checkDraft,
  severities,
  type Finding,
  type Grades,
  type Question,
  type Severity,
  type Verdict,
} from './run.ts';
export { warmChecks } from './warm.ts';
export type { AccountKind, Captions, Draft, Medium, Settings } from './draft.ts';
export {
  handleVerdicts,
  judgeHandle,
  type HandleAnswer,
  type HandleKind,
  type HandleVerdict,
  type NamedPolicy,
} from './handles/handle.ts';
export type { CheckRule, Fix } from './check.ts';
export { sensesGrievance } from './bios/grievance.ts';
export { checkBio, type Bio, type BioFinding, type BioVerdict } from './bios/bio.ts';
export { judgeProfile, type Profile, type ProfileFinding, type ProfileVerdict } from './accounts/profile.ts';

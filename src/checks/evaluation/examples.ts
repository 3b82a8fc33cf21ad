import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonalKind } from '#text/index.ts';
import type { HandleKind, HandleVerdict } from '../handles/handle.ts';
import type { Draft, Settings } from '../draft.ts';

/** How grave a finding is, as far as a judge by hand can say without a policy: `block` is whatever stops a post. */
export type Group = 'note' | 'warn' | 'block';

export interface Wanted {
  readonly ref: string;
  readonly severity: Group;
}

/** A draft written and judged by hand. */
export interface JudgedDraft extends Draft {
  readonly id: string;
  readonly expect: readonly Wanted[];
  /** Two fair judges could differ: neither found nor missed. */
  readonly may?: readonly string[];
  /** Looks like it and is not. */
  readonly near?: readonly string[];
  /** Nothing of warn or higher may be found. */
  readonly clean?: true;
}

/** Places are UTF-16 units. */
export interface Marked {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

export interface JudgedMessage {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Marked[];
}

export interface JudgedHandle {
  readonly handle: string;
  readonly accountKind: HandleKind;
  readonly verdict: HandleVerdict;
  /** Another answer that a reading of the rule allows. */
  readonly or?: HandleVerdict;
}

const folder = join(import.meta.dirname, '../examples');
const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** `gate-`: written after rules had been mended by the others. Nobody mends a rule by these. */
export type Lot = '' | 'gate-';

export const judgedDrafts = (lot: Lot = ''): JudgedDraft[] =>
  [`${lot}drafts.jsonl`, ...(lot === '' ? secondLooks : [])].flatMap((file) =>
    lines<JudgedDraft>(join(folder, file)),
  );
/** By two other authors, who had read the rows that the rules stand on and none of the rules. */
const secondLooks = ['second-look.jsonl', 'round-a.jsonl'];
export const judgedHandles = (): JudgedHandle[] => lines(join(folder, 'handles.jsonl'));
export const judgedMessages = (lot: Lot = ''): JudgedMessage[] =>
  lines(join(import.meta.dirname, `../../text/examples/${lot}personal.jsonl`));
/** What the invented organisation of the examples says of itself. */
export const itsSettings = (): Settings =>
  JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as Settings;

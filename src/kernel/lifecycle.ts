import type { RuleName } from '#policy/index.ts';
import type { Party } from './party.ts';

/** The columns that every lifecycle table has. `perform` alone writes them. */
export interface Row {
  id: string;
  state: string;
  /** Counts up with each command; travels with the form. */
  version: number;
  /** The policy version that it began under, such as `icb002/1.0`. */
  policy: string;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
}

export type Kept = keyof Row;
export type Columns<R> = Extract<keyof R, string>;
export type StateOf<R extends Row> = R['state'];

/** One row of a lifecycle table. */
export interface Step<R extends Row = Row> {
  /** The states it starts from, or `nothing` where the command makes the row. */
  readonly from: 'nothing' | readonly StateOf<R>[];
  readonly by: string;
  /** The state it leads to, `same`, or several, of which the decision names one. */
  readonly to: StateOf<R> | 'same' | readonly (StateOf<R> | 'same')[];
  readonly who: readonly Party<Columns<R>>[];
  readonly rule: RuleName;
  /** Nobody who ever did one of these to this row may take this step. */
  readonly otherThan?: readonly string[];
  /** Leaves no audit line: only for the system's own presence marks, never for a person's decision. */
  readonly quiet?: true;
}

/** Who may see a row: any party of `see`; where `guarded.by` is true, also any party of `guarded.only`. */
export interface Sight<R extends Row = Row> {
  readonly see: readonly Party<Columns<R>>[];
  readonly guarded?: {
    readonly by: Columns<R>;
    readonly only: readonly Party<Columns<R>>[];
    /** That such a row is there is no secret: whoever reads the history of everything reads its history. */
    readonly known?: true;
  };
}

export interface Table<R extends Row> {
  readonly name: string;
  /** Only a type; never set. */
  readonly row?: R;
}

export const table = <R extends Row>(name: string): Table<R> => ({ name });

export interface Lifecycle<
  Name extends string = string,
  // oxlint-disable-next-line typescript/no-explicit-any -- a lifecycle of some row: callers that know it narrow it
  R extends Row = any,
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  Steps extends readonly Step<any>[] = readonly Step<any>[],
> {
  readonly name: Name;
  /** What people call one: `enquiry`, with its article where a sentence needs it. */
  readonly table: Table<R>;
  readonly sight: Sight<R>;
  readonly home: (id: string) => string;
  readonly steps: Steps;
}

/**
 * Declares how one kind of row lives: its states, who may do what when, and under which rule.
 * Buttons, rights, diagrams and audit names derive from it.
 * @throws when `otherThan` names a verb that the table does not have.
 */
export function lifecycle<const Name extends string, R extends Row, const Steps extends readonly Step<R>[]>(
  name: Name,
  spec: { table: Table<R>; sight: Sight<R>; home: (id: string) => string; steps: Steps },
): Lifecycle<Name, R, Steps> {
  const verbs = new Set(spec.steps.map((step) => step.by));
  for (const step of spec.steps) {
    for (const verb of step.otherThan ?? []) {
      if (!verbs.has(verb))
        throw new Error(`${name}: ${step.by} names ${verb} in otherThan, which is no verb of it`);
    }
    if (step.quiet && step.who.some((party) => party.party !== 'system')) {
      throw new Error(`${name}: ${step.by} is quiet, so only a system may take it`);
    }
  }
  return { name, ...spec };
}

export type RowOf<L> = L extends { table: Table<infer R extends Row> } ? R : never;
export type NameOf<L> = L extends Lifecycle<infer N> ? N : never;
export type VerbOf<L> = L extends { steps: readonly (infer S)[] }
  ? S extends { by: infer V }
    ? V
    : never
  : never;
export type StepOf<L, V> = L extends { steps: readonly (infer S)[] } ? Extract<S, { by: V }> : never;

/** The step that this verb takes from this state; undefined where there is none now. */
export function stepFrom(of: Lifecycle, verb: string, state: string | undefined): Step | undefined {
  return of.steps.find(
    (step) => step.by === verb && (state === undefined ? step.from === 'nothing' : isFrom(step, state)),
  );
}

function isFrom(step: Step, state: string): boolean {
  return step.from !== 'nothing' && step.from.includes(state);
}

/** Every state of the lifecycle, in the order in which its table names them. */
export function statesOf(of: Lifecycle): string[] {
  const states = of.steps.flatMap((step) => [
    ...(step.from === 'nothing' ? [] : step.from),
    ...(typeof step.to === 'string' ? [step.to] : step.to),
  ]);
  return [...new Set(states)].filter((state) => state !== 'same');
}

import type { Policy } from '#policy/index.ts';
import type { Effect, Happened, Ids } from './event.ts';
import type { Beginning, Fields, Form, InputOf, NeedsAsked } from './form.ts';
import type { Columns, Kept, Lifecycle, NameOf, Row, RowOf, StepOf, VerbOf } from './lifecycle.ts';
import type { Loaded, Needs } from './need.ts';
import type { Refused } from './refusal.ts';
import type { Standing } from './rights.ts';

/** What `decide` and `can` are given: everything, so that they are pure. */
export type Given<L, N extends Needs, Input> = {
  readonly [K in NameOf<L> & string]: Readonly<RowOf<L>>;
} & {
  /** The row's id; for a command that makes a row, the id it will have. */
  readonly id: string;
  readonly input: Input;
  readonly needs: Loaded<N>;
  readonly now: Temporal.Instant;
  /** The policy version that the row began under; for a new row the one in force. */
  readonly policy: Policy;
  readonly standing: Standing;
};

/** Columns for a new row; those that `perform` keeps are left out. */
export type NewRow<R extends Row> = Omit<R, Kept> & { readonly id?: never };
export type Changes<R extends Row> = Partial<Omit<R, Kept>>;

/** A further act on another row of the same room, in the same transaction, through the same checks. */
export interface Act {
  readonly command: AnyCommand;
  /** The row acted on, or `new`. Rows must have come through a need. */
  readonly row: 'new' | { readonly id: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a decision may ask for beside the change itself. */
interface Consequences {
  /** Published after the commit; rooms that react get it at least once. */
  readonly event?: Happened | readonly Happened[];
  /** Work outside, begun after the commit. */
  readonly send?: readonly Effect[];
  readonly also?: readonly Act[];
  /** Kept in the audit trail for ever: ids, enumerations, instants, numbers. Never words that people wrote. */
  readonly facts?: Ids;
}

type Creates<S> = S extends { from: 'nothing' } ? true : false;
type ToOf<S> = S extends { to: infer T }
  ? T extends readonly (infer One)[]
    ? { readonly to: One }
    : unknown
  : never;

/** What `decide` returns: a new row, or changes; and where the table names several outcomes, which. */
export type Decision<R extends Row, S> = Consequences &
  ToOf<S> &
  (Creates<S> extends true ? { readonly create: NewRow<R> } : { readonly set?: Changes<R> });

export interface CommandSpec<L extends Lifecycle, V extends VerbOf<L>, N extends Needs, F extends Fields> {
  /** What the button says; the verb with its object. */
  readonly label: string;
  /** One sentence on what it does, for the page, the API docs and `--help`. */
  readonly about: string;
  readonly needs?: N;
  readonly input: Form<F> & NeedsDeclared<F, N>;
  /** For a command that makes a row: the columns that make it unique. A repeat returns the row that is there. */
  readonly once?: readonly Columns<RowOf<L>>[];
  /**
   * `refuse` demands the row's version from every door; `any` acts whatever happened meanwhile, for what must never
   * come second: a stop that is refused because something moved stops nothing.
   */
  readonly stale?: 'refuse' | 'ignore' | 'any';
  /** Closes this gate: nobody who passes through it is under way when this commits. */
  readonly closes?: string;
  /** What the table cannot say, such as a lease that is over. Returns a refusal, or nothing. */
  readonly can?: (given: Omit<Given<L, N, never>, 'input'>) => Refused | undefined;
  /** Of the needs, those that `can` looks at (all unless told): a button reads no others. */
  readonly canAsks?: readonly (keyof N & string)[];
  /** What stands in the form of a page at first, so that changing one thing does not mean typing all of it anew. */
  readonly begins?: (given: Omit<Given<L, N, never>, 'input'>) => Beginning<F>;
  readonly decide: (given: Given<L, N, InputOf<Form<F>>>) => Decision<RowOf<L>, StepOf<L, V>>;
  /** Offered on pages beside the row (true unless told). */
  readonly button?: false;
  /** `false` where it is done only together with another act (`also`): nobody can ask for it by itself, at any door. */
  readonly alone?: false;
}

type NeedsDeclared<F extends Fields, N extends Needs> = [NeedsAsked<F>] extends [keyof N]
  ? unknown
  : { 'a choice of this form names a need that the command does not declare': NeedsAsked<F> };

export interface Command<
  L extends Lifecycle = Lifecycle,
  V extends string = string,
  N extends Needs = Needs,
  F extends Fields = Fields,
> {
  /** `enquiry.pass-on` */
  readonly name: string;
  readonly lifecycle: L;
  readonly verb: V;
  readonly label: string;
  readonly about: string;
  readonly needs: N;
  readonly input: Form<F>;
  readonly once: readonly string[] | undefined;
  readonly stale: 'refuse' | 'ignore' | 'any';
  readonly closes: string | undefined;
  readonly button: boolean;
  readonly alone: boolean;
  /** True where it makes its row. */
  readonly creates: boolean;
  readonly can: ((given: AnyGiven) => Refused | undefined) | undefined;
  readonly canAsks: readonly string[] | undefined;
  readonly begins: ((given: AnyGiven) => Beginning) | undefined;
  readonly decide: (given: AnyGiven) => AnyDecision;
}

/** A command of any room, as the doors and `perform` hold it. */
export type AnyCommand = Command;

export type AnyGiven = {
  readonly id: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each command's own `decide` is typed; here it is one of many
  readonly [key: string]: any;
};

export interface AnyDecision extends Consequences {
  readonly create?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly to?: string;
}

/**
 * Declares one verb of a lifecycle: its form, the reads it needs, and its pure decision.
 * The only way to change anything. From it come the web form, the JSON route and its OpenAPI entry,
 * `signpost do`, the button, the audit line and the citation.
 * @throws when the lifecycle has no step for the verb.
 */
export function command<
  L extends Lifecycle,
  const V extends VerbOf<L> & string,
  F extends Fields,
  N extends Needs = Needs,
>(lifecycle: L, verb: V, spec: CommandSpec<L, V, N, F>): Command<L, V, N, F> {
  const steps = lifecycle.steps.filter((step) => step.by === verb);
  if (steps.length === 0) throw new Error(`${lifecycle.name} has no step ${verb}`);
  const creates = steps.some((step) => step.from === 'nothing');
  const { can, begins } = spec;
  return {
    name: `${lifecycle.name}.${verb}`,
    lifecycle,
    verb,
    label: spec.label,
    about: spec.about,
    needs: spec.needs ?? ({} as N),
    input: spec.input,
    once: spec.once,
    stale: spec.stale ?? 'ignore',
    closes: spec.closes,
    button: (spec.button ?? true) && spec.alone !== false,
    alone: spec.alone ?? true,
    creates,
    // The kernel hands `decide` exactly what its declaration asked for; the types meet here and nowhere else.
    can: can ? (given) => can(given as never) : undefined,
    canAsks: spec.canAsks,
    begins: begins ? (given) => begins(given as never) : undefined,
    decide: (given) => spec.decide(given as never),
  };
}

/** A further act for `also`. */
export const act = <L extends Lifecycle, V extends string, N extends Needs, F extends Fields>(
  of: Command<L, V, N, F>,
  row: 'new' | { readonly id: string },
  input: Record<string, unknown>,
): Act => ({ command: of as AnyCommand, row, input });

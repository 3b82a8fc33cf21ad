import type { Kysely, RawBuilder } from 'kysely';
import type { Policy } from '#policy/index.ts';
import type { z } from 'zod';
import type { Fields, Form, InputOf } from './form.ts';
import type { House } from './house.ts';
import type { Lifecycle, RowOf } from './lifecycle.ts';
import type { Party } from './party.ts';
import type { Standing } from './rights.ts';
import type { Trail } from './store-port.ts';

/** What the house declares, for questions about every room: the record and the evidence. Nothing in it reads a row. */
export type DeclaredHouse = Pick<House, 'rooms' | 'lifecycles' | 'commands' | 'policies' | 'failedJobs'>;

/** What a question's `read` is given. */
export interface Reading<Input> {
  readonly input: Input;
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  /** The read-only handle, typed by the room that asks. */
  readonly tables: <Tables>() => Kysely<Tables>;
  /** The audit trail, to read. */
  readonly trail: Trail;
  readonly house: DeclaredHouse;
  /** The SQL condition under which this person sees rows of a lifecycle: every read of its table carries it. */
  readonly seen: (of: Lifecycle) => RawBuilder<boolean>;
  /** One row, if this person may see it. A page that has read it for the same request does not read it again. */
  readonly row: <L extends Lifecycle>(of: L, id: string) => Promise<RowOf<L> | undefined>;
}

/** Who may ask: any of these parties, or everybody, signed in or not. What rows they get is the sight's business. */
export type Askers = 'public' | readonly Party<never>[];

export interface Question<F extends Fields = Fields, Output = unknown> {
  /** `inbox.waiting` */
  readonly name: string;
  readonly about: string;
  readonly input: Form<F>;
  readonly output: z.ZodType<Output>;
  readonly askers: Askers;
  readonly read: (reading: Reading<never>) => Promise<Output>;
}

/** Declares what a screen, the API and the command line may ask. */
export function question<F extends Fields, Output>(
  name: string,
  spec: {
    about: string;
    input: Form<F>;
    output: z.ZodType<Output>;
    askers: Askers;
    read(reading: Reading<InputOf<Form<F>>>): Promise<Output>;
  },
): Question<F, Output> {
  return { name, ...spec, read: (reading) => spec.read(reading) };
}

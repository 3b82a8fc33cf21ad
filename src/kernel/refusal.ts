import type { Citation, RuleName } from '#policy/index.ts';

export type RefusalStatus = 403 | 404 | 409 | 428;

/** One declared way in which the product says no. Every code has a page in the docs. */
export interface RefusalSpec {
  /** One sentence; `{name}` is filled from the parameters. */
  readonly sentence: string;
  /** What the person can do instead. */
  readonly instead: string;
  readonly status: RefusalStatus;
  /** The rule that it acts under, where it is the policy that says no. */
  readonly rule?: RuleName;
}

export type RefusalParameters = Readonly<Record<string, string | number>>;

const known = new Map<string, RefusalSpec>();

/** Declares refusals. Codes read `room.reason`. @throws where a code is declared twice. */
export function refusals<const Specs extends Record<string, RefusalSpec>>(specs: Specs) {
  for (const [code, spec] of Object.entries(specs)) {
    if (known.has(code)) throw new Error(`Refusal ${code} is declared twice`);
    known.set(code, spec);
  }
  return (code: keyof Specs & string, parameters: RefusalParameters = {}): Refused =>
    new Refused(code, parameters);
}

export const declaredRefusals = (): ReadonlyMap<string, RefusalSpec> => known;

/** The product says no, for a reason that it can name. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: string;
  readonly parameters: RefusalParameters;
  readonly spec: RefusalSpec;
  /** Filled in by `perform`, which knows the policy that decided. */
  citation: Citation | undefined;
  /** Who could do it, in words, where somebody else may. */
  whoCould: readonly string[] = [];

  constructor(code: string, parameters: RefusalParameters) {
    const spec = known.get(code);
    if (!spec) throw new Error(`Refusal ${code} is not declared`);
    super(fill(spec.sentence, parameters));
    this.code = code;
    this.parameters = parameters;
    this.spec = spec;
  }

  get status(): RefusalStatus {
    return this.spec.status;
  }

  get instead(): string {
    return fill(this.spec.instead, this.parameters);
  }
}

export interface InputError {
  /** Name of the field; empty for the form as a whole. */
  readonly field: string;
  readonly message: string;
}

/** What was typed cannot be read. Doors answer 400 with every error at its field. */
export class InputRefused extends Error {
  override name = 'InputRefused';
  readonly errors: readonly InputError[];
  constructor(errors: readonly InputError[]) {
    super(errors.map((error) => `${error.field}: ${error.message}`).join('; '));
    this.errors = errors;
  }
}

function fill(sentence: string, parameters: RefusalParameters): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? '…'));
}

/** The refusals that every command shares. */
export const refuse = refusals({
  'kernel.not-found': {
    sentence: 'There is nothing here that you can see.',
    instead: 'Check the address, or go back to the list.',
    status: 404,
  },
  'kernel.not-now': {
    sentence: 'This cannot be done now: it is {state}.',
    instead: 'Look at what it offers now; someone may have done this already.',
    status: 409,
  },
  'kernel.not-yours': {
    sentence: 'You may not do this.',
    instead: 'Ask: {who}.',
    status: 403,
  },
  'kernel.changed-since': {
    sentence: 'Somebody changed this while you had it open.',
    instead: 'What you wrote is still here. Look at what changed, then send it again.',
    status: 409,
  },
  'kernel.version-missing': {
    sentence: 'Say which version you saw, so that nobody’s work is overwritten.',
    instead: 'Read it first and send back its version number.',
    status: 428,
  },
  'kernel.someone-else': {
    sentence: 'You had a hand in this, so someone else must decide.',
    instead: 'Ask a colleague who has not worked on it: {who}.',
    status: 403,
  },
  'kernel.already-there': {
    sentence: 'There is one like this already.',
    instead: 'Look for it in the list, or give this one another name, handle or address.',
    status: 409,
  },
  'kernel.key-used': {
    sentence: 'This was sent before with other answers, so it was not done a second time.',
    instead:
      'Look at what was done the first time. To do something further, open the page again; another program sends a new idempotency key.',
    status: 409,
  },
});

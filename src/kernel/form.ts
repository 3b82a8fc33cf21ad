import { z } from 'zod';

/** How a field is asked on a page; everything that a schema cannot say. */
export interface Ask {
  readonly kind:
    | 'line'
    | 'text'
    | 'choice'
    | 'one-of'
    | 'tick'
    | 'date'
    | 'moment'
    | 'whole'
    | 'several'
    | 'given'
    | 'secret';
  readonly label: string;
  readonly hint?: string;
  /** Name of the need that offers the choices. */
  readonly need?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly autocomplete?: string;
  readonly width?: number;
  readonly max?: number;
  /** Not shown in a form until an error stands at it: asked about what was typed elsewhere. */
  readonly afterwards?: true;
}

const registry = z.registry<Ask>();

declare const needName: unique symbol;
/** A field whose value must be one that the named need offers. */
export type Chosen<T extends z.ZodType, N extends string> = T & { readonly [needName]?: N };

export type Fields = Record<string, z.ZodType>;
export type Form<F extends Fields = Fields> = z.ZodObject<F, z.core.$strict>;
export type InputOf<F> = F extends z.ZodType<infer Output> ? Output : never;
export type NeedsAsked<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly [needName]?: infer N } ? (N extends string ? N : never) : never;
}[keyof F];

/** What a form begins with, as `decide` would read it. Left out or null: the field begins empty. */
export type Beginning<F extends Fields = Fields> = { readonly [K in keyof F]?: InputOf<F[K]> | null };

interface Options {
  readonly hint?: string;
  readonly optional?: boolean;
  readonly max?: number;
  readonly autocomplete?: string;
  readonly width?: number;
  /** The sentence for an empty answer. */
  readonly empty?: string;
  /** Not shown in a form until an error stands at it. */
  readonly afterwards?: true;
}

function asked<T extends z.ZodType>(schema: T, ask: Ask): T {
  const described = schema.meta({
    title: ask.label,
    ...(ask.hint === undefined ? {} : { description: ask.hint }),
  });
  registry.add(described, ask);
  return described;
}

/** How a field is asked. @throws for a field that was not made by `ask`. */
export function askOf(field: z.ZodType, name = 'field'): Ask {
  const ask = registry.get(field);
  if (!ask) throw new Error(`${name} has no label: declare it with ask`);
  return ask;
}

export const isOptional = (field: z.ZodType): boolean => field.safeParse(undefined).success;

const emptyMessage = (label: string, options: Options): string => options.empty ?? `Answer “${label}”`;

function words(label: string, options: Options, kind: 'line' | 'text', longest: number) {
  const max = options.max ?? longest;
  const tooLong = `Use ${max.toLocaleString('en-GB')} characters or fewer`;
  const filled = z
    .string({ error: emptyMessage(label, options) })
    .trim()
    .min(1, emptyMessage(label, options))
    .max(max, tooLong)
    // What a database cannot keep: the empty character, and half of a character.
    .refine(
      (text) => !text.includes('\0') && text.isWellFormed(),
      'Write it again: it holds a sign that cannot be shown',
    );
  return { filled, ask: { kind, label, max, ...pick(options) } satisfies Ask };
}

const pick = ({ hint, autocomplete, width, afterwards }: Options) => ({
  ...(afterwards === undefined ? {} : { afterwards }),
  ...(hint === undefined ? {} : { hint }),
  ...(autocomplete === undefined ? {} : { autocomplete }),
  ...(width === undefined ? {} : { width }),
});

/**
 * The kinds of question that a form may ask. Each gives a zod schema with its label and its messages:
 * no message of zod's own ever reaches a person.
 */
export const ask = {
  /** One line of words, 200 characters unless told. */
  line(label: string, options: Options = {}) {
    const { filled, ask: how } = words(label, options, 'line', 200);
    return asked(filled, how);
  },
  /** Several lines of words, 4,000 characters unless told. */
  text(label: string, options: Options = {}) {
    const { filled, ask: how } = words(label, options, 'text', 4000);
    return asked(filled, how);
  },
  /** Words that may be left out; absent and empty are both `undefined`. */
  maybe(label: string, options: Options & { lines?: boolean } = {}) {
    const kind = options.lines ? 'text' : 'line';
    const { filled, ask: how } = words(label, options, kind, options.lines ? 4000 : 200);
    return asked(z.preprocess(emptyIsAbsent, filled.optional()), how);
  },
  /** One of what a need offers; the value is its id. */
  choice<const N extends string>(label: string, empty: string, need: N, options: Options = {}) {
    const schema = z.string({ error: empty }).min(1, empty).max(200, empty);
    const how: Ask = { kind: 'choice', label, need, ...pick(options) };
    const made: Chosen<typeof schema, N> = asked(schema, how);
    return made;
  },
  maybeChoice<const N extends string>(label: string, need: N, options: Options = {}) {
    const schema = z.preprocess(
      emptyIsAbsent,
      z
        .string({ error: `Choose again: “${label}”` })
        .max(200)
        .optional(),
    );
    const made: Chosen<typeof schema, N> = asked(schema, { kind: 'choice', label, need, ...pick(options) });
    return made;
  },
  /** One of a fixed list: value to words. */
  oneOf<const O extends Record<string, string>>(
    label: string,
    empty: string,
    options: O,
    more: Options = {},
  ) {
    const values = Object.keys(options) as [keyof O & string, ...(keyof O & string)[]];
    return asked(z.enum(values, { error: empty }), { kind: 'one-of', label, options, ...pick(more) });
  },
  /** Several of a fixed list; none is an empty list. */
  several<const O extends Record<string, string>>(label: string, options: O, more: Options = {}) {
    const values = Object.keys(options) as [keyof O & string, ...(keyof O & string)[]];
    const list = z.array(z.enum(values, { error: `Choose from the list: “${label}”` }), {
      error: `Choose from the list: “${label}”`,
    });
    return asked(list.max(100, 'Choose fewer'), { kind: 'several', label, options, ...pick(more) });
  },
  tick(label: string, options: Options = {}) {
    return asked(z.boolean({ error: `Tick or leave “${label}”` }), { kind: 'tick', label, ...pick(options) });
  },
  /** A whole number. */
  whole(label: string, range: { min: number; max: number }, options: Options = {}) {
    const wrong = `Give a whole number from ${range.min} to ${range.max}`;
    const schema = z.coerce.number({ error: wrong }).int(wrong).min(range.min, wrong).max(range.max, wrong);
    return asked(schema, { kind: 'whole', label, ...pick(options) });
  },
  /** A day: `2026-12-24` on the wire, a `PlainDate` in `decide`. */
  date(label: string, empty: string, options: Options = {}) {
    const wrong = 'Give a real date, such as 24 12 2026';
    const schema = z
      .string({ error: empty })
      .min(1, empty)
      .transform((text, context) => parsed(() => dayFrom(text), wrong, context));
    return asked(schema, { kind: 'date', label, ...pick(options) });
  },
  maybeDate(label: string, options: Options = {}) {
    const wrong = 'Give a real date, such as 24 12 2026';
    const schema = z.preprocess(
      emptyIsAbsent,
      z
        .string({ error: wrong })
        .transform((text, context) => parsed(() => dayFrom(text), wrong, context))
        .optional(),
    );
    return asked(schema, { kind: 'date', label, ...pick(options) });
  },
  /** A moment: an ISO 8601 instant on the wire, an `Instant` in `decide`. */
  moment(label: string, empty: string, options: Options = {}) {
    const wrong = 'Give a date and a time, such as 24 12 2026 and 16:30';
    const schema = z
      .string({ error: empty })
      .min(1, empty)
      .transform((text, context) => parsed(() => momentFrom(text), wrong, context));
    return asked(schema, { kind: 'moment', label, ...pick(options) });
  },
  /** A password or token of a network: sealed before `decide` sees it, and in no log, audit line or answer. */
  secret(label: string, options: Options = {}) {
    const { filled, ask: how } = words(label, options, 'line', 1000);
    return asked(filled, { ...how, kind: 'secret', autocomplete: 'off' });
  },
  /** A value that a system hands over and no person types. */
  given<T extends z.ZodType>(label: string, schema: T) {
    return asked(schema, { kind: 'given', label });
  },
};

const emptyIsAbsent = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;

/** No day of this product lies outside. Beyond, time zones and databases begin to disagree, or stop. */
const years = { first: 1900, last: 2999 } as const;

/** May this day be asked for? Pages lead to no other. */
export const isDayOfOurs = ({ year }: { readonly year: number }): boolean =>
  year >= years.first && year <= years.last;

function within<T extends { readonly year: number }>(date: T): T {
  if (!isDayOfOurs(date)) throw new RangeError('Not a date of ours');
  return date;
}

function dayFrom(text: string): Temporal.PlainDate {
  // A date alone: Temporal would also read a time, a zone or another calendar, and a page shows none of them.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError('Not a date');
  return within(Temporal.PlainDate.from(text));
}

function momentFrom(text: string): Temporal.Instant {
  const at = Temporal.Instant.from(text);
  within(at.toZonedDateTimeISO('UTC'));
  return at;
}

function parsed<T>(parse: () => T, message: string, context: z.RefinementCtx): T {
  try {
    return parse();
  } catch {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
}

/** A form: strict, so that an unknown field is an error and never slips through. */
export function form<F extends Fields>(fields: F): Form<F> {
  for (const [name, field] of Object.entries(fields)) askOf(field, name);
  return z.strictObject(fields);
}

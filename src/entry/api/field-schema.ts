import { z } from 'zod';
import { askOf, isOptional, type Form } from '#kernel/form.ts';

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A form as JSON Schema: what the wire takes, which is not always what `decide` gets (a day is text here).
 * Choices that depend on who asks are not listed: the dry run offers them.
 */
export function formSchema(form: Form, extra: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(form.shape).map(([name, field]) => [name, fieldSchema(field, name)]),
  );
  const required = Object.entries(form.shape)
    .filter(([, field]) => !isOptional(field))
    .map(([name]) => name);
  return {
    type: 'object',
    properties: { ...properties, ...extra },
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** One field, with its label as title and its hint as description. */
export function fieldSchema(field: z.ZodType, name: string): JsonSchema {
  const ask = askOf(field, name);
  const described = { title: ask.label, ...(ask.hint === undefined ? {} : { description: ask.hint }) };
  switch (ask.kind) {
    case 'date':
      return { ...described, type: 'string', format: 'date' };
    case 'moment':
      return { ...described, type: 'string', format: 'date-time' };
    case 'choice':
      return { ...described, type: 'string', 'x-choices': ask.need };
    case 'secret':
      return { ...plain(field), ...described, writeOnly: true };
    case 'one-of':
    case 'several':
      return { ...plain(field), ...described, 'x-words': ask.options };
    default:
      return { ...plain(field), ...described };
  }
}

/** The answer of a question as it leaves: instants and days as text. */
export function outputSchema(output: z.ZodType): JsonSchema {
  return withoutDialect(
    z.toJSONSchema(output, {
      io: 'output',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => Object.assign(jsonSchema, temporalSchema(zodSchema)),
    }),
  );
}

const plain = (field: z.ZodType): JsonSchema =>
  withoutDialect(z.toJSONSchema(field, { io: 'output', unrepresentable: 'any' }));

function withoutDialect(schema: object): JsonSchema {
  const { $schema: _, ...rest } = schema as Record<string, unknown>;
  return rest;
}

const samples: readonly (readonly [format: string, sample: unknown])[] = [
  ['date-time', Temporal.Instant.from('2026-11-18T10:00:00Z')],
  ['date', Temporal.PlainDate.from('2026-11-18')],
  ['time', Temporal.PlainTime.from('10:00')],
  ['duration', Temporal.Duration.from('PT1H')],
];

/** `z.instanceof(Temporal.Instant)` does not say its class, so it is shown one of each: exactly one passes. */
function temporalSchema(schema: z.core.$ZodType): JsonSchema {
  if (!(schema instanceof z.ZodCustom)) return {};
  const passing = samples.filter(([, sample]) => schema.safeParse(sample).success);
  const [format] = passing[0] ?? [];
  return passing.length === 1 ? { type: 'string', format } : {};
}

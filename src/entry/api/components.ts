import type { JsonSchema } from './field-schema.ts';

const text = { type: 'string' } as const;
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema => ({
  type: 'object',
  properties,
  required,
});
const problem = (description: string, headers?: JsonSchema): JsonSchema => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

const row = {
  id: { ...text, format: 'uuid' },
  state: text,
  version: { type: 'integer', minimum: 1 },
} as const;

const schemas: Readonly<Record<string, JsonSchema>> = {
  Citation: object(
    {
      rule: { ...text, description: 'Our name of the rule.' },
      clause: { ...text, description: 'The clause that the policy version binds it to.' },
      title: text,
      words: { ...text, description: 'The rule in six words, with the policy’s own values.' },
      basis: { enum: ['stated', 'inferred', 'default'], description: 'A default is ours, not the policy’s.' },
      policy: { ...text, description: 'The policy version that decided.' },
      note: text,
    },
    ['rule', 'clause', 'words', 'basis', 'policy'],
  ),
  Done: object({ ...row, home: text, offers: text, citation: ref('Citation') }, [
    'id',
    'state',
    'version',
    'citation',
  ]),
  Offer: object(
    {
      command: text,
      label: text,
      about: text,
      ...row,
      citation: ref('Citation'),
      fields: list(
        object(
          {
            name: text,
            kind: text,
            label: text,
            hint: text,
            optional: { type: 'boolean' },
            options: { type: 'object', additionalProperties: text },
            choices: list(object({ id: text, name: text, hint: text }, ['id', 'name'])),
          },
          ['name', 'kind', 'label', 'optional'],
        ),
      ),
    },
    ['command', 'label', 'citation', 'fields'],
  ),
  Offers: object(
    {
      ...row,
      kind: text,
      policy: text,
      home: text,
      offers: list(
        object(
          {
            command: text,
            label: text,
            about: text,
            address: text,
            wantsVersion: { type: 'boolean' },
            citation: ref('Citation'),
            refused: object({ sentence: text, whoCould: list(text) }, ['sentence', 'whoCould']),
          },
          ['command', 'label', 'address', 'citation'],
        ),
      ),
    },
    ['id', 'kind', 'state', 'version', 'offers'],
  ),
  Problem: object(
    {
      type: { ...text, format: 'uri-reference' },
      title: text,
      status: { type: 'integer' },
      code: text,
      instead: { ...text, description: 'What to do about it.' },
      clause: text,
      citation: ref('Citation'),
      whoCould: list(text),
      errors: list(object({ field: text, message: text }, ['field', 'message'])),
      reference: { ...text, description: 'On a fault: where the log has it.' },
    },
    ['type', 'title', 'status', 'code', 'instead'],
  ),
};

const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };

/** Schemas, errors and parameters that operations share. */
export const components: JsonSchema = {
  schemas,
  responses: {
    Input: problem('Some fields cannot be used: errors says which and why.'),
    NoCredentials: problem('No session token came with it, or one that has ended.'),
    Refused: problem('You may not do this: whoCould says who could.'),
    NotFound: problem('Nothing that you can see.'),
    NotNow: problem('Not in this state, or changed since you saw it.'),
    MediaType: problem('Only application/json is taken.'),
    Shape: problem('Not one JSON object of plain values, nested too deep, or an answer too long.'),
    VersionMissing: problem('Say which version you saw.'),
    Away: problem('The database is away; nothing was changed.', retryAfter),
  },
  parameters: {
    Id: { name: 'id', in: 'path', required: true, schema: row.id },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      description: 'The version of the row that you saw, such as "3".',
      schema: text,
    },
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'Makes a repeat safe: the same key with the same request gives the same answer, done once.',
      schema: { ...text, minLength: 1, maxLength: 200 },
    },
    DryRun: {
      name: 'dry-run',
      in: 'query',
      description: 'Answers what it would ask and on whose authority, and does nothing.',
      allowEmptyValue: true,
      schema: { type: 'boolean' },
    },
  },
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      description: 'A session token. A browser’s session cookie serves too.',
    },
  },
};

import fc from 'fast-check';

/** What a dry run tells of one field. */
export interface FieldAsked {
  readonly name: string;
  readonly kind: string;
  readonly optional: boolean;
  readonly options?: Readonly<Record<string, string>>;
  readonly choices?: readonly { readonly id: string }[];
}

/** A field's JSON Schema, as the API's description has it. */
export type FieldSchema = Readonly<Record<string, unknown>>;

/** An answer to a field that should do. @param row id of a row that a field of an id may name. @param words for text. */
export function goodAnswer(
  field: FieldAsked,
  schema: FieldSchema | undefined,
  row: string,
  words: string,
): unknown {
  switch (field.kind) {
    case 'choice':
      return field.choices?.[0]?.id ?? (field.optional ? undefined : row);
    case 'one-of':
      return Object.keys(field.options ?? {})[0];
    case 'several':
      return Object.keys(field.options ?? {}).slice(0, 1);
    case 'tick':
      return true;
    case 'date':
      return '2026-12-24';
    case 'moment':
      return '2026-11-24T09:30:00Z';
    case 'whole':
      return schema?.['minimum'] ?? 1;
    case 'given':
      return givenAnswer(schema, row, words);
    default:
      return words;
  }
}

function givenAnswer(schema: FieldSchema | undefined, row: string, words: string): unknown {
  const kinds = Array.isArray(schema?.['enum']) ? schema['enum'] : [];
  if (kinds.length > 0) return kinds[0];
  if (schema?.['format'] === 'uuid') return row;
  return schema?.['type'] === 'integer' || schema?.['type'] === 'number' ? 1 : words;
}

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

/** Things that a program may send in the place of an answer, by mistake or on purpose. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    '\u0000',
    'before\u0000after',
    '\uD800 half of a pair',
    '\u202E turned round',
    'x'.repeat(200_000),
    '0199a4a0-0000-7000-8000-000000000000',
    "'; drop table people; --",
    '${7*7}{{7*7}}',
    'constructor',
    '__proto__',
    [],
    [null],
    ['a', { b: 1 }],
    {},
    { $ne: null },
    { toString: 'x' },
  ),
  fc.constantFrom(5, 50, 20_000).map(deep),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Text that a browser or an address may carry. */
const strangeText = fc.oneof(
  fc.constantFrom(
    '',
    '\u0000',
    'a\u0000b',
    '\u202E',
    '%',
    "' or 1=1 --",
    'x'.repeat(5_000),
    '-1',
    '1e9',
    '99999999999999999999',
    '0000-00-00',
    '2026-12-24[u-ca=hebrew]',
    '+275760-09-13',
    '__proto__',
    '0199a4a0-0000-7000-8000-000000000000',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Fields as a form or an address writes them: some strange, some missing, some twice, some nobody's. */
export const formTexts = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          ...names,
          ...names.flatMap((name) => [`${name}-day`, `${name}-time`]),
          '__proto__',
          '',
        ),
        strangeText,
      ),
      { maxLength: 8 },
    )
    .map((pairs) => new URLSearchParams(pairs).toString());

/** What may stand in the place of a day or a moment. */
const strangeTimes = fc.constantFrom<unknown>(
  '',
  'tomorrow',
  '2026-02-30',
  '0000-01-01',
  '-000001-01-01',
  '+275760-09-13',
  '-271821-04-19',
  '-271821-04-20T00:00Z',
  '+275760-09-13T00:00Z',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '2026-12-24[u-ca=hebrew]',
  '2026-12-24T10:00:00+14:00[Europe/London]',
  '2026-12-24T10:00',
  20261224,
  null,
);

const strangeNames = ['__proto__', 'constructor', 'toString', 'id', 'state', 'version', '_back', '_key', ''];

/**
 * Bodies in which good answers stand beside strange ones, fields are missing and others are too many.
 * As JSON text, since an object cannot hold a key `__proto__` of its own by itself.
 */
export function bodies(good: Readonly<Record<string, unknown>>): fc.Arbitrary<string> {
  const fields = Object.entries(good).map(([name, value]) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(value) },
        { weight: 2, arbitrary: strange },
        { weight: /^\d{4}-/.test(String(value)) ? 6 : 0, arbitrary: strangeTimes },
      ),
      fc.integer({ min: 0, max: 9 }),
    ),
  );
  const more = fc.array(fc.tuple(fc.constantFrom(...strangeNames), strange, fc.constant(9)), {
    maxLength: 1,
  });
  const objects = fc.tuple(fc.tuple(...fields), more).map(([own, others]) =>
    [...own, ...others]
      .filter(([, value, luck]) => luck > 0 && value !== undefined)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(','),
  );
  return fc.oneof(
    { weight: 12, arbitrary: objects.map((inside) => `{${inside}}`) },
    { weight: 1, arbitrary: strange.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom('', '{', 'null', '{"a":1,"a":2}', '\uFEFF{}', '[1,2', 'NaN') },
  );
}

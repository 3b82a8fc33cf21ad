import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { formSchema, outputSchema } from './field-schema.ts';

const visit = form({
  department: ask.choice('Which department will answer?', 'Choose a department', 'departments'),
  note: ask.text('What do they need to know?', { max: 20, hint: 'In a sentence' }),
  extra: ask.maybe('Anything else?'),
  why: ask.oneOf('Why?', 'Choose why', { late: 'It is late', lost: 'It was lost' }),
  kinds: ask.several('Which kinds?', { a: 'A', b: 'B' }),
  count: ask.whole('How many?', { min: 1, max: 9 }),
  day: ask.date('Which day?', 'Give the day'),
  moment: ask.moment('When?', 'Give the moment'),
  urgent: ask.tick('Is it urgent?'),
  token: ask.secret('Token', { empty: 'Give the token' }),
});

test('a form is described as the wire takes it', () => {
  const schema = formSchema(visit);
  expect(schema['additionalProperties']).toBe(false);
  expect(schema['required']).toEqual([
    'department',
    'note',
    'why',
    'kinds',
    'count',
    'day',
    'moment',
    'urgent',
    'token',
  ]);
  expect(schema['properties']).toMatchObject({
    department: { title: 'Which department will answer?', type: 'string', 'x-choices': 'departments' },
    note: { type: 'string', minLength: 1, maxLength: 20, description: 'In a sentence' },
    extra: { type: 'string', maxLength: 200 },
    why: { enum: ['late', 'lost'], 'x-words': { late: 'It is late', lost: 'It was lost' } },
    kinds: { type: 'array', items: { enum: ['a', 'b'] } },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    day: { type: 'string', format: 'date' },
    moment: { type: 'string', format: 'date-time' },
    urgent: { type: 'boolean' },
    token: { type: 'string', writeOnly: true },
  });
  expect(JSON.stringify(schema)).not.toContain('$schema');
});

test('an answer is described as it leaves: instants and days as text', () => {
  const output = z.object({
    at: z.instanceof(Temporal.Instant),
    day: z.instanceof(Temporal.PlainDate).nullable(),
    rows: z.array(z.object({ id: z.string(), late: z.boolean() })),
    anything: z.custom(() => true),
  });
  expect(outputSchema(output)).toMatchObject({
    properties: {
      at: { type: 'string', format: 'date-time' },
      day: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
      rows: { type: 'array' },
      anything: {},
    },
  });
});

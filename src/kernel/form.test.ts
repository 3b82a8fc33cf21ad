import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, askOf, form, isOptional } from './form.ts';
import { beginningText, errorsOf, fromText } from './form-text.ts';

const visit = form({
  department: ask.choice('Which department will answer?', 'Choose a department', 'departments'),
  note: ask.text('What do they need to know?', { empty: 'Say what they need to know', max: 20 }),
  extra: ask.maybe('Anything else?'),
  urgent: ask.tick('Is it urgent?'),
  why: ask.oneOf('Why?', 'Choose why', { late: 'It is late', lost: 'It was lost' }),
  kinds: ask.several('Which kinds?', { a: 'A', b: 'B' }),
  count: ask.whole('How many?', { min: 1, max: 9 }),
  day: ask.date('Which day?', 'Give the day'),
  moment: ask.moment('When?', 'Give the moment'),
});

const read = (body: Record<string, string | string[]>) =>
  visit.safeParse(fromText(visit, body, 'Europe/London'));
const errors = (body: Record<string, string | string[]>) => {
  const result = read(body);
  return result.success ? [] : errorsOf(result.error);
};

const good = {
  department: 'd1',
  note: '  Please ring  ',
  why: 'late',
  kinds: ['a', 'b'],
  count: '3',
  'day-day': '24',
  'day-month': '12',
  'day-year': '2026',
  'moment-day': '1',
  'moment-month': '7',
  'moment-year': '2026',
  'moment-time': '9:30',
  urgent: 'yes',
  _key: 'belongs to the door',
};

describe('a form filled in on a page', () => {
  test('becomes typed values', () => {
    const result = read(good);
    expect(result.error).toBeUndefined();
    expect(result.data).toMatchObject({
      note: 'Please ring',
      urgent: true,
      kinds: ['a', 'b'],
      count: 3,
      why: 'late',
    });
    expect(result.data?.day.toString()).toBe('2026-12-24');
    expect(result.data?.moment.toString()).toBe('2026-07-01T08:30:00Z');
    expect(result.data?.extra).toBeUndefined();
  });

  test('an unticked box is false and no box of several is an empty list', () => {
    const { urgent: _, kinds: __, ...rest } = good;
    expect(read(rest).data).toMatchObject({ urgent: false, kinds: [] });
  });

  test('one box of several comes as text and is still a list', () => {
    expect(read({ ...good, kinds: 'b' }).data?.kinds).toEqual(['b']);
  });

  test('says in its own words what is missing, at each field, in one list', () => {
    const found = errors({});
    expect(found).toContainEqual({ field: 'department', message: 'Choose a department' });
    expect(found).toContainEqual({ field: 'note', message: 'Say what they need to know' });
    expect(found).toContainEqual({ field: 'why', message: 'Choose why' });
    expect(found).toContainEqual({ field: 'day', message: 'Give the day' });
    expect(found).toContainEqual({ field: 'moment', message: 'Give the moment' });
    expect(found).toContainEqual({ field: 'count', message: 'Give a whole number from 1 to 9' });
  });

  test('refuses an unknown field, a list for a scalar, and what is too long', () => {
    expect(errors({ ...good, state: 'approved' })).toEqual([
      { field: 'state', message: 'There is no field “state” here' },
    ]);
    expect(errors({ ...good, note: 'x'.repeat(21) })).toEqual([
      { field: 'note', message: 'Use 20 characters or fewer' },
    ]);
    expect(visit.safeParse({ ...good, note: ['a', 'b'] }).success).toBe(false);
  });

  test('refuses a day that does not exist and a time that the clock change skips', () => {
    expect(errors({ ...good, 'day-day': '31', 'day-month': '2' })[0]?.message).toMatch(/real date/);
    const skipped = {
      ...good,
      'moment-day': '28',
      'moment-month': '3',
      'moment-year': '2027',
      'moment-time': '01:30',
    };
    expect(errors(skipped)[0]?.message).toMatch(/a date and a time/);
  });

  test('takes days from 1900 to 2999 and moments of those years: no time zone or database fails at them', () => {
    const isDay = (text: string) => visit.shape.day.safeParse(text).success;
    for (const real of ['1900-01-01', '2024-02-29', '2999-12-31'])
      expect([real, isDay(real)]).toEqual([real, true]);
    const wildDays = [
      '1899-12-31',
      '3000-01-01',
      '+275760-09-13',
      '-271821-04-19',
      '2026-11-24T10:00',
      '2026-11-31',
    ];
    expect(wildDays.filter(isDay)).toEqual([]);
    const isMoment = (text: string) => visit.shape.moment.safeParse(text).success;
    expect(isMoment('2026-11-24T10:00:00Z')).toBe(true);
    const wildMoments = [
      '0001-01-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '3000-01-01T00:00:00Z',
      '2026-11-24',
    ];
    expect(wildMoments.filter(isMoment)).toEqual([]);
  });

  test.each([
    ['note', 'with a \0 in it'],
    ['note', 'half of a pair \uD800'],
    ['day', '-000001-01-01'],
    ['day', '+275760-09-13'],
    ['day', '2026-12-24[u-ca=hebrew]'],
    ['day', '2026-12-24T10:00'],
    ['moment', '-271821-04-20T00:00Z'],
  ])('refuses at its field what no database can keep: %s %j', (field, value) => {
    const result = visit.safeParse({
      department: 'd1',
      note: 'Ring',
      urgent: false,
      why: 'late',
      kinds: [],
      count: 3,
      day: '2026-12-24',
      moment: '2026-07-01T08:30:00Z',
      [field]: value,
    });
    expect(result.success ? [] : errorsOf(result.error).map((error) => error.field)).toEqual([field]);
  });

  test('no message ever comes from the library itself', () => {
    const junk = {
      department: 7,
      note: {},
      extra: 5,
      urgent: 'maybe',
      why: 1,
      kinds: 'x',
      count: 'y',
      day: 3,
      moment: null,
    };
    const result = visit.safeParse(junk);
    const messages = result.success ? [] : errorsOf(result.error).map((error) => error.message);
    expect(messages.filter((message) => /invalid|expected|zod/i.test(message))).toEqual([]);
    expect(messages.length).toBeGreaterThanOrEqual(8);
  });
});

describe('what a form begins with', () => {
  const begun = {
    department: 'd1',
    note: 'Please ring',
    urgent: true,
    why: 'late',
    kinds: ['a', 'b'],
    count: 3,
    day: Temporal.PlainDate.from('2026-12-24'),
    moment: Temporal.Instant.from('2026-07-01T08:30:00Z'),
  } as const;

  test('is text for its fields, moments as the clock on the wall shows them', () => {
    expect(beginningText(visit, begun, 'Europe/London')).toEqual({
      department: 'd1',
      note: 'Please ring',
      urgent: 'yes',
      why: 'late',
      kinds: ['a', 'b'],
      count: '3',
      day: '2026-12-24',
      moment: '2026-07-01T09:30',
    });
  });

  test('leaves a field empty where there is nothing, and a secret always', () => {
    const secret = form({ note: ask.maybe('Note'), sure: ask.tick('Sure'), token: ask.secret('Token') });
    expect(beginningText(secret, { note: null, sure: false, token: 'never' }, 'Europe/London')).toEqual({});
  });
});

test('a field without a label cannot be declared', () => {
  expect(() => form({ bare: z.string() })).toThrow(/bare has no label/);
});

test('optional is seen through, and labels stand in the API description', () => {
  expect(isOptional(visit.shape.extra)).toBe(true);
  expect(isOptional(visit.shape.note)).toBe(false);
  expect(askOf(visit.shape.department)).toMatchObject({ kind: 'choice', need: 'departments' });
  expect(JSON.stringify(z.toJSONSchema(visit, { io: 'input', unrepresentable: 'any' }))).toContain(
    'Which department will answer?',
  );
});

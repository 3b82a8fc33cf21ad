import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { DoorError } from './problem.ts';
import { plainFields, plainQuery, refuseTooDeep } from './shape.ts';

const visit = form({
  note: ask.line('Note'),
  urgent: ask.tick('Urgent?'),
  kinds: ask.several('Kinds', { a: 'A', b: 'B' }),
  parcel: ask.given('Parcel', z.object({ weight: z.number() })),
});

const refusal = (act: () => unknown): DoorError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DoorError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
};

const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]));
/** What was thrown; undefined where it was read. */
const thrownBy = (act: () => void): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('a body', () => {
  test('may be 20 levels deep and no deeper', () => {
    expect(() => refuseTooDeep(nested(20))).not.toThrow();
    expect(refusal(() => refuseTooDeep(nested(21))).code).toBe('api.too-deep');
    expect(refusal(() => refuseTooDeep(nested(50_000))).code).toBe('api.too-deep');
  });
  test('may hold 500 keys in all and no more', () => {
    expect(() => refuseTooDeep(keys(500))).not.toThrow();
    expect(refusal(() => refuseTooDeep(keys(501))).code).toBe('api.too-deep');
    expect(refusal(() => refuseTooDeep([keys(300), keys(300)])).code).toBe('api.too-deep');
  });
  test('may hold lists of 1,000 and no longer', () => {
    expect(() => refuseTooDeep({ list: Array.from({ length: 1000 }, () => 0) })).not.toThrow();
    expect(refusal(() => refuseTooDeep({ list: Array.from({ length: 1001 }, () => 0) })).code).toBe(
      'api.too-deep',
    );
  });
  test('is one object', () => {
    expect(plainFields(visit, undefined)).toEqual({});
    for (const body of [[], ['a'], 'text', 7, true])
      expect(refusal(() => plainFields(visit, body)).code).toBe('api.shape');
  });
  test('never has a list or an object where a plain value stands', () => {
    const { errors } = refusal(() =>
      plainFields(visit, { note: ['a'], urgent: {}, kinds: [['a']], nobody: [] }),
    );
    expect(errors.map(({ field }) => field)).toEqual(['note', 'urgent', 'kinds', 'nobody']);
  });
  test('may have a list for several, and a system’s own shape for what is given', () => {
    const body = { note: 'x', kinds: ['a', 'b'], parcel: { weight: 2 } };
    expect(plainFields(visit, body)).toEqual(body);
  });
  test('cannot reach a prototype', () => {
    const body: unknown = JSON.parse('{"__proto__": {"admin": true}}');
    expect(refusal(() => plainFields(visit, body)).errors).toEqual([
      { field: '__proto__', message: 'There is no field “__proto__” here' },
    ]);
  });
  test('whatever it is, it is read or refused, and never anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 30 }), (body) => {
        const thrown = thrownBy(() => {
          refuseTooDeep(body);
          plainFields(visit, body);
        });
        expect(thrown === undefined || thrown instanceof DoorError).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a query string', () => {
  test('gives each parameter once, except what is a list', () => {
    expect(plainQuery(visit, { note: 'a', kinds: ['a', 'b'] })).toEqual({ note: 'a', kinds: ['a', 'b'] });
    expect(refusal(() => plainQuery(visit, { note: ['a', 'b'] })).errors[0]?.field).toBe('note');
  });
  test('has nothing of a door’s own', () => {
    expect(refusal(() => plainQuery(visit, { _version: '3' })).errors[0]?.field).toBe('_version');
  });
});

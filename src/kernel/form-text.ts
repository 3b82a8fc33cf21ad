import type { z } from 'zod';
import { askOf, type Beginning, type Form } from './form.ts';
import type { InputError } from './refusal.ts';

/** What a web form or a command line hands over: text by field name, repeated names as a list. */
export type TextBody = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Turns text from a page or a command line into what the form's schema reads.
 * Fields that begin with `_` belong to the door and are left out.
 * Dates come as `<name>-day`, `<name>-month`, `<name>-year`, moments also with `<name>-time`
 * (local wall time in `zone`).
 */
export function fromText(form: Form, body: TextBody, zone: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const read = new Set<string>();
  for (const [name, field] of Object.entries(form.shape)) {
    const kind = askOf(field, name).kind;
    const part = (suffix: string): string => {
      read.add(`${name}-${suffix}`);
      return first(body[`${name}-${suffix}`]).trim();
    };
    read.add(name);
    const value = valueOf(kind, body[name], part, zone);
    if (value !== undefined) input[name] = value;
  }
  for (const [name, value] of Object.entries(body)) {
    if (!name.startsWith('_') && !read.has(name)) input[name] = value;
  }
  return input;
}

function valueOf(
  kind: string,
  value: TextBody[string],
  part: (suffix: string) => string,
  zone: string,
): unknown {
  switch (kind) {
    case 'tick':
      return first(value) !== '' && first(value) !== 'false';
    case 'several':
      return value === undefined ? [] : typeof value === 'string' ? [value] : value;
    case 'date':
      return value === undefined ? dateFrom(part) : first(value);
    case 'moment':
      return value === undefined ? momentFrom(part, zone) : first(value);
    default:
      return value === undefined ? undefined : first(value);
  }
}

const first = (value: TextBody[string]): string => (typeof value === 'string' ? value : (value?.[0] ?? ''));

function dateFrom(part: (suffix: string) => string): string {
  const [day, month, year] = [part('day'), part('month'), part('year')];
  if (day === '' && month === '' && year === '') return '';
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function momentFrom(part: (suffix: string) => string, zone: string): string {
  const date = dateFrom(part);
  const time = part('time');
  if (date === '' && time === '') return '';
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time.padStart(5, '0')}`);
    // A time that the clock change skips does not exist: refuse it rather than guess.
    return wall.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString();
  } catch {
    return 'no such moment';
  }
}

/**
 * What a form begins with, as text for its fields: the way back of `fromText`, with days and moments as ISO text
 * (moments as local wall time in `zone`). A secret never begins with anything.
 */
export function beginningText(
  form: Form,
  beginning: Beginning,
  zone: string,
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(form.shape)
      .filter(([name, field]) => askOf(field, name).kind !== 'secret')
      .map(([name]): [string, string | readonly string[]] => [name, textOf(beginning[name], zone)])
      .filter(([, text]) => text.length > 0),
  );
}

function textOf(value: unknown, zone: string): string | readonly string[] {
  if (value === true) return 'yes';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(String);
  if (value instanceof Temporal.PlainDate) return value.toString();
  if (value instanceof Temporal.Instant)
    return value.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return '';
}

/** The form's errors as people read them: one list, each at its field. */
export function errorsOf(error: z.ZodError): InputError[] {
  return error.issues.flatMap((issue): InputError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: key, message: `There is no field “${key}” here` }));
    }
    return [{ field: String(issue.path[0] ?? ''), message: issue.message }];
  });
}

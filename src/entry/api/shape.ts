import { askOf, type Form } from '#kernel/form.ts';
import type { InputError } from '#kernel/refusal.ts';
import { DoorError } from './problem.ts';

const deepest = 20;
const mostKeys = 500;
const longestList = 1_000;

/**
 * A JSON body that cannot cost more to read than it did to send.
 * @throws DoorError 422 beyond 20 levels, 500 keys in all, or 1,000 items in a list.
 */
export function refuseTooDeep(body: unknown): void {
  let keys = 0;
  const open: { value: unknown; depth: number }[] = [{ value: body, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    const inside: unknown[] = Object.values(value);
    if (Array.isArray(value) && inside.length > longestList) throw new DoorError('api.too-deep');
    if (!Array.isArray(value)) keys += inside.length;
    if (depth > deepest || keys > mostKeys) throw new DoorError('api.too-deep');
    for (const each of inside) open.push({ value: each, depth: depth + 1 });
  }
}

/**
 * The body of a command: one object, and one plain value where the form asks for one. A list or an object in
 * place of a scalar is how a check that compares is told one thing and a statement that writes another.
 * @throws DoorError 422 naming each such field.
 */
export function plainFields(form: Form, body: unknown): Record<string, unknown> {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new DoorError('api.shape', [{ field: '', message: 'Send one JSON object' }]);
  }
  const errors = Object.entries(body).flatMap(([name, value]): InputError[] => {
    if (name === '__proto__') return [{ field: name, message: `There is no field “${name}” here` }];
    const kind = fieldKind(form, name) ?? 'line';
    return isPlain(kind, value) ? [] : [{ field: name, message: wanted(kind, name) }];
  });
  if (errors.length > 0) throw new DoorError('api.shape', errors);
  return { ...body };
}

function isPlain(kind: string, value: unknown): boolean {
  if (kind === 'given') return true;
  if (kind === 'several' && Array.isArray(value)) return value.every((each) => !isObject(each));
  return !isObject(value);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const wanted = (kind: string, name: string): string =>
  kind === 'several' ? `Send a plain list for “${name}”` : `Send one plain value for “${name}”`;

/**
 * The parameters of a question: text by name; only what the form takes as a list may be repeated.
 * @throws DoorError 422 for a repeated parameter and for names that belong to a door.
 */
export function plainQuery(form: Form, query: unknown): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {};
  const errors: InputError[] = [];
  for (const [name, value] of Object.entries(isRecord(query) ? query : {})) {
    const takesList = fieldKind(form, name) === 'several';
    if (name.startsWith('_')) errors.push({ field: name, message: `There is no field “${name}” here` });
    else if (typeof value === 'string') given[name] = value;
    else if (takesList && Array.isArray(value)) given[name] = value.map(String);
    else errors.push({ field: name, message: `Give “${name}” once` });
  }
  if (errors.length > 0) throw new DoorError('api.shape', errors);
  return given;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** How a field is asked; undefined for a name that the form does not declare, `constructor` among them. */
export function fieldKind(form: Form, name: string): string | undefined {
  const field = Object.hasOwn(form.shape, name) ? form.shape[name] : undefined;
  return field && askOf(field, name).kind;
}

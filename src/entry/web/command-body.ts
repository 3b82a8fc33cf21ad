import type { FastifyRequest } from 'fastify';
import type { TextBody } from '#kernel/form-text.ts';

/** A form's body: text by name, a list where a name is repeated. Anything else cannot come out of a form. */
export function bodyOf(request: FastifyRequest): TextBody {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return {};
  const texts: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') texts[name] = unix(value);
    else if (Array.isArray(value)) texts[name] = value.filter((one) => typeof one === 'string').map(unix);
  }
  return texts;
}

/** Browsers send line ends as two characters: they count as one, as people count them. */
const unix = (text: string): string => text.replaceAll('\r\n', '\n');

/** A field of the door itself: the first value. What no page of ours writes (a sign that cannot be seen) counts as not there. */
export function ownField(body: TextBody, name: '_key' | '_version' | '_back'): string | undefined {
  const value = body[name];
  const first = typeof value === 'string' ? value : value?.[0];
  return first !== undefined && /^[\x21-\x7e]{1,500}$/.test(first) ? first : undefined;
}

/** The version that the person saw; undefined where none was sent, or nothing that could be one. */
export function versionOf(body: TextBody): number | undefined {
  const version = Number(ownField(body, '_version'));
  return Number.isSafeInteger(version) && version > 0 ? version : undefined;
}

import type { FastifyRequest } from 'fastify';

/** A field of a form's body; empty where it is not there. */
export function text(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !(name in body)) return '';
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value.slice(0, 1000) : '';
}

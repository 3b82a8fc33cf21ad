import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { House } from '#kernel/house.ts';
import type { Attempts } from './attempts.ts';
import type { SignIn } from './sign-in.ts';

/** How a page of this door is shown in the frame of all others. */
export interface ShowsPages {
  readonly show: (
    request: FastifyRequest,
    reply: FastifyReply,
    page: { title: string; body: ReactNode; status?: number; wrong?: boolean },
  ) => Promise<FastifyReply>;
}

export interface Settings {
  readonly signIn: SignIn;
  readonly house: House;
  /** The address that people type. */
  readonly origin: string;
  /** What the button to the organisation's own sign-in names; undefined where there is none. */
  readonly oidcName: string | undefined;
  /** The issuer of that sign-in, as identities are linked to it. */
  readonly issuer: string | undefined;
  readonly tried: Attempts;
  /** A person who is here. */
  personByEmail(email: string): Promise<{ id: string; name: string } | undefined>;
}

/** What every page of this door works with. */
export interface Door extends Settings, ShowsPages {
  readonly app: FastifyInstance;
}

/** A field of a form's body; empty where it is not there. */
export function text(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !(name in body)) return '';
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value.slice(0, 1000) : '';
}

/** A part of the address's query; undefined where it is not there, or there twice. */
export function asked(request: FastifyRequest, name: string): string | undefined {
  const { query } = request;
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

export const waitFor = (seconds: number): string =>
  seconds > 90
    ? `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes, then try again.`
    : `Too many tries. Wait ${seconds} seconds, then try again.`;

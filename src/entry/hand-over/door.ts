import type { FastifyInstance } from 'fastify';
import type { Attempts } from '../sign-in/attempts.ts';
import type { ShowsPages } from '../sign-in/door.ts';
import type { House } from '#kernel/house.ts';

export interface Settings {
  readonly house: House;
  /** The address that people type. */
  readonly origin: string;
  readonly organisation: string;
  /** Opens what was sealed under the installation's key. */
  open(sealed: string): string;
  /** Counts tries that opened nothing. */
  readonly tried: Attempts;
}

export interface Door extends Settings, ShowsPages {
  readonly app: FastifyInstance;
}

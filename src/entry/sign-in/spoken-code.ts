import { randomInt } from 'node:crypto';

/** Letters and figures that are not taken for one another when somebody types or says them. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code of so many groups of five, such as `k7m4x-9pqrs`: nearly 25 bits a group. */
export const newCode = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

/** The same code however it was typed: capitals, blanks and missing hyphens do not matter. */
export const readCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replaceAll(/(.{5})(?=.)/g, '$1-');

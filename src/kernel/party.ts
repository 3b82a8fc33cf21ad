import type { Role, SystemName } from './roles.ts';

/**
 * Who, in a lifecycle table. Four kinds and no others; what cannot be said so is a command's `can`.
 * `C` are the columns of the row, so that a misspelt column is a compile error.
 */
export type Party<C extends string = string> =
  | { readonly party: 'role'; readonly role: Role }
  | { readonly party: 'roleAt'; readonly role: Role; readonly column: C }
  | { readonly party: 'self'; readonly column: C }
  | { readonly party: 'system'; readonly system: SystemName };

/** Anyone who holds this role everywhere. */
export const role = (name: Role) => ({ party: 'role', role: name }) as const;

/** Anyone who holds this role at the place that this column of the row names. */
export const roleAt = <const C extends string>(name: Role, column: C) =>
  ({ party: 'roleAt', role: name, column }) as const;

/** The person whose id stands in this column. */
export const self = <const C extends string>(column: C) => ({ party: 'self', column }) as const;

/** A part of the program. */
export const system = (name: SystemName) => ({ party: 'system', system: name }) as const;

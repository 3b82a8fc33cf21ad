import type { Standing } from '#kernel/rights.ts';

/** The person who acts. @throws for a part of the program: none may act here. */
export function personIn({ actor }: Standing): string {
  if (actor.kind !== 'person') throw new Error('Only a person does this');
  return actor.id;
}

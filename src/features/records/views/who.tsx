import type { Line } from '../line.ts';

/** Who did it, in the words of a sentence: a name and what they were, or what they were alone. */
export function whoWords({ name, role, actor }: Pick<Line, 'name' | 'role' | 'actor'>): string {
  if (actor.startsWith('system:')) return name ?? actor;
  if (name === null)
    return role === null ? 'somebody who is no longer known' : withArticle(role.toLowerCase());
  return role === null ? name : `${name}, ${role.toLowerCase()}`;
}

const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

/** As the beginning of a cell. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `Waiting to answered`; only where the state changed or began. */
export function changeWords({ from, to }: Pick<Line, 'from' | 'to'>): string | undefined {
  if (from === to) return undefined;
  return from === null ? `It began as “${to}”.` : `It went from “${from}” to “${to}”.`;
}

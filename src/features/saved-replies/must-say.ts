import type { Policy } from '#policy/index.ts';

/** What the words for a kind of message lack, or hold that they must not: a sentence each. */
export function missingIn(text: string, label: string | undefined, policy: Policy): string[] {
  const asked = policy.value('saved-replies.content').labels.find((one) => one.id === label);
  if (!asked) return [];
  return [
    ...asked.says.filter((words) => !holds(text, words)).map((words) => `Say “${words}”`),
    ...asked.never.filter((words) => holds(text, words)).map((words) => `Leave out “${words}”`),
  ];
}

/** Whole words, whatever their case and their spaces. */
function holds(text: string, words: string): boolean {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
    .join('\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

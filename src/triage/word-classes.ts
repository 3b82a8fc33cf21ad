import classes from './rules/word-classes.json' with { type: 'json' };

const byWord = new Map(
  Object.entries(classes).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** The group that a word belongs to (`KIN`, `BODY`), so that what is learned of one word helps its fellows. */
export const classOf = (word: string): string => byWord.get(word) ?? (/^\d+$/.test(word) ? 'NUMBER' : word);

/** Words that stand together in a sentence, unless others do. */
export interface Row {
  readonly all: readonly [RegExp, ...RegExp[]];
  readonly unless?: RegExp;
}

const whole = (words: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`);

export const withWords = ([first, ...others]: readonly [string, ...string[]], unless?: RegExp): Row => ({
  all: [whole(first), ...others.map(whole)],
  ...(unless ? { unless } : {}),
});

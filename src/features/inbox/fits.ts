import { InputRefused } from '#kernel/refusal.ts';

const letters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Length as people count it: a flag or a family is one character. */
export const lengthOf = (text: string): number => [...letters.segment(text)].length;

/** The first so many characters as people count them, and `…` where there were more. */
export function firstLetters(text: string, most: number): string {
  // No text has more characters than units; most messages are short, and finding characters is slow.
  if (text.length <= most) return text;
  let count = 0;
  for (const { index } of letters.segment(text)) {
    if (count === most) return `${text.slice(0, index).trimEnd()}…`;
    count += 1;
  }
  return text;
}

/**
 * @param max what the network allows; null where it gives no limit.
 * @param field the field of the form at which the error stands.
 * @throws InputRefused saying how much to take out.
 */
export function refuseTooLong(text: string, max: number | null, field: string): void {
  if (max === null) return;
  const over = lengthOf(text) - max;
  if (over <= 0) return;
  const characters = over === 1 ? '1 character' : `${over} characters`;
  throw new InputRefused([
    { field, message: `The network allows ${max} characters. Take out ${characters}.` },
  ]);
}

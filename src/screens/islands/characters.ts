const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as people count them: a flag or an accented letter is one. */
export function lengthInCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** What is left, in words: a number below nought is said as so many too many. */
export function countWords(used: number, limit: number): string {
  const left = limit - used;
  const [size, one] = [Math.abs(left), Math.abs(left) === 1];
  const characters = `${size.toLocaleString('en-GB')} character${one ? '' : 's'}`;
  return left < 0 ? `${characters} too many` : `${characters} left`;
}

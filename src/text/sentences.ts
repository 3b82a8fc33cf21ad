import type { Span } from './span.ts';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
/** A full stop after these ends no sentence. */
const shortened =
  /(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|rev|st|no|nos|approx|e\.?g|i\.?e|etc|vs|tel|ext|dept)\.\s*$/i;

/** Sentences without the space around them. A line break ends one too, as readers of posts take it. */
export function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  let open: number | undefined;
  for (const { segment, index } of segmenter.segment(text)) {
    const start = open ?? index;
    const end = index + segment.length;
    open =
      shortened.test(text.slice(Math.max(start, end - 12), end)) && end < text.length ? start : undefined;
    if (open === undefined) found.push(...trimmed(text, start, end));
  }
  return found;
}

function trimmed(text: string, start: number, end: number): Span[] {
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  const to = from + inside.trim().length;
  return to > from ? [{ start: from, end: to }] : [];
}

/** Paragraphs: what stands between empty lines. */
export const paragraphsOf = (text: string): Span[] =>
  Array.from(text.matchAll(/[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

import type { Span } from './span.ts';
import { emojiOf } from './emoji.ts';
import { linksOf } from './links.ts';

/** How a network counts. Sources and dates stand in `network-limits.json`. */
export const counters = ['weighted', 'graphemes', 'characters', 'characters-short-links', 'units'] as const;
export type Counter = (typeof counters)[number];

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
/** What every link counts as where links are shortened by the network. */
const shortLink = 23;

/** How long a text is as a network counts it. */
export function lengthOf(text: string, counter: Counter): number {
  if (counter === 'units') return text.length;
  if (counter === 'characters') return codePoints(text);
  if (counter === 'graphemes') return graphemeCount(text);
  const links = linksOf(text);
  const rest = outside(text, links);
  const counted = counter === 'weighted' ? rest.map(weigh) : rest.map(codePoints);
  return counted.reduce((sum, length) => sum + length, links.length * shortLink);
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function graphemeCount(text: string): number {
  if (/^[\n\u0020-\u007E]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

const outside = (text: string, spans: readonly Span[]): string[] => {
  const edges = spans.flatMap((span) => [span.start, span.end]);
  const from = [0, ...edges];
  return from.flatMap((start, at) => (at % 2 === 0 ? [text.slice(start, edges[at] ?? text.length)] : []));
};

/** The network's published weights: one for Latin letters and common signs, two for the rest, two for a whole emoji. */
function weigh(text: string): number {
  const whole = text.normalize('NFC');
  const emoji = emojiOf(whole);
  return outside(whole, emoji).reduce((sum, part) => sum + weights(part), emoji.length * 2);
}

function weights(text: string): number {
  let sum = 0;
  for (const character of text) sum += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  return sum;
}

const isLight = (code: number): boolean =>
  code <= 0x10ff ||
  (code >= 0x2000 && code <= 0x200d) ||
  (code >= 0x2010 && code <= 0x201f) ||
  (code >= 0x2032 && code <= 0x2037);

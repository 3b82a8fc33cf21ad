import { before, datum, type Detector } from './datum.ts';
import { spanOf } from '../span.ts';

const shape =
  /(?<![a-z0-9])([a-ceghj-pr-tw-z][ .-]?[a-ceghj-npr-tw-z])[ .-]?\d\d[ .-]?\d\d[ .-]?\d\d[ .-]?[a-d](?![a-z0-9])/g;
/** Beside the words people mistype, space it as they like, and leave the last letter out. */
const any = /(?<![a-z0-9])[a-z][ .-]?[a-z](?:[ .-]{0,2}\d){6}(?:[ .-]?[a-d](?![a-z0-9])|(?![a-z0-9]))/g;
const spaced = /(?<![a-z0-9])([a-ceghj-pr-tw-z] [a-ceghj-npr-tw-z])(?: \d){6} [a-d](?![a-z0-9])/g;
const cue = /\b(?:n\.?i\.?(?:n\.?o?\.?)?|nino|national insurance|insurance)\b[^\d]{0,24}$/;
/** Never given out. */
const barred = new Set(['bg', 'gb', 'kn', 'nk', 'nt', 'tn', 'zz']);

export const niNumber: Detector = function* niNumber(reading) {
  const { text } = reading.folded;
  for (const pattern of [shape, spaced])
    for (const match of text.matchAll(pattern))
      if (!barred.has((match[1] ?? '').replaceAll(/[^a-z]/g, '')))
        yield datum(reading, 'ni_number', spanOf(match), 'high');
  for (const match of text.matchAll(any))
    if (cue.test(before(reading, match.index, 40))) yield datum(reading, 'ni_number', spanOf(match), 'high');
};

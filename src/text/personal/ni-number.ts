import { datum, type Detector } from './datum.ts';
import { spanOf } from '../span.ts';

const shape =
  /(?<![a-z0-9])([a-ceghj-pr-tw-z][a-ceghj-npr-tw-z])[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[a-d](?![a-z0-9])/g;
/** Never given out. */
const barred = new Set(['bg', 'gb', 'kn', 'nk', 'nt', 'tn', 'zz']);

export const niNumber: Detector = function* niNumber(reading) {
  for (const match of reading.folded.text.matchAll(shape)) {
    if (!barred.has(match[1] ?? '')) yield datum(reading, 'ni_number', spanOf(match), 'high');
  }
};

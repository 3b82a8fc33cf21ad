import { before, datum, type Detector, type OwnDetails } from './datum.ts';
import { spanOf } from '../span.ts';
import open from '../words/open-numbers.json' with { type: 'json' };

const shape = /(?<![a-z0-9])([a-z]{1,2})\d[a-z\d]?(?:\s{0,2}|[.-] ?)\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])/g;
const spelled = /\bpost ?code(?: is|'s| ?[:=-])? ?([a-z] (?:[a-z0-9] ){3,5}[a-z])\b/g;
/** `the M25 3rd exit` */
const motorway = /^m\d{1,2}\s?\d(?:st|nd|rd|th)$/;
const areas = new Set(open.postcodeAreas.split(' '));
const home =
  /\b(?:live|lives|living|home|address|postcode|post code|house|flat|door)\b[^.!?]{0,30}$|\d{1,4}[a-z]?,? [a-z' ]{3,40},? ?$/;

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '');
const isOwn = (text: string, own: OwnDetails): boolean =>
  (own.ownPlaces ?? []).some((place) => squeezed(place).includes(squeezed(text)));

/** Whole postcodes; the first half alone is a town. */
export const postcode: Detector = function* postcode(reading, own) {
  for (const match of reading.folded.text.matchAll(shape)) {
    if (!areas.has(match[1] ?? '') || isOwn(match[0], own)) continue;
    if (motorway.test(match[0])) continue;
    const sureness = home.test(before(reading, match.index, 60)) ? 'high' : 'medium';
    yield datum(reading, 'postcode', spanOf(match), sureness);
  }
  for (const match of reading.folded.text.matchAll(spelled)) {
    const end = match.index + match[0].length;
    yield datum(reading, 'postcode', { start: end - (match[1]?.length ?? 0), end }, 'high');
  }
};

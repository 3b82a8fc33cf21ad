import { before, datum, type Detector, type OwnDetails } from './datum.ts';
import type { Span } from '../span.ts';

const strong = 'road|rd|street|avenue|ave|close|lane|drive|crescent|cres|gardens|gdns|terrace|mews|grove';
const weak = 'st|way|place|court|park|green|hill|walk|view|square|rise|row|chase|end|cl|ln|dr';
const shape = new RegExp(
  `(?<![\\d.,£/-])(?:(?:flat|apartment|apt|unit|room) ?\\d{1,4}[a-z]?,? )?(\\d{1,4}[a-z]?),? ((?:the )?[a-z][a-z'-]{1,20}(?: [a-z][a-z'-]{1,20}){0,2}) (${strong}|${weak})\\b`,
  'g',
);
const personal =
  /\b(?:live|lives|living|lived|home|address|house|flat|i'm at|im at|we're at|she's at|he's at|send (?:it |them |an ambulance )?to|come to|moved to|door|neighbour|resident|carer at)\b[^.!?\n]{0,40}$/;
const venue =
  /\b(?:clinic|centre|center|surgery|hall|library|venue|pharmacy|church|school|drop[- ]in|pop[- ]up|event|held at|join us|visit us|find us|hub|based at|office|offices|practice|hospital|museum)\b[^\n]{0,50}$/;
/** Words that a number counts, or that no street is called by. */
const counted =
  /\b(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|people|times?|miles?|metres?|yards?|men|women|nurses?|patients?|staff|cars?|on|in|of|the|this|that|down|up|out|by|from|to|at|and|or|my|your|our|no|more|other|same|percent|pm|am|is|was|are|for|with|across|per|each|every|long|new)\b/;

/** House number and street. In small letters only where the words around say that somebody lives there. */
export const address: Detector = function* address(reading, own) {
  for (const match of reading.folded.text.matchAll(shape)) {
    const [whole, , middle = ''] = match;
    if (counted.test(middle.replace(/^the /, ''))) continue;
    const span = { start: match.index, end: match.index + whole.length };
    const ahead = before(reading, match.index, 60);
    if (personal.test(ahead)) yield datum(reading, 'address', span, 'high');
    else if (
      !venue.test(ahead) &&
      !isOwn(whole, own) &&
      isCapital(reading.text, reading.folded.span(span.start, span.end))
    )
      yield datum(reading, 'address', span, 'medium');
  }
};

/** Written as a name: each word of the street with a capital. */
const isCapital = (text: string, { start, end }: Span): boolean =>
  /\d[a-zA-Z]?,? (?:[Tt]he )?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)+$/u.test(text.slice(start, end));

const isOwn = (text: string, own: OwnDetails): boolean =>
  (own.ownPlaces ?? []).some((place) => place.toLowerCase().includes(text.replace(/^\d+[a-z]?,? /, '')));

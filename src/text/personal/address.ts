import { before, datum, type Detector, type OwnDetails } from './datum.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';

const strong =
  'cottages?|road|rd|street|avenue|ave|close|lane|drive|crescent|cres|gardens|gdns|terrace|mews|grove|boulevard|parade';
const weak =
  'st|way|place|court|park|green|hill|walk|view|square|rise|row|chase|end|cl|ln|dr|path|mead|field|fields|croft|vale|yard|gate|approach|broadway|promenade';
const flat = '(?:flat|apartment|apt|unit|room|studio) ?(?:no\\.? ?)?(?:\\d{1,4}[a-z]?|[a-h])';
const said =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?';
const name = "[a-z][a-z'.-]{0,20}";
const number = `(?:\\d{1,4}[a-z]?(?:[/-]\\d{1,4})?|${said})`;
const shape = new RegExp(
  `(?<![\\d.,£/#-])(?:(${flat}),? ?)?(?<![a-z])(${number}),? ((?:the )?${name}(?: ${name}){0,2}) (${strong}|${weak})\\b`,
  'g',
);
/** `5 The Green` */
const theStreet = new RegExp(
  `(?<![\\d.,£/#-])\\d{1,4}[a-z]?,? the (?:green|street|drive|avenue|close|chase|walk|crescent|lane|grove|terrace|mews|parade|paddocks?|square|hill|row|limes|oaks|maltings|glebe|orchards?|common|causeway|ridgeway|spinney)\\b`,
  'g',
);
/** A house by its name inside a flat’s address. */
const house = new RegExp(
  `\\b${flat},? (?:${name} ){1,3}(?:house|court|lodge|mansions|towers?|heights|point|quay|wharf|building|place|hall|villas?|apartments)\\b`,
  'g',
);
/** `house 8 on Beech Avenue`, `Mill Lane number 22` */
const numbered = new RegExp(
  `\\b(?:number|no\\.?|house|door|flat) (?:number |no\\.? )?\\d{1,4}[a-z]?,? (?:on |in |at |of )(?:${name} ){1,3}(?:${strong}|${weak})\\b|\\b(?:${name} ){1,2}(?:${strong}),? (?:at )?(?:number|no\\.?|house|door|flat) ?\\d{1,4}[a-z]?\\b`,
  'g',
);
/** After `my address is` a street needs no number. */
const afterWord = new RegExp(
  `\\baddress(?: is| was|'s| ?[:=-])+ ?((?:[a-z0-9'.-]+,? ){0,5}(?:${strong}|cottage|house|farm|${weak}))\\b`,
  'g',
);
/** Where somebody lives, by its street alone. */
const livesOn = new RegExp(
  `\\b(?:i|we|she|he|they|mum|dad|nan)(?:'m| am|'re| are|'s| is)? (?:live|lives|living|lived|stay|stays) (?:at|on|in|down|along|off) ((?:${name} ){1,3}(?:${strong}))\\b`,
  'g',
);
const personal =
  /\b(?:live|lives|living|lived|home|address|house|flat|i'm at|im at|we're at|were at|she's at|he's at|shes at|hes at|send (?:it |them |an ambulance |someone |help )?to|come to|moved to|deliver(?:ed)? to|door|neighbour|resident|carer at|post (?:it )?to|write to|visit (?:me|us|her|him) at|round to|stay(?:ing)? at|stuck at)\b[^.!?\n]{0,40}$/;
/** What opens and shuts is no home. */
const open = /^[^.!?\n]{0,16}\b(?:is|are|will be) (?:now )?(?:open|closed|shut|closing|opening|moving)\b/;
const venue =
  /\b(?:clinic|centre|center|surgery|hall|library|venue|pharmacy|church|school|drop[- ]in|pop[- ]up|event|held at|join us|visit us|find us|hub|based at|office|offices|practice|hospital|museum|sessions?|coffee morning|van|stall|market|bus)\b[^\n]{0,50}$/;
/** Words that a number counts, or that no street is called by. */
const counted =
  /\b(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|people|times?|miles?|metres?|yards?|men|women|nurses?|patients?|staff|cars?|on|in|of|the|this|that|down|up|out|by|from|to|at|and|or|my|your|our|no|more|other|same|percent|pm|am|is|was|are|for|with|across|per|each|every|long|new)\b/;

/** House number and street. In small letters only where the words around say that somebody lives there. */
export const address: Detector = function* address(reading, own) {
  const { text } = reading.folded;
  for (const match of text.matchAll(shape)) {
    const [whole, inFlat, figure = '', middle = ''] = match;
    if (counted.test(middle.replace(/^the /, ''))) continue;
    const span = { start: match.index, end: match.index + whole.length };
    const sureness = surenessAt(reading, own, span, inFlat !== undefined, /^\d/.test(figure));
    if (sureness) yield datum(reading, 'address', span, sureness);
  }
  for (const match of text.matchAll(theStreet)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const sureness = surenessAt(reading, own, span, false, true);
    if (sureness) yield datum(reading, 'address', span, sureness);
  }
  for (const pattern of [house, numbered, afterWord, livesOn])
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const start = match[1] === undefined ? match.index : end - match[1].length;
      if (venue.test(before(reading, start, 60)) || isOwn(text.slice(start, end), own)) continue;
      if (pattern === livesOn && counted.test(text.slice(start, end))) continue;
      yield datum(reading, 'address', { start, end }, 'high');
    }
};

function surenessAt(reading: Reading, own: OwnDetails, span: Span, inFlat: boolean, inFigures: boolean) {
  const { text, span: original } = reading.folded;
  const ahead = before(reading, span.start, 60);
  if (personal.test(ahead)) return 'high';
  if (venue.test(ahead) || isOwn(text.slice(span.start, span.end), own)) return undefined;
  if (inFlat) return 'high';
  if (
    open.test(text.slice(span.end, span.end + 40)) ||
    text.slice(span.start, span.end) === '10 downing street'
  )
    return undefined;
  return inFigures && (isCapital(reading.text, original(span.start, span.end)) || standsAlone(text, span))
    ? 'medium'
    : undefined;
}

/** In small letters, but alone: at the head of a line or behind a comma, and of a word that is nothing but a street. */
const standsAlone = (text: string, { start, end }: Span): boolean =>
  /(?:^|[\n,] ?)$/.test(text.slice(0, start)) &&
  /(?:road|street|avenue|close|lane|drive|crescent|gardens|terrace|mews|grove|cottages?)$/.test(
    text.slice(start, end),
  ) &&
  /^ *(?:$|[\n,.])/.test(text.slice(end));

/** Written as a name: each word of the street with a capital. */
const isCapital = (text: string, { start, end }: Span): boolean =>
  /\d[a-zA-Z]?,? (?:[Tt]he )?\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*$/u.test(text.slice(start, end));

const isOwn = (text: string, own: OwnDetails): boolean =>
  (own.ownPlaces ?? []).some((place) => place.toLowerCase().includes(text.replace(/^\d+[a-z]?,? /, '')));

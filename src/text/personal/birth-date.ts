import { before, datum, type Detector, type OwnDetails } from './datum.ts';
import { datesIn } from './dates.ts';

const words = 'd\\.? ?o\\.? ?b\\.?|date of birth|birth ?date|birthday|b\\/?day|born';
const cue = new RegExp(`\\b(?:${words})\\b[^\\n]{0,30}$|(?<![a-z])b\\. ?$`);
const cueAfter =
  /^[\s,(]{0,3}(?:is )?(?:my|his|her|their) (?:dob|date of birth|birthday)\b|^[\s,(]{0,3}\(?dob\b/;

/** Run together or with spaces, which is a date only beside the word: `dob 120361`, `12 03 1961`. */
const figures = new RegExp(
  `\\b(?:${words})\\b[^\\d\\n]{0,15}((?:0?[1-9]|[12]\\d|3[01])[ ,]?(?:0[1-9]|1[0-2])[ ,]?(?:(?:19|20)\\d\\d|\\d\\d))(?!\\d)`,
  'g',
);
const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const ordinal =
  '(?:(?:twenty|thirty)[ -]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty)';
const year = "(?:'?\\d{2,4}|(?:nineteen|twenty)[ -][a-z]+(?:[ -][a-z]+)?|two thousand(?: and)?(?: [a-z]+)?)";
/** `the twelfth of March 1961`, `5th Nov '58` */
const spoken = new RegExp(
  `\\b(?:${words})\\b[^\\n]{0,24}?(?<![a-z\\d])((?:${ordinal}|\\d{1,2}(?:st|nd|rd|th)?) (?:of )?${month}\\.?,? ${year})\\b`,
  'g',
);

/** Everybody born before a day, or what is no person: `the service was born on 5 July 1948`. */
const ofMany =
  /\bborn (?:before|after|between|since|from|by|up to|until)\b|\b(?:nhs|service|charity|club|idea|project|scheme|clinic|group|centre|hospital|trust|company|campaign|tradition) (?:was|were|is) born\b/;

/** `born to dance. Class starts on 3 October` */
const anotherSentence = /\bborn [^\n]*[.!?] +[a-z][^\n]*$/;

/** A date beside a word that says birth. Dates that nobody alive was born on are left alone. */
export const birthDate: Detector = function* birthDate(reading, own) {
  const { text } = reading.folded;
  const dates = datesIn(text);
  for (const date of dates) {
    const ahead = before(reading, date.start, 40);
    if (ofMany.test(ahead) || anotherSentence.test(ahead)) continue;
    const said = cue.test(ahead) || cueAfter.test(text.slice(date.end, date.end + 24));
    if (said && couldBeBirth(date.year, own)) yield datum(reading, 'dob', date, 'high');
  }
  for (const pattern of [figures, spoken])
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const start = end - (match[1]?.length ?? 0);
      // What reads as a date was judged above, by its year as well.
      if (
        dates.some((date) => date.start < end && start < date.end) ||
        ofMany.test(before(reading, start, 40))
      )
        continue;
      yield datum(reading, 'dob', { start, end }, 'high');
    }
};

/** @returns whether somebody from 0 to 115 years old could have been born in that year. */
export function couldBeBirth(year: number, { asOf }: OwnDetails): boolean {
  const now = asOf === undefined ? undefined : Number(asOf.slice(0, 4));
  return now === undefined ? year >= 1900 && year <= 2100 : year >= now - 115 && year <= now;
}

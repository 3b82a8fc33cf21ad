import { before, datum, type Detector, type OwnDetails } from './datum.ts';
import { datesIn } from './dates.ts';

const cue = /\b(?:d\.? ?o\.? ?b\.?|date of birth|birth ?date|birthday|b\/?day|born)\b[^\n]{0,24}$/;
const cueAfter =
  /^[\s,(]{0,3}(?:is )?(?:my|his|her|their) (?:dob|date of birth|birthday)\b|^[\s,(]{0,3}\(?dob\b/;

/** A date beside a word that says birth. Dates that nobody alive was born on are left alone. */
export const birthDate: Detector = function* birthDate(reading, own) {
  const { text } = reading.folded;
  for (const date of datesIn(text)) {
    const said =
      cue.test(before(reading, date.start, 40)) || cueAfter.test(text.slice(date.end, date.end + 24));
    if (said && couldBeBirth(date.year, own)) yield datum(reading, 'dob', date, 'high');
  }
};

/** @returns whether somebody from 0 to 115 years old could have been born in that year. */
export function couldBeBirth(year: number, { asOf }: OwnDetails): boolean {
  const now = asOf === undefined ? undefined : Number(asOf.slice(0, 4));
  return now === undefined ? year >= 1900 && year <= 2100 : year >= now - 115 && year <= now;
}

import { read, type Reading } from '../reading.ts';
import { withoutOverlap } from '../span.ts';
import { address } from './address.ts';
import { bank, card } from './bank.ts';
import { birthDate, couldBeBirth } from './birth-date.ts';
import {
  personalKinds,
  type Detector,
  type OwnDetails,
  type PersonalDatum,
  type PersonalKind,
} from './datum.ts';
import { datesIn } from './dates.ts';
import { email } from './email.ts';
import { hospitalNumber } from './hospital-number.ts';
import { nhsNumber } from './nhs-number.ts';
import { niNumber } from './ni-number.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { postcode } from './postcode.ts';

const detectors: readonly Detector[] = [
  nhsNumber,
  niNumber,
  card,
  bank,
  phone,
  email,
  birthDate,
  hospitalNumber,
  address,
  postcode,
  person,
];

const rank = (kind: PersonalKind): number => personalKinds.indexOf(kind);

/**
 * Personal data in a text, in its order, no two overlapping: where kinds compete for the same figures, the surer
 * one stands, then the more sensitive. Never throws.
 */
export function findPersonalData(text: string | Reading, own: OwnDetails = {}): PersonalDatum[] {
  const reading = typeof text === 'string' ? read(text) : text;
  const found = detectors.flatMap((detector) => [...detector(reading, own)]);
  const dated = [...found, ...datesBesideSomebody(reading, found, own)];
  return withoutOverlap(dated, (one, two) => {
    if (one.sureness !== two.sureness) return one.sureness === 'high' ? -1 : 1;
    return rank(one.kind) - rank(two.kind) || two.end - two.start - (one.end - one.start);
  });
}

/** How near a date must stand behind a name or an NHS number to be taken for a birthday. */
const near = 12;

/** A date right after somebody’s name or number, long enough ago, is a birthday although nobody says so. */
function* datesBesideSomebody(
  reading: Reading,
  found: readonly PersonalDatum[],
  own: OwnDetails,
): Generator<PersonalDatum> {
  const people = found.filter((one) => one.kind === 'person' || one.kind === 'nhs_number');
  if (people.length === 0) return;
  for (const date of datesIn(reading.folded.text)) {
    const span = reading.folded.span(date.start, date.end);
    const beside = people.some((one) => span.start >= one.end && span.start - one.end <= near);
    if (beside && couldBeBirth(date.year, own) && date.year <= latestBirthday(own))
      yield { kind: 'dob', ...span, sureness: 'medium' };
  }
}

/** Dates of the last two years beside a name are appointments more often than birthdays. */
const latestBirthday = ({ asOf }: OwnDetails): number =>
  asOf === undefined ? 2022 : Number(asOf.slice(0, 4)) - 2;

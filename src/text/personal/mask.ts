import type { PersonalDatum, PersonalKind } from './datum.ts';

const names: Readonly<Record<PersonalKind, string>> = {
  nhs_number: 'NHS number',
  ni_number: 'National Insurance number',
  card: 'card number',
  bank: 'bank details',
  phone: 'phone number',
  email: 'e-mail address',
  dob: 'date of birth',
  hospital_number: 'hospital number',
  address: 'address',
  postcode: 'postcode',
  person: 'name',
};

/** What people call this kind of datum. */
export const kindInWords = (kind: PersonalKind): string => names[kind];

/** The text with each datum replaced by what it was. Nothing of the datum is left. */
export function mask(text: string, data: readonly PersonalDatum[]): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of data) {
    if (start < from) continue;
    masked += `${text.slice(from, start)}[${kindInWords(kind)}]`;
    from = end;
  }
  return masked + text.slice(from);
}

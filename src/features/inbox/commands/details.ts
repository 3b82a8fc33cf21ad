import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { kindInWords } from '#text/index.ts';
import { pictureAnswers, spotIn, type Details } from '../details.ts';
import { detailsSpotted } from '../events.ts';
import { refuseHeld } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { holder } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { detailsOf } from '../text-for.ts';
import type { Enquiry } from '../words.ts';

const saying = (id: string, row: Readonly<Enquiry>, kinds: string) =>
  detailsSpotted({ enquiry: id, kinds, network: row.network, visibility: row.visibility });

/** Nobody is recognised: a person says whether there is somebody, or a document, in the pictures. */
export const lookAtPictures = command(enquiry, 'look-at-pictures', {
  label: 'Say what its pictures show',
  about: 'Says whether the pictures show a person or a document, so that they are hidden and dealt with.',
  needs: { holder },
  input: form({
    shows: ask.oneOf(
      'Does a picture show a person or a document?',
      'Say what the pictures show',
      pictureAnswers,
    ),
  }),
  canAsks: ['holder'],
  can: ({ enquiry: row, needs, policy }) =>
    row.pictures.list.length === 0 ? refuse('inbox.no-pictures') : refuseHeld({ needs, policy }),
  decide: ({ id, enquiry: row, input }) => ({
    set: { pictures_show: input.shows },
    ...(input.shows === 'neither' ? {} : { event: saying(id, row, 'picture') }),
    facts: { shows: input.shows },
  }),
});

const kindsToMark = {
  nhs_number: 'NHS number',
  hospital_number: 'Hospital number',
  phone: 'Phone number',
  email: 'E-mail address',
  address: 'Address',
  postcode: 'Postcode',
  dob: 'Date of birth',
  ni_number: 'National Insurance number',
  bank: 'Bank details',
  card: 'Card number',
  person: 'Name, or something that only one person can be',
} as const;

/** What no detector found, a person does: from then on the whole message is masked. */
export const markDetails = command(enquiry, 'mark-details', {
  label: 'It holds somebody’s details',
  about: 'Masks the whole message, because it says something about one person that was not noticed.',
  needs: { holder },
  input: form({ kind: ask.oneOf('What does it hold?', 'Say what it holds', kindsToMark) }),
  canAsks: ['holder'],
  can: ({ enquiry: row, needs, policy }) =>
    row.text === '' ? refuse('inbox.nothing-masked') : refuseHeld({ needs, policy }),
  decide: ({ id, enquiry: row, input }) => {
    const { kind } = input;
    const whole = (text: string) => [{ kind, start: 0, end: text.length, sureness: 'high' as const }];
    const details: Details = {
      ...detailsOf(row),
      text: whole(row.text),
      first: row.text_at_receipt === null ? [] : whole(row.text_at_receipt),
    };
    return { set: { details }, event: saying(id, row, kind), facts: { kind, called: kindInWords(kind) } };
  },
});

/** Somebody has looked: these are nobody’s details. What the author changes later is looked at anew. */
export const unmask = command(enquiry, 'unmask', {
  label: 'Unmask',
  about: 'Shows the message as it is, because somebody said that it holds nobody’s details.',
  button: false,
  input: form({}),
  decide: ({ enquiry: row }) => ({
    set: {
      details: { ...spotIn({ text: '', pictures: [] }), pictures: row.pictures.list.map(() => []) },
      pictures_show: row.pictures.list.length === 0 ? null : ('neither' as const),
    },
  }),
});

import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { addressesIn } from '#features/people/index.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { partnerKinds } from '../about.ts';
import { partner } from '../escalation.ts';
import { fieldNames } from '../shared.ts';

const questions = {
  name: ask.line('Name of the partner', { empty: 'Give the partner’s name' }),
  kind: ask.choice('What kind of partner?', 'Choose the kind', 'kinds'),
  contact: ask.line('How we reach them', {
    empty: 'Say how we reach them',
    hint: 'Such as a telephone number for urgent matters',
    max: 500,
  }),
  lettersTo: ask.maybe('E-mail addresses', {
    hint: 'Separated by commas: the next one is written to when nobody says that they have it',
    max: 500,
  }),
  mayReceive: ask.several('What they may be sent', fieldNames),
};
interface Answers {
  name: string;
  kind: string;
  contact: string;
  lettersTo?: string | undefined;
  mayReceive: readonly string[];
}

function columnsOf({ name, kind, contact, lettersTo, mayReceive }: Answers) {
  if (mayReceive.length === 0)
    throw new InputRefused([{ field: 'mayReceive', message: 'Say what they may be sent' }]);
  if (lettersTo !== undefined && addressesIn(lettersTo).length === 0)
    throw new InputRefused([
      { field: 'lettersTo', message: 'Give e-mail addresses, such as desk@partner.example' },
    ]);
  return { name, kind, contact, letters_to: lettersTo ?? '', may_receive: { list: mayReceive } };
}
const today = (now: Temporal.Instant, zone: string) => now.toZonedDateTimeISO(zone).toPlainDate();

export const addPartner = command(partner, 'add', {
  label: 'Add a partner',
  about: 'Adds somebody outside whom a worry may concern, with what they may be sent.',
  once: ['name'],
  needs: { kinds: partnerKinds },
  input: form(questions),
  decide: ({ input, now, policy }) => ({
    create: { ...columnsOf(input), checked_on: today(now, policy.zone) },
  }),
});

export const changePartner = command(partner, 'change', {
  label: 'Change the partner',
  about: 'Changes an entry; it counts as checked today.',
  stale: 'refuse',
  needs: { kinds: partnerKinds },
  input: form(questions),
  begins: ({ partner: row }) => ({
    name: row.name,
    kind: row.kind,
    contact: row.contact,
    lettersTo: row.letters_to === '' ? null : row.letters_to,
    mayReceive: row.may_receive.list.filter((one): one is keyof typeof fieldNames => one in fieldNames),
  }),
  decide: ({ input, now, policy }) => ({ set: { ...columnsOf(input), checked_on: today(now, policy.zone) } }),
});

export const confirmPartner = command(partner, 'confirm', {
  label: 'I checked it: still right',
  about: 'Records that somebody checked the entry today.',
  input: form({}),
  decide: ({ now, policy }) => ({ set: { checked_on: today(now, policy.zone) } }),
});

export const closePartner = command(partner, 'close', {
  label: 'Take it out',
  about: 'Nothing is shared with this partner any more. What was shared stays on record.',
  input: form({}),
  decide: () => ({}),
});

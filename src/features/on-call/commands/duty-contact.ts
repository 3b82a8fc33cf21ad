import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { dutyContact } from '../paging/lifecycle.ts';
import { refuse } from '../paging/refusals.ts';
import { OUT_OF_TURN } from '../paging/messages.ts';
import { personOf } from './decide-page.ts';
import { writeMessage } from './write-message.ts';

const PHONE = /^\+?[\d ()-]{10,20}$/;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Sealed before anything here reads it: it is never shown again, so what was meant is tried by a message. */
const ways = {
  phone: ask
    .secret('Mobile number', { hint: 'For text messages. It is kept sealed.', optional: true })
    .refine((text) => PHONE.test(text), 'Give a number with its area code, such as 07700 900123'),
  email: ask
    .secret('E-mail address', { hint: 'Where a text cannot be sent. It is kept sealed.' })
    .refine((text) => ADDRESS.test(text), 'Give an address such as name@example.nhs.uk'),
};

export const giveContact = command(dutyContact, 'give', {
  label: 'Say how you are reached',
  about: 'Keeps the number and the address at which you are woken while you are on call, sealed.',
  input: form(ways),
  decide: ({ input, standing }) => {
    const person = personOf(standing);
    if (person === null) throw refuse('on-call.no-way-given');
    return {
      create: { person, sealed_phone: input.phone, sealed_email: input.email, confirmed_at: null },
    };
  },
});

export const changeContact = command(dutyContact, 'change', {
  label: 'Change how you are reached',
  about: 'Replaces your number and address. Try them afterwards: a new one is not confirmed.',
  input: form(ways),
  decide: ({ input }) => ({
    set: { sealed_phone: input.phone, sealed_email: input.email, confirmed_at: null },
  }),
});

/** By each channel, so that each is known to work. */
export const testContact = command(dutyContact, 'test', {
  label: 'Send a test',
  about: 'Sends you one text and one e-mail that say they are a test.',

  input: form({}),
  decide: ({ id, 'duty-contact': row }) => {
    const to = {
      about: 'contact',
      subject: id,
      rung: OUT_OF_TURN + row.version,
      who: 'duty',
      person: row.person,
    };
    return {
      also: [
        act(writeMessage, 'new', { ...to, channel: 'text', round: 0 }),
        act(writeMessage, 'new', { ...to, channel: 'email', round: 0 }),
      ],
    };
  },
});

export const confirmContact = command(dutyContact, 'confirm', {
  label: 'The test reached me',
  about: 'Says that the test arrived, so that you can be relied on to be woken.',
  input: form({}),
  decide: ({ now }) => ({ set: { confirmed_at: now } }),
});

import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { removal } from '../lifecycle.ts';

const kinds = ask.given('Kinds of details', z.string({ error: 'Give the kinds' }).max(500, 'Give the kinds'));
const listed = (text: string): string[] => text.split(' ').filter((kind) => kind !== '');

/** The inbox found somebody’s details, or a person said that they are there. */
export const notice = command(removal, 'notice', {
  label: 'Notice details',
  about: 'Begins the record of what is done about somebody’s details in a message.',
  button: false,
  once: ['enquiry'],
  input: form({
    enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })),
    network: ask.line('Network'),
    visibility: ask.oneOf('Who can see it', 'Say who can see it', {
      public: 'Everybody',
      private: 'Only we',
    }),
    kinds,
  }),
  decide: ({ input, now, policy }) => ({
    create: {
      ...nothingDone,
      enquiry: input.enquiry,
      network: input.network,
      visibility: input.visibility,
      kinds: { list: listed(input.kinds) },
      noticed_at: now,
      weekly: policy.value('details.spot-check').weekly,
    },
    facts: { enquiry: input.enquiry, kinds: input.kinds },
  }),
});

/** More of them were found, or in what had been found to hold none. */
export const noticeAgain = command(removal, 'notice-again', {
  label: 'Notice more details',
  about: 'Adds what was found since.',
  button: false,
  input: form({ kinds }),
  decide: ({ removal: row, input }) => ({
    set: { kinds: { list: [...new Set([...row.kinds.list, ...listed(input.kinds)])] } },
    facts: { kinds: input.kinds },
  }),
});

const nothingDone = {
  department: null,
  receiver: null,
  address: null,
  hand_over: null,
  why: null,
  passed_on_at: null,
  passed_on_by: null,
  remind_at: null,
  reminded_at: null,
  tell_at: null,
  told_at: null,
  confirmed_at: null,
  confirmed_by: null,
  confirmed_how: null,
  not_needed: null,
  unconfirmed_why: null,
  from_at: null,
  due_at: null,
  begun_at: null,
  erased_at: null,
  backups_past_on: null,
  outside: null,
  outside_at: null,
  outside_by: null,
  held_before: null,
  held_at: null,
  picked_at: null,
  checked_at: null,
  checked_by: null,
  verdict: null,
} as const;

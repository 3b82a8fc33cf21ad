import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { over } from '../begun.ts';
import { expired, sendLetter } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import { atShare, openMinutesOn } from '../open-time.ts';
import type { HandOver } from '../words.ts';

/** Part of its time is over: whoever is asked now is reminded, and when it is all over told so. */
export const remind = command(handOver, 'remind', {
  label: 'Remind',
  about: 'Reminds whoever is asked that an answer is due.',
  button: false,
  input: form({}),
  decide: ({ id, 'hand-over': row, now, policy }) => {
    const late = row.due_at !== null && Temporal.Instant.compare(now, row.due_at) >= 0;
    const shares = [...policy.value('handover.to-department').remindAt].sort((a, b) => a - b);
    const next = shares[row.reminders + 1];
    const remindAt =
      late || next === undefined || row.due_at === null
        ? null
        : atShare(policy, row.created_at, row.due_at, next);
    return {
      set: { reminders: row.reminders + 1, remind_at: remindAt },
      send: lettersTo(row, id, late ? 'late' : 'reminder'),
      facts: { reminder: row.reminders + 1, late },
    };
  },
});

/** Nobody said that they have it: the next address is written to, until there is none left. */
export const askNext = command(handOver, 'ask-next', {
  label: 'Ask the next one',
  about: 'Writes to the next address, because nobody said that they have it.',
  button: false,
  input: form({}),
  decide: ({ id, 'hand-over': row, now, policy }) => {
    const next = row.asked + 1;
    if (next >= row.addresses.list.length)
      return { set: { acknowledge_by: null }, facts: { asked: row.asked, left: 0 } };
    const { acknowledgeMinutes } = policy.value(
      row.kind === 'share' ? 'handover.partners' : 'handover.to-department',
    );
    return {
      set: {
        asked: next,
        letter: 'to-send' as const,
        acknowledge_by: openMinutesOn(policy, now, acknowledgeMinutes),
      },
      send: [sendLetter({ handOver: id, why: 'next' })],
      facts: { asked: next, left: row.addresses.list.length - next - 1 },
    };
  },
});

/** Nobody took it in time: what was given is wiped, and whoever gave it hears of it. */
export const expire = command(handOver, 'expire', {
  label: 'Let it end',
  about: 'Wipes what nobody took in time.',
  button: false,
  input: form({}),
  decide: ({ id, 'hand-over': row, now }) => ({
    // What a partner was shown stays, for whoever asks what they were told.
    set:
      row.kind === 'share' && row.opened_at !== null
        ? { acknowledge_by: null, remind_at: null, ended_at: now }
        : over(now),
    event: expired({ handOver: id, enquiry: row.enquiry, kind: row.kind }),
    facts: { kind: row.kind, opened: row.opened_at !== null },
  }),
});

const lettersTo = (row: Readonly<HandOver>, id: string, why: string) =>
  row.addresses.list.length === 0 ? [] : [sendLetter({ handOver: id, why })];

import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { placeOf } from '../conversation.ts';
import { clocksFrom, earlierOf } from '../due.ts';
import { enquiry } from '../lifecycle.ts';
import { earlierMessages } from '../needs.ts';
import { graver, sooner } from '../triage-reading.ts';
import type { Enquiry } from '../words.ts';

const instantText = z.string({ error: 'Give an instant' }).max(40, 'Give an instant');
const at = (text: string | null): Temporal.Instant | null =>
  text === null ? null : Temporal.Instant.from(text);

/** What a message that is answered with another brings to that one: its due times, and how grave it is. */
export const broughtBy = (row: Enquiry) => ({
  at: row.received_at.toString(),
  aim: row.aim_at.toString(),
  limit: row.limit_at.toString(),
  severity: row.risk,
  tier: row.tier,
  readBy: row.read_by?.toString() ?? null,
  unread: row.unread,
});

/** Another message of the same person came before anybody answered the first: the first one's clock runs on. */
export const hearAgain = command(enquiry, 'hear-again', {
  label: 'Hear again',
  about: 'Notes that the same person said more before anybody answered. The first due time stays.',
  alone: false,
  input: form({
    at: ask.given('When they said it', instantText),
    aim: ask.given('Aim of the message that joined', instantText),
    limit: ask.given('Limit of the message that joined', instantText),
    severity: ask.given('How grave it is', z.int({ error: 'Give a whole number' }).min(1).max(4)),
    tier: ask.given(
      'How soon somebody looks',
      z.enum(['page', 'look-first', 'rest'], { error: 'Give a tier' }).nullable(),
    ),
    readBy: ask.given('By when somebody reads it', instantText.nullable()),
    unread: ask.given('Whether nobody has read it', z.boolean({ error: 'Say yes or no' })),
  }),
  decide: ({ enquiry: row, input }) => {
    const said = Temporal.Instant.from(input.at);
    // Out of order: what was said first may reach us last, and the earliest receipt counts for all.
    const earlier = {
      aim_at: Temporal.Instant.from(input.aim),
      limit_at: Temporal.Instant.from(input.limit),
    };
    const keepsOwn = Temporal.Instant.compare(row.aim_at, earlier.aim_at) <= 0;
    return {
      set: {
        messages: row.messages + 1,
        heard_at: Temporal.Instant.compare(row.heard_at, said) < 0 ? said : row.heard_at,
        ...(keepsOwn ? {} : earlier),
        ...gravestOfBoth(row, input),
      },
    };
  },
});

/** One grave message among several makes all of them grave: they stand in the list under the first. */
function gravestOfBoth(
  row: Enquiry,
  joins: { severity: number; tier: Enquiry['tier']; readBy: string | null; unread: boolean },
) {
  const next = joins.unread ? at(joins.readBy) : null;
  const own = row.unread ? row.read_by : null;
  return {
    risk: graver(row.risk, joins.severity),
    tier: sooner(row.tier, joins.tier),
    unread: row.unread || joins.unread,
    read_by: next && own ? earlierOf(next, own) : (next ?? row.read_by),
  };
}

/** A message that was answered together with this one is a question of its own after all. */
export const letGo = command(enquiry, 'let-go', {
  label: 'Let go',
  about: 'Notes that one message fewer is answered together with this one.',
  alone: false,
  input: form({}),
  decide: ({ enquiry: row }) => ({ set: { messages: Math.max(1, row.messages - 1) } }),
});

/** They answered what we had asked: that enquiry is answered, and their answer has a clock of its own. */
export const hearBack = command(enquiry, 'hear-back', {
  label: 'Hear back',
  about: 'Notes that the person answered our question. Their answer is a new enquiry with its own clock.',
  alone: false,
  input: form({}),
  decide: () => ({ set: { waiting_since: null } }),
});

/** Finds a message's place in its conversation, and with it the clock that counts. */
export const reckon = command(enquiry, 'reckon', {
  label: 'Reckon the due times',
  about: 'Finds the place of a message in its conversation and reckons both due times.',
  alone: false,
  needs: { earlier: earlierMessages },
  input: form({}),
  decide: ({ enquiry: row, needs, policy }) => {
    const place = placeOf(needs.earlier, row.apart);
    if (place.place === 'joins') {
      return {
        to: 'joined' as const,
        set: { follows: place.leader.id },
        also: [act(hearAgain, place.leader, broughtBy(row))],
        facts: { with: place.leader.id, aim: earlierOf(place.leader.aim_at, row.aim_at).toString() },
      };
    }
    if (place.place === 'keeps-clock') {
      const { aim_at, limit_at, in_hours, id: of } = place.of;
      return {
        to: 'waiting' as const,
        set: { follows: null, aim_at, limit_at, in_hours },
        facts: { with: of, aim: aim_at.toString() },
      };
    }
    const clocks = clocksFrom(policy, row.received_at);
    return {
      to: 'waiting' as const,
      set: { follows: null, ...clocks },
      also: place.answers.map((one) => act(hearBack, one, {})),
      facts: { with: null, aim: clocks.aim_at.toString() },
    };
  },
});

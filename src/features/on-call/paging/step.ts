import { isOpen } from '#calendar/hours.ts';
import { act, type Act, type Changes } from '#kernel/command.ts';
import type { Effect, Ids } from '#kernel/event.ts';
import type { Policy } from '#policy/index.ts';
import { hoursOf } from '../rota/hours.ts';
import { writeMessage } from '../commands/write-message.ts';
import { nextPageStep } from './events.ts';
import { nextStep, type Rung, type There } from './ladder.ts';
import { channelsFor } from './channels.ts';
import type { About, Page, Who } from './words.ts';

export const isInHours = (policy: Policy, at: Temporal.Instant): boolean => isOpen(hoursOf(policy), at);

export const rungsOf = (policy: Policy, inHours: boolean): readonly Rung[] =>
  policy.value(inHours ? 'paging.in-hours' : 'paging.escalation').rungs;

/** The messages of one step: to each person by the first channel, or one to the team's room. */
export function messagesTo(
  to: { readonly about: About; readonly subject: string; readonly rung: number },
  who: Who,
  people: readonly string[],
  policy: Policy,
): Act[] {
  const { person: order } = policy.value('paging.channels');
  const everybody: readonly (string | null)[] = who === 'team' ? [null] : people;
  return everybody.map((person) =>
    act(writeMessage, 'new', {
      ...to,
      who,
      ...(person === null ? {} : { person }),
      channel: channelsFor({ person }, order)[0],
      round: 0,
    }),
  );
}

interface Taken {
  readonly set: Changes<Page>;
  readonly also: readonly Act[];
  readonly send: readonly Effect[];
  readonly facts: Ids;
}

/** Where nobody at all is there to be woken, the rota is asked again after so long. */
const ASK_AGAIN = Temporal.Duration.from({ minutes: 1 });

/** Takes the next step of a page: the same whether it is the first one or a later one. */
export function takeStep(page: Readonly<Page>, there: There, now: Temporal.Instant, policy: Policy): Taken {
  const rungs = rungsOf(policy, page.in_hours);
  const step = nextStep(rungs, there, { taken: page.rung, ladderFrom: page.ladder_from, at: now });
  if (!step) return nobodyLeft(page, now);
  const { rung, who, people, ladderFrom, nextAt, leftOut } = step;
  return {
    set: {
      rung,
      ladder_from: ladderFrom,
      next_at: nextAt ?? null,
      hole: page.hole || (page.rung < 0 && leftOut),
    },
    also: messagesTo({ about: 'page', subject: page.id, rung }, who, people, policy),
    send: nextAt ? [nextPageStep({ page: page.id }, nextAt)] : [],
    facts: { step: rung, who, people: people.length, leftOut },
  };
}

function nobodyLeft(page: Readonly<Page>, now: Temporal.Instant): Taken {
  const nobodyYet = page.rung < 0;
  const again = now.add(ASK_AGAIN);
  return {
    set: nobodyYet
      ? { hole: true, fault_at: page.fault_at ?? now, next_at: again, ladder_from: again }
      : { next_at: null },
    also: [],
    send: nobodyYet ? [nextPageStep({ page: page.id }, again)] : [],
    facts: { nobody: true },
  };
}

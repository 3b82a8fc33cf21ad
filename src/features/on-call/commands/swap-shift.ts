import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import type { Policy } from '#policy/index.ts';
import type { Standing } from '#kernel/rights.ts';
import { isBefore } from '../rota/cover.ts';
import { refuseGone, refuseUnrested } from '../rota/fits.ts';
import { shift, swap } from '../rota/lifecycle.ts';
import { dutyPeople, rota, ROTA, type DutyPerson, type Rota } from '../rota/needs.ts';
import { othersAhead, swapOf, swapOpen } from '../rota/swap-needs.ts';
import { refuse } from '../rota/refusals.ts';
import type { Choices } from '#kernel/need.ts';
import type { Swap, Turn } from '../rota/words.ts';
import { anyway } from './plan-shift.ts';

const actorOf = ({ actor }: Standing): string => (actor.kind === 'person' ? actor.id : '');
const id = (label: string) => z.uuid({ error: `Give the id: ${label}` });
const given = (label: string) => ask.given(label, id(label));
const maybeGiven = (label: string) => ask.given(label, id(label).optional());

/** A request for a swap. Done together with the shift’s own step. */
export const openSwap = command(swap, 'open', {
  label: 'Ask for a swap',
  about: 'Keeps a request for a swap.',
  alone: false,
  input: form({
    shift: given('Shift'),
    inReturn: maybeGiven('Shift in return'),
    askedOf: maybeGiven('Of whom'),
    why: ask.maybe('Why', { max: 500 }),
  }),
  decide: ({ input, standing }) => ({
    create: {
      shift: input.shift,
      in_return: input.inReturn ?? null,
      asked_by: actorOf(standing),
      asked_of: input.askedOf ?? null,
      why: input.why ?? null,
      taken_by: null,
      settled_at: null,
    },
    facts: { shift: input.shift, inReturn: input.inReturn ?? null, askedOf: input.askedOf ?? null },
  }),
});

export const askSwap = command(shift, 'ask-swap', {
  label: 'Ask for a swap',
  about: 'Offers your shift to the others. It stays yours until somebody has taken it.',
  needs: { open: swapOpen, others: othersAhead },
  input: form({
    inReturn: ask.maybeChoice('A shift of a colleague that you would take for it', 'others', {
      hint: 'Only that colleague can then take yours. Leave it empty to offer it to everybody',
    }),
    why: ask.maybe('Why, for your colleagues?', { max: 500, hint: 'Nothing about anybody’s health' }),
  }),
  can: ({ shift: row, needs, now }) => {
    if (!isBefore(now, row.starts_at)) return refuse('on-call.under-way');
    return needs.open ? refuse('on-call.swap-asked') : undefined;
  },
  canAsks: ['open'],
  decide: ({ id: mine, input, needs }) => {
    const wanted = input.inReturn === undefined ? undefined : needs.others.get(input.inReturn);
    return {
      also: [
        act(openSwap, 'new', {
          shift: mine,
          ...(wanted ? { inReturn: wanted.id, askedOf: wanted.person } : {}),
          ...(input.why === undefined ? {} : { why: input.why }),
        }),
      ],
    };
  },
});

/** Done only together with a swap that somebody has taken. */
export const changeHands = command(shift, 'change-hands', {
  label: 'Change hands',
  about: 'Gives a shift to the person who took it.',
  alone: false,
  input: form({ person: given('Who is on call'), deputy: maybeGiven('Who is the deputy') }),
  decide: ({ shift: row, input }) => ({
    set: { person: input.person, deputy: input.deputy ?? null },
    facts: { was: row.person, now: input.person },
  }),
});

interface Taking {
  readonly row: Readonly<Swap>;
  readonly taker: string;
  readonly anyway: boolean;
  readonly needs: {
    readonly people: Choices<DutyPerson>;
    readonly rota: Rota;
    readonly swap: { readonly shift: Turn | undefined; readonly inReturn: Turn | undefined };
  };
  readonly now: Temporal.Instant;
  readonly policy: Policy;
}

/** A shift in other hands. Where its deputy takes it, the two change places. */
const handedTo = (turn: Turn, taker: string): Turn => ({
  ...turn,
  person: taker,
  deputy: turn.deputy === taker ? turn.person : turn.deputy,
});

/** What taking a swap changes. @throws where the taker cannot, or would have too many nights running. */
function taken({ row, taker, anyway: all, needs, now, policy }: Taking) {
  const { shift: turn, inReturn } = needs.swap;
  if (!turn) throw refuse('on-call.swap-overtaken');
  const after = [handedTo(turn, taker), ...(inReturn ? [handedTo(inReturn, row.asked_by)] : [])];
  for (const one of after)
    if (needs.people.has(one.person)) refuseGone(one, needs.people.get(one.person), 'anyway', policy.zone);
  const changed = new Map(after.map((one) => [one.id, one]));
  const over = refuseUnrested(
    {
      before: needs.rota.turns,
      after: needs.rota.turns.map((one) => changed.get(one.id) ?? one),
      people: after.map(({ person }) => person),
      nameOf: (person) => (needs.people.has(person) ? needs.people.get(person).name : 'Somebody'),
      anyway: all,
    },
    policy,
  );
  return {
    set: { taken_by: taker, settled_at: now },
    also: after.map(({ id: row_, person, deputy }) =>
      act(changeHands, { id: row_ }, { person, ...(deputy === null ? {} : { deputy }) }),
    ),
    facts: { shift: turn.id, from: row.asked_by, to: taker, moreNightsThanRested: over },
  };
}

interface Asked {
  readonly swap: Readonly<Swap>;
  readonly needs: { readonly swap: { readonly stands: boolean } };
}
const refuseOvertaken = ({ needs }: Asked) =>
  needs.swap.stands ? undefined : refuse('on-call.swap-overtaken');

export const takeSwap = command(swap, 'take', {
  label: 'Take the shift',
  about: 'You take the shift, and give your own in return where that was asked.',
  needs: { people: dutyPeople, rota, swap: swapOf },
  closes: ROTA,
  input: form({ anyway }),
  can: ({ swap: row, needs, standing }) => {
    const me = actorOf(standing);
    if (row.asked_by === me) return refuse('on-call.swap-own');
    if (row.asked_of !== null && row.asked_of !== me)
      return refuse('on-call.swap-of-other', { name: needs.swap.askedOf ?? 'somebody else' });
    return refuseOvertaken({ swap: row, needs });
  },
  canAsks: ['swap'],
  decide: ({ swap: row, input, standing, ...around }) =>
    taken({ row, taker: actorOf(standing), anyway: input.anyway, ...around }),
});

export const settleSwap = command(swap, 'settle', {
  label: 'Decide who takes it',
  about: 'Gives the shift to somebody, in the place of waiting until somebody takes it.',
  needs: { people: dutyPeople, rota, swap: swapOf },
  closes: ROTA,
  input: form({ person: ask.choice('Who takes it?', 'Choose who takes it', 'people'), anyway }),
  can: refuseOvertaken,
  canAsks: ['swap'],
  begins: ({ swap: row }) => ({ person: row.asked_of }),
  decide: ({ swap: row, input, ...around }) => {
    if (input.person === row.asked_by) throw refuse('on-call.swap-own');
    if (row.asked_of !== null && row.asked_of !== input.person)
      throw refuse('on-call.swap-of-other', { name: around.needs.swap.askedOf ?? 'somebody else' });
    return taken({ row, taker: input.person, anyway: input.anyway, ...around });
  },
});

const ended = {
  input: form({}),
  decide: ({ now }: { now: Temporal.Instant }) => ({ set: { settled_at: now } }),
};

export const declineSwap = command(swap, 'decline', {
  label: 'Decline',
  about: 'Ends the request: the shift stays with whoever has it.',
  ...ended,
});

export const takeBackSwap = command(swap, 'take-back', {
  label: 'Keep the shift',
  about: 'Takes your request back: the shift stays yours.',
  ...ended,
});

export const lapseSwap = command(swap, 'lapse', {
  label: 'Let it lapse',
  about: 'Ends a request that nobody took before the shift began, or whose shift has changed.',
  button: false,
  ...ended,
});

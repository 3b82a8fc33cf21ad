import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { isBefore } from '../rota/cover.ts';
import { holeFound } from '../rota/events.ts';
import { holesAhead } from '../rota/holes-ahead.ts';
import { dayAt } from '../rota/hours.ts';
import { rotaCheck } from '../rota/lifecycle.ts';

/** Once a day. Every hole that is near is told of again each day, until it is filled. */
export const checkRota = command(rotaCheck, 'make', {
  label: 'Look at the rota',
  about: 'Looks whether the coming days are full, and tells of each hole that is near.',
  button: false,
  needs: { holesAhead },
  once: ['day'],
  input: form({}),
  decide: ({ needs, now, policy }) => {
    const { holes, warnUntil } = needs.holesAhead;
    const [first] = holes;
    const near = holes.filter(({ from }) => isBefore(from, warnUntil));
    return {
      to: first ? ('short' as const) : ('full' as const),
      create: {
        day: dayAt(now, policy.zone),
        holes: holes.length,
        hole_from: first?.from ?? null,
        hole_to: first?.to ?? null,
      },
      event: near.map(({ from, to }) => holeFound({ from: from.toString(), to: to.toString() })),
      facts: { holes: holes.length, near: near.length },
    };
  },
});

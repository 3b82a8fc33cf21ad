import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { isBefore } from '../rota/cover.ts';
import { momentsOf } from '../rota/fits.ts';
import { shift } from '../rota/lifecycle.ts';
import { dutyPeople, ROTA } from '../rota/needs.ts';
import { refuse } from '../rota/refusals.ts';
import { takeOver } from './plan-shift.ts';

/** The rest of a shift that is under way goes to somebody else at once, so that nobody is missing in between. */
export const relieve = command(shift, 'relieve', {
  label: 'Relieve',
  about: 'Ends this shift now; somebody else is on call for the rest of it from the same moment on.',
  needs: { people: dutyPeople },
  closes: ROTA,
  input: form({
    person: ask.choice('Who takes over now?', 'Choose who takes over', 'people'),
    deputy: ask.maybeChoice('Who is the deputy?', 'people'),
  }),
  can: ({ shift: row, now }) => {
    if (!isBefore(row.starts_at, now)) return refuse('on-call.not-begun');
    return isBefore(now, row.ends_at) ? undefined : refuse('on-call.over');
  },
  canAsks: [],
  begins: ({ shift: row }) => ({ person: row.deputy }),
  decide: ({ shift: row, input, now, policy }) => {
    if (input.person === row.person)
      throw new InputRefused([
        { field: 'person', message: 'Choose somebody else: they are on call already' },
      ]);
    const cut = { from: row.starts_at, to: now };
    return {
      set: { ends_at: now, ...momentsOf(cut, policy) },
      also: [
        act(takeOver, 'new', {
          person: input.person,
          ...(input.deputy === undefined ? {} : { deputy: input.deputy }),
          from: now.toString(),
          to: row.ends_at.toString(),
          anyway: true,
        }),
      ],
      facts: { was: row.person, now: input.person, at: now.toString() },
    };
  },
});

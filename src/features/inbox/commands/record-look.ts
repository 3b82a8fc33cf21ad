import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { look } from '../reply-lifecycle.ts';

/** Counts this minute as looked at. Nobody’s name goes with it. */
export const recordLook = command(look, 'record', {
  label: 'Record a look',
  about: 'Counts a minute in which the inbox was open or an account was read. It never says who.',
  button: false,
  once: ['place', 'kind', 'minute'],
  input: form({
    place: ask.given('What was looked at', z.string({ error: 'Say what was looked at' }).min(1).max(100)),
    kind: ask.oneOf('Who looked', 'Say who looked', { person: 'A person', poll: 'The program' }),
  }),
  decide: ({ input, now }) => ({
    create: {
      place: input.place,
      kind: input.kind,
      minute: now.round({ smallestUnit: 'minute', roundingMode: 'floor' }),
    },
  }),
});

import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { enquiry } from '../lifecycle.ts';
import { note as noteLifecycle } from '../reply-lifecycle.ts';

export const writeNote = command(noteLifecycle, 'write', {
  label: 'Keep a note',
  about: 'Keeps a note of a colleague. Done together with the enquiry’s own step.',
  alone: false,
  input: form({
    enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })),
    text: ask.text('Note', { max: 2000 }),
  }),
  decide: ({ input, standing }) => ({
    create: {
      enquiry: input.enquiry,
      text: input.text,
      author: standing.actor.kind === 'person' ? standing.actor.id : '',
    },
  }),
});

/** For colleagues only. It is no reply, so the clock runs on. */
export const note = command(enquiry, 'note', {
  label: 'Add a note',
  about: 'Leaves a note for colleagues. The public never sees it, and the clock runs on.',
  input: form({ text: ask.text('Note for colleagues', { empty: 'Write the note', max: 2000 }) }),
  decide: ({ id, input }) => ({ also: [act(writeNote, 'new', { enquiry: id, text: input.text })] }),
});

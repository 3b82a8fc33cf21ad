import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { detailsUnconfirmed } from '../events.ts';
import { removal } from '../lifecycle.ts';

/** Nothing is lost in silence: somebody asks the receiver. */
export const remind = command(removal, 'remind', {
  label: 'Remind the team',
  about: 'Reminds the team that nobody has confirmed yet.',
  button: false,
  input: form({}),
  decide: ({ id, removal: row, now }) => ({
    set: { reminded_at: now },
    event: detailsUnconfirmed({ removal: id, enquiry: row.enquiry, stage: 'reminded' }),
  }),
});

export const tell = command(removal, 'tell', {
  label: 'Tell information governance',
  about: 'Tells information governance that nobody has confirmed.',
  button: false,
  input: form({}),
  decide: ({ id, removal: row, now }) => ({
    set: { told_at: now },
    event: detailsUnconfirmed({ removal: id, enquiry: row.enquiry, stage: 'told' }),
  }),
});

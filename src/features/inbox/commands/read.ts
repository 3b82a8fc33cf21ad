import { act, command, type Act } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { enquiry } from '../lifecycle.ts';
import { unreadFollowers } from '../triage-needs.ts';

/** A person opened it. Nobody’s name goes with it. */
export const markRead = command(enquiry, 'mark-read', {
  label: 'Read by a person',
  about: 'Notes that a person has opened this message and what is answered with it. It never says who.',
  button: false,
  needs: { unreadFollowers },
  input: form({}),
  decide: ({ enquiry: row, needs, now }) => ({
    set: row.unread ? { unread: false, first_read_at: row.first_read_at ?? now } : {},
    also: needs.unreadFollowers.map(alongWith),
  }),
});

/** Whatever is answered with it stands on the same page. */
function alongWith(one: { readonly id: string }): Act {
  return act(markRead, one, {});
}

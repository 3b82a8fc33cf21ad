import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { signpostRechecked } from '../events.ts';
import { mayStay } from '../checked.ts';
import { refuseHeld } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { givenOut, holder, reasonsToStay, suggestedSignposts } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { answering } from './answer.ts';

/** Tells the person the right door. The directory entry and its version are kept with the reply. */
export const signpost = command(enquiry, 'signpost', {
  label: 'Signpost',
  about: 'Answers with the right department’s contact from the directory.',
  stale: 'refuse',
  needs: { holder, givenOut, entries: suggestedSignposts, mayStay: reasonsToStay },
  input: form({
    entry: ask.choice('Where should they go?', 'Choose where they should go', 'entries'),
    text: ask.maybe('What do you want to say before the contact details?', {
      lines: true,
      max: 2000,
      hint: 'Left empty, they get the contact details alone',
    }),
    rechecked: ask.tick('I have checked today that this contact is still right'),
    mayStay,
  }),
  can: refuseHeld,
  canAsks: ['holder'],
  decide: (given) => {
    const { input, needs, policy } = given;
    const entry = needs.entries.get(input.entry);
    if (entry.stale && !input.rechecked) {
      throw refuse('inbox.stale-signpost', {
        entry: entry.name,
        days: policy.value('inbox.signpost').staleAfterDays,
      });
    }
    const answer = answering(given, {
      kind: 'signpost',
      text: signpostText(input.text, entry),
      words: input.text,
      mayStay: input.mayStay,
      field: 'text',
      signpost: entry,
    });
    return {
      ...answer,
      event: entry.stale ? [signpostRechecked({ signpost: entry.id, version: entry.version })] : [],
      facts: { ...answer.facts, signpost: entry.id, version: entry.version, rechecked: entry.stale },
    };
  },
});

/** The words of the person who signposts, then the directory's contact line and address. */
export const signpostText = (
  before: string | undefined,
  entry: { readonly text: string; readonly url?: string | null },
): string =>
  [before, entry.text, entry.url]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join('\n');

import { readyReplies } from '#features/saved-replies/index.ts';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { choices, need } from '#kernel/need.ts';
import { refuseHeld } from '../held.ts';
import { isLocked } from '../lanes.ts';
import { enquiry } from '../lifecycle.ts';
import { givenOut, holder } from '../needs.ts';
import type { Enquiry } from '../words.ts';
import { answering } from './answer.ts';
import { nextOfReply } from './reply.ts';

/** Saved replies that fit this message: its kinds first. While it is locked, holding lines and no others. */
export const fittingReplies = need(async (read, asked) => {
  const { list } = await readyReplies.load(read, asked);
  const row = asked.row as Readonly<Enquiry> | undefined;
  const kinds = new Set(row?.labels.list.map(({ id }) => id));
  const locked = row !== undefined && isLocked(row, asked.policy);
  const longest = row?.reply_max ?? Number.POSITIVE_INFINITY;
  return choices(
    list
      .filter((one) => (!locked || one.holding) && one.text.length <= longest)
      .toSorted((a, b) => place(a.label, kinds) - place(b.label, kinds)),
  );
});

const place = (label: string | null, kinds: ReadonlySet<string>): number =>
  label === null ? 1 : kinds.has(label) ? 0 : 2;

/** Words that two people agreed before: they go out at once, whatever lane the message is in. */
export const replySaved = command(enquiry, 'reply-saved', {
  label: 'Use a saved reply',
  about: 'Answers with words that were agreed before, as they stand.',
  stale: 'refuse',
  needs: { holder, givenOut, saved: fittingReplies },
  input: form({
    saved: ask.choice('Which saved reply?', 'Choose a saved reply', 'saved', {
      hint: 'It goes out as it stands. Those for this kind of message come first.',
    }),
  }),
  can: refuseHeld,
  canAsks: ['holder'],
  decide: (given) => {
    const saved = given.needs.saved.get(given.input.saved);
    const answer = answering(given, {
      kind: saved.signpost ? 'signpost' : 'reply',
      text: saved.text,
      words: undefined,
      field: 'saved',
      ...(saved.signpost ? { signpost: saved.signpost } : {}),
    });
    return {
      to: nextOfReply(given.enquiry),
      ...answer,
      facts: { ...answer.facts, saved: saved.id, version: saved.version },
    };
  },
});

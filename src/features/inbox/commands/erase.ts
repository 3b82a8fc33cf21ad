import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { mask, spots, type DetailsColumns } from '../details.ts';
import { enquiryErased } from '../events.ts';
import { nobodyHolds } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { ownWords } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { note, reply } from '../reply-lifecycle.ts';
import { quotesIn, withoutQuotes } from '../text-for.ts';
import type { Enquiry } from '../words.ts';

const underWay = ['waiting', 'sending'];
const words = ask.given('Words that stay', ask.text('Text', { max: 10_000 }));

/** A reply of ours repeated a detail: that is taken out, the reply stays. Done together with the deletion. */
export const takeOutOfReply = command(reply, 'take-out', {
  label: 'Take details out',
  about: 'Takes out of a reply what it repeats of somebody’s details.',
  alone: false,
  input: form({ text: words }),
  decide: ({ input }) => ({ set: { text: input.text } }),
});

export const takeOutOfNote = command(note, 'take-out', {
  label: 'Take details out',
  about: 'Takes out of a note what it says of somebody’s details.',
  alone: false,
  input: form({ text: words }),
  decide: ({ input }) => ({ set: { text: input.text } }),
});

/** Colleagues’ own words go through the detectors too: they may have written a detail in another way. */
const withoutDetails = (text: string, row: Readonly<Enquiry>): string => {
  const kept = withoutQuotes(text, row);
  return mask(kept, spots(kept));
};

/**
 * Deletes what somebody wrote: words, pictures, author, and what we repeat of their details. What stays is that there
 * was a message, when, and how it was answered. A reply that is on its way and repeats a detail is waited for.
 */
export const erase = command(enquiry, 'erase', {
  label: 'Delete its words',
  about: 'Deletes the words, pictures and author of a message for good. Refused while a hold stands.',
  button: false,
  needs: { own: ownWords },
  input: form({}),
  decide: ({ id, enquiry: row, needs, now }) => {
    if (row.held) throw refuse('inbox.kept-by-hold');
    if (row.erased_at !== null) {
      const again = { enquiry: id, at: row.erased_at.toString(), replies: 0, notes: 0 };
      return { event: enquiryErased(again), facts: { replies: 0, notes: 0 } };
    }
    const replies = needs.own.replies.filter((one) => quotesIn(one.text, row).length > 0);
    if (replies.some((one) => underWay.includes(one.state))) throw refuse('inbox.reply-quotes');
    const notes = needs.own.notes.filter((one) => withoutDetails(one.text, row) !== one.text);
    const left = (text: string | null) => (text === null ? null : withoutDetails(text, row));
    return {
      set: {
        ...nothingLeft(id),
        close_note: left(row.close_note),
        sample_note: left(row.sample_note),
        erased_at: now,
      },
      also: [
        ...replies.map((one) => act(takeOutOfReply, one, { text: withoutQuotes(one.text, row) })),
        ...notes.map((one) => act(takeOutOfNote, one, { text: withoutDetails(one.text, row) })),
      ],
      event: enquiryErased({
        enquiry: id,
        at: now.toString(),
        replies: replies.length,
        notes: notes.length,
      }),
      facts: { replies: replies.length, notes: notes.length },
    };
  },
});

/** The network’s own id stays, so that reading the account again does not bring the message back. */
const nothingLeft = (id: string) =>
  ({
    text: '',
    text_at_receipt: null,
    pictures: { list: [] },
    details: { text: [], first: [], pictures: [] },
    pictures_show: null,
    revealed: { list: [] },
    author_id: '',
    author_handle: '',
    author_name: '',
    conversation: `erased ${id}`,
    summary: null,
    contact: null,
    ...nobodyHolds,
  }) satisfies Partial<Enquiry & DetailsColumns>;

/** Nobody needs the address any longer: it was only kept so that somebody could delete the message there. */
export const forgetAddress = command(enquiry, 'forget-address', {
  label: 'Forget its address',
  about: 'Forgets where a deleted message stood on its network.',
  button: false,
  input: form({}),
  decide: ({ enquiry: row }) => ({ set: row.erased_at === null ? {} : { permalink: null } }),
});

import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { enquiryReceived } from '../events.ts';
import { flagged, triageFacts } from '../flagging.ts';
import { spottedEvents } from '../spotted-events.ts';
import { enquiry } from '../lifecycle.ts';
import { kindsToCapture, placesToCapture } from '../needs.ts';
import { newEnquiry } from '../new-enquiry.ts';
import { paging } from '../triage-needs.ts';
import { isOtherChannel } from '../words.ts';
import { reckon } from './reckon.ts';

/** For what no program can read: a review site, a closed network, our name misspelt, a letter, the telephone. */
export const capture = command(enquiry, 'capture', {
  label: 'Enter a message by hand',
  about: 'Enters what somebody said where the program cannot read it. The clock starts when they said it.',
  needs: { places: placesToCapture, kinds: kindsToCapture, paging },
  input: form({
    network: ask.choice('Where was it said?', 'Choose where it was said', 'places'),
    kind: ask.choice('What kind of message is it?', 'Choose what kind of message it is', 'kinds'),
    account: ask.maybe('Which of our accounts or names did they address?', {
      hint: 'Also where they misspelt it',
      max: 100,
    }),
    handle: ask.line('Their name or handle there', { empty: 'Give their name or handle', max: 100 }),
    text: ask.text('What did they say?', { empty: 'Copy what they said', max: 10_000 }),
    permalink: ask.maybe('Web address of the message', { max: 1000 }),
    at: ask.moment('When did they say it?', 'Give the date and time when they said it'),
  }),
  decide: ({ id, input, needs, now, policy }) => {
    const kind = needs.kinds.get(input.kind).id;
    refuseWrongMoment(input.at, now);
    const create = newEnquiry(
      {
        network: input.network,
        account: null,
        accountName: input.account ?? '',
        remote: null,
        root: null,
        kind,
        author: { id: input.handle, handle: input.handle, name: input.handle },
        text: input.text,
        pictures: [],
        permalink: input.permalink ?? null,
        visibility: input.kind === 'direct-message' || isOtherChannel(input.network) ? 'private' : 'public',
        byHand: true,
        replyMax: null,
        windowCloses: undefined,
        at: input.at,
        firstRead: undefined,
      },
      now,
      policy,
      needs.paging,
    );
    return {
      create,
      event: [
        enquiryReceived({ enquiry: id, kind: input.kind }),
        ...flagged(id, create, needs.paging, policy),
        ...spottedEvents(id, create),
      ],
      also: [act(reckon, { id }, {})],
      facts: {
        kind: input.kind,
        network: input.network,
        received: create.received_at.toString(),
        ...triageFacts(create),
      },
    };
  },
});

/** A slip of the pen here would make something late by years, or give it a time that has not come. */
function refuseWrongMoment(at: Temporal.Instant, now: Temporal.Instant): void {
  const wrong = (message: string) => new InputRefused([{ field: 'at', message }]);
  if (Temporal.Instant.compare(at, now) > 0) throw wrong('That has not come yet. Give when they said it');
  if (Temporal.Instant.compare(at, now.subtract({ hours: 24 * 366 })) < 0)
    throw wrong('That is more than a year ago. Give when they said it');
}

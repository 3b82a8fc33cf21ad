import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { enquiryReceived } from '../events.ts';
import { flagged, triageFacts } from '../flagging.ts';
import { spottedEvents } from '../spotted-events.ts';
import { enquiry } from '../lifecycle.ts';
import { newEnquiry } from '../new-enquiry.ts';
import { paging } from '../triage-needs.ts';
import { kinds } from '../words.ts';
import { reckon } from './reckon.ts';

const words = (what: string, max: number) =>
  z.string({ error: `Give ${what}` }).max(max, `${what} is too long`);
const moment = (what: string) =>
  z
    .string({ error: `Give ${what}` })
    .refine(isInstant, `${what} must be an ISO 8601 instant`)
    .optional();

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== undefined;
  } catch {
    return false;
  }
}

const pictures = z
  .array(
    z.strictObject(
      { alt: words('the description', 5000), url: words('the address', 2000) },
      { error: 'Give each picture its description and address' },
    ),
    { error: 'Give a list of pictures' },
  )
  .max(20, 'At most 20 pictures');

const instant = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text));

/** A network's message comes in: once, however often the network tells us. */
export const receive = command(enquiry, 'receive', {
  label: 'Receive a message',
  about: 'Takes in a message from a network, once, and starts its clocks by the network’s own time.',
  once: ['network', 'account', 'remote'],
  needs: { paging },
  input: form({
    network: ask.line('Network'),
    account: ask.given('Account', z.uuid({ error: 'Give the id of the account' })),
    accountName: ask.line('Name of the account'),
    remote: ask.given('The network’s id', words('the network’s id', 500).min(1, 'Give the network’s id')),
    root: ask.given('The network’s id of the thread', words('the thread', 500).optional()),
    kind: ask.oneOf('Kind', 'Say what kind it is', kinds),
    authorId: ask.given('Author’s id', words('the author’s id', 500)),
    authorHandle: ask.given('Author’s handle', words('the author’s handle', 300)),
    authorName: ask.given('Author’s name', words('the author’s name', 300)),
    text: ask.given('Text', words('the text', 20_000)),
    pictures: ask.given('Pictures', pictures),
    permalink: ask.given('Address of the message', words('the address', 2000).optional()),
    visibility: ask.oneOf('Who can see it', 'Say who can see it', {
      public: 'Everybody',
      private: 'Only we',
    }),
    replyMax: ask.given(
      'Longest reply',
      z.int({ error: 'Give a whole number' }).positive('Give a number above nought').optional(),
    ),
    windowCloses: ask.given('Until when it can be answered', moment('the end of the window')),
    at: ask.given('When it was said', moment('the moment')),
    firstRead: ask.given('When the account was first read', moment('the first reading')),
  }),
  decide: ({ id, input, needs, now, policy }) => {
    const { authorId, authorHandle, authorName } = input;
    const create = newEnquiry(
      {
        ...input,
        root: input.root ?? null,
        permalink: input.permalink ?? null,
        replyMax: input.replyMax ?? null,
        author: { id: authorId, handle: authorHandle, name: authorName },
        byHand: false,
        windowCloses: instant(input.windowCloses),
        at: instant(input.at),
        firstRead: instant(input.firstRead),
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
        timeBasis: create.time_basis,
        aim: create.aim_at.toString(),
        limit: create.limit_at.toString(),
        calendar: create.calendar_version,
        ...triageFacts(create),
      },
    };
  },
});

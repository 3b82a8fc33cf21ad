import { createHash } from 'node:crypto';
import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { openHours } from '#features/inbox/index.ts';
import { automaticReplyBegun } from '../events.ts';
import { automaticReply } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import { stretchAt } from '../stretch.ts';
import { automaticReply as reckoned } from '../text.ts';

const text = (what: string, max: number) => z.string({ error: `Give ${what}` }).max(max, `Give ${what}`);
const id = (what: string) => z.uuid({ error: `Give the id of ${what}` });

/**
 * Answers a private message by itself. Once a person in each stretch of open or closed hours, and only while that
 * stretch lasts: what reaches us late is answered by a person.
 */
export const begin = command(automaticReply, 'begin', {
  label: 'Answer by itself',
  about: 'Gives whoever wrote in private our hours, our website and whom to call in an emergency.',
  button: false,
  once: ['once'],
  input: form({
    enquiry: ask.given('Enquiry', id('the enquiry')),
    account: ask.given('Account', id('the account')),
    network: ask.given('Network', text('the network', 100)),
    person: ask.given('Author’s id', text('the author’s id', 600)),
    receivedAt: ask.given('When it was said', text('the moment', 40)),
    answeredAt: ask.given('When a person last answered them', text('the moment', 40).optional()),
    max: ask.given(
      'Longest message',
      z.int({ error: 'Give a whole number' }).positive('Give a number above nought').optional(),
    ),
  }),
  decide: ({ id: automatic, input, now, policy }) => {
    const { networks } = policy.value('auto-reply.send');
    if (networks !== 'every' && !networks.includes(input.network)) throw refuse('auto-reply.not-there');
    const { from } = stretchAt(openHours(policy).hours, now);
    const before = (moment: string) => Temporal.Instant.compare(Temporal.Instant.from(moment), from) < 0;
    if (before(input.receivedAt)) throw refuse('auto-reply.too-late');
    if (input.answeredAt !== undefined && !before(input.answeredAt)) throw refuse('auto-reply.in-touch');
    const answer = reckoned(policy, now, input.max);
    if (!answer) throw refuse('auto-reply.does-not-fit');
    return {
      create: {
        enquiry: input.enquiry,
        account: input.account,
        once: onceFor(input.account, input.person, from),
        form: answer.form,
        text: answer.text,
      },
      event: automaticReplyBegun({ automatic, enquiry: input.enquiry }),
      facts: { enquiry: input.enquiry, form: answer.form },
    };
  },
});

/** The same for one person in one stretch of hours, and different in the next: it says nothing about who they are. */
const onceFor = (account: string, person: string, from: Temporal.Instant): string =>
  createHash('sha256')
    .update(JSON.stringify([account, person, from.toString()]))
    .digest('hex');

import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { enquiryFlagged, enquiryReceived } from '../events.ts';
import { flaggedLink, networkOf } from '../flagged-link.ts';
import { enquiry } from '../lifecycle.ts';
import { flagReasons } from '../needs.ts';
import { newEnquiry } from '../new-enquiry.ts';
import { paging } from '../triage-needs.ts';
import { reckon } from './reckon.ts';

/** Somebody outside has seen something that cannot wait. */
export const flag = command(enquiry, 'flag', {
  label: 'Flag it',
  about: 'Takes in what somebody outside flags as urgent. Those who flag the same link are taken together.',
  needs: { reasons: flagReasons, paging },
  input: form({
    link: ask.line('Link to what you saw', {
      empty: 'Paste the link to what you saw',
      hint: 'The web address of the post, such as https://www.facebook.com/…',
      max: 1000,
    }),
    reason: ask.choice('What is it about?', 'Choose what it is about', 'reasons'),
    more: ask.maybe('What should we know?', {
      hint: 'A sentence will do. Leave out names and health details of others',
      lines: true,
      max: 1000,
    }),
    contact: ask.maybe('Your e-mail address or telephone number', {
      hint: 'Only if we may ask you something. We use it for this and nothing else',
      max: 200,
    }),
  }),
  decide: ({ id, input, needs, now, policy }) => {
    const link = flaggedLink(input.link);
    if (!link)
      throw new InputRefused([{ field: 'link', message: 'Paste the whole link, beginning with https://' }]);
    const reason = needs.reasons.get(input.reason);
    const create = newEnquiry(flaggedAs(link, reason, input.more, now), now, policy, needs.paging);
    // What a person says is grave is so, whatever triage makes of the words; triage may find it graver.
    const found = input.more === undefined ? reason : { severity: create.risk, tier: create.tier };
    const severity = Math.min(reason.severity, found.severity);
    const tier = tiersInOrder.find((one) => one === reason.tier || one === found.tier) ?? 'rest';
    return {
      create: {
        ...create,
        text: [create.text, reason.name].filter((one) => one !== '').join('\n\n'),
        risk: severity,
        tier,
        paged_at: tier === 'page' ? now : null,
        contact: input.contact ?? null,
      },
      event: [
        enquiryReceived({ enquiry: id, kind: 'flag' }),
        ...(tier === 'rest'
          ? []
          : [enquiryFlagged({ enquiry: id, tier, severity, lead: `flag-${reason.id}` })]),
      ],
      also: [act(reckon, { id }, {})],
      facts: { kind: 'flag', network: create.network, reason: reason.id, severity, tier },
    };
  },
});

const tiersInOrder = ['page', 'look-first', 'rest'] as const;

/** What somebody flags, as a message of its own. */
const flaggedAs = (
  link: NonNullable<ReturnType<typeof flaggedLink>>,
  reason: { readonly name: string; readonly severity: number },
  more: string | undefined,
  now: Temporal.Instant,
): Parameters<typeof newEnquiry>[0] => ({
  network: networkOf(link.key),
  account: null,
  accountName: '',
  remote: null,
  root: null,
  kind: 'flag',
  // One conversation a link. What is flagged as graver stands by itself, so that no earlier one hides it.
  author: {
    id: `flag ${reason.severity} ${link.key}`,
    handle: 'flag',
    name: 'Somebody who flagged it',
  },
  // What they wrote themselves: our own words for a reason are neither sorted nor searched for details.
  text: more ?? '',
  pictures: [],
  permalink: link.address,
  visibility: 'private',
  byHand: true,
  replyMax: null,
  windowCloses: undefined,
  at: now,
  firstRead: undefined,
});

import { checkDraft, type Finding } from '#checks/index.ts';
import { ask } from '#kernel/form.ts';
import { InputRefused, type InputError } from '#kernel/refusal.ts';
import { roles } from '#kernel/roles.ts';
import type { Policy } from '#policy/index.ts';
import type { GivenOut } from './given-out.ts';
import { isOtherChannel, type Enquiry } from './words.ts';

/** Asked only once something was pointed out: choosing a reason says that somebody has read it. */
export const mayStay = ask.maybeChoice('I have read this. Why may it stay?', 'mayStay', {
  afterwards: true,
});

interface Reply {
  readonly enquiry: Readonly<Pick<Enquiry, 'network' | 'text' | 'visibility'>>;
  /** Words that a person wrote. What the directory adds has been checked there. */
  readonly words: string | undefined;
  /** The field in which they stand. */
  readonly field: string;
  readonly policy: Policy;
  readonly now: Temporal.Instant;
  readonly givenOut: GivenOut;
  readonly mayStay?: string | undefined;
  /** Why details may go out, from somebody who may decide that. */
  readonly details?: string;
}

/** What the trail keeps of it: rules and reasons, never words. */
export interface Stayed {
  readonly pointedOut: string | null;
  readonly stays: string | null;
}

/**
 * Reads a reply before it goes out. What stops a reply is said at its words; what may stay wants a reason.
 * @throws InputRefused with every finding at once, so that nobody meets the next only then.
 */
export function refuseUnchecked(reply: Reply): Stayed {
  const found = findingsIn(reply);
  const stops = found.filter((one) => one.severity === 'block' && !isLet(one, reply));
  const stays = found.filter((one) => one.severity !== 'block' || isLet(one, reply));
  const reason = reply.details ?? reply.mayStay;
  const unread = stays.length > 0 && reason === undefined;
  // Who decides about details writes no other replies.
  const needless = reply.details !== undefined && !stays.some((one) => isLet(one, reply));
  if (stops.length > 0 || unread || needless)
    throw new InputRefused([
      ...(needless ? [at(reply.field, noDetails)] : []),
      ...stops.map((one) => at(reply.field, `${said(one)} ${whoDecides(one)}`)),
      ...(unread ? stays.map((one) => at(reply.field, said(one))) : []),
      ...(unread
        ? [at('mayStay', stops.length > 0 ? `For the rest: change ${orChoose}` : `Change ${orChoose}`)]
        : []),
    ]);
  const rules = [...new Set(stays.map(({ rule }) => rule))].toSorted();
  return rules.length === 0
    ? { pointedOut: null, stays: null }
    : { pointedOut: rules.join(' '), stays: reason ?? null };
}

/** What matters in them. By telephone, letter or e-mail nothing is published. Equal ones are said once. */
function findingsIn({ enquiry, words, policy, now, givenOut }: Reply): Finding[] {
  if (words === undefined || isOtherChannel(enquiry.network)) return [];
  const asOf = now.toZonedDateTimeISO(policy.zone).toPlainDate().toString();
  const { findings } = checkDraft(
    { accountKind: 'corporate', network: enquiry.network, text: words, context: { replyTo: enquiry.text } },
    policy,
    { ...givenOut, asOf },
  );
  const seen = new Set<string>();
  return findings
    .filter(({ rule }) => rule !== length)
    .map((one) => (one.rule === details ? asDetails(one, enquiry, policy) : one))
    .filter(({ severity, message }) => severity !== 'note' && !seen.has(message) && seen.add(message));
}

const details = 'checks.personal-data';
/** How long a reply may be says the network itself (`fits.ts`): what holds for posts need not hold here. */
const length = 'checks.length';

/** In a reply they come under a clause of their own. */
function asDetails(one: Finding, { visibility }: Reply['enquiry'], policy: Policy): Finding {
  const { clause, basis } = policy.cite('inbox.details-in-replies');
  const { inPrivate } = policy.value('inbox.details-in-replies');
  const severity = visibility === 'private' && one.severity === 'block' ? inPrivate : one.severity;
  return { ...one, severity, clause: basis === 'default' ? null : clause };
}

const isLet = (one: Finding, reply: Reply): boolean => one.rule === details && reply.details !== undefined;

const noDetails =
  'The check finds no personal details in this: whoever answers the public may send it as it is.';
const orChoose = 'the words, or choose why they may stay';
const at = (field: string, message: string): InputError => ({ field, message });
const said = ({ message, clause }: Finding): string =>
  `${message.replace(/\.$/, '')} (${clause === null ? 'our default' : `clause ${clause}`}).`;

/** In the words of the roles that the house knows. */
function whoDecides({ rule, role }: Finding): string {
  const who = Object.entries(roles)
    .find(([name]) => name === role)?.[1]
    .toLowerCase();
  if (who === undefined) return 'It stops this reply, and nobody may override that.';
  return rule === details
    ? `It stops this reply, unless the ${who} lets it through with a reason.`
    : `It stops this reply: the ${who} decides what may be said.`;
}

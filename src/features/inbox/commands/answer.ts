import { act, type Act } from '#kernel/command.ts';
import type { Ids } from '#kernel/event.ts';
import type { Policy } from '#policy/index.ts';
import type { Standing } from '#kernel/rights.ts';
import { refuseUnchecked } from '../checked.ts';
import { refuseTooLong } from '../fits.ts';
import type { GivenOut } from '../given-out.ts';
import { isLocked, needsSecond } from '../lanes.ts';
import { refuse } from '../refusals.ts';
import { leaseFrom } from '../held.ts';
import type { Enquiry, ReplyKind } from '../words.ts';
import { writeReply } from './write-reply.ts';

interface Answering {
  readonly id: string;
  readonly enquiry: Readonly<Enquiry>;
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  readonly needs: { readonly givenOut: GivenOut };
}

export interface Answer {
  readonly kind: ReplyKind;
  readonly text: string;
  /** Of the text, what a person wrote for it. */
  readonly words: string | undefined;
  /** Why what was pointed out may stay, and why details may go out. */
  readonly mayStay?: string | undefined;
  readonly details?: string;
  /** The field of those words, at which it is said what is the matter with them. */
  readonly field: string;
  readonly signpost?: { readonly id: string; readonly version: number };
}

/**
 * What every kind of answer has in common: the enquiry is held by whoever answers, and a reply begins its own life.
 * @throws InputRefused where the network would not take so long a text, or the checks stop it.
 */
export function answering(
  { id, enquiry: row, standing, now, policy, needs: { givenOut } }: Answering,
  answer: Answer,
): { set: Partial<Enquiry>; also: readonly Act[]; facts: Ids } {
  if (answer.words !== undefined && isLocked(row, policy)) throw refuse('inbox.locked');
  refuseTooLong(answer.text, row.reply_max, answer.field);
  const { kind, text, signpost, words, field, mayStay, details } = answer;
  const { pointedOut, stays } = refuseUnchecked({
    enquiry: row,
    words,
    field,
    policy,
    now,
    givenOut,
    mayStay,
    ...(details === undefined ? {} : { details }),
  });
  return {
    facts: pointedOut === null ? {} : { pointedOut, stays },
    set: {
      ...leaseFrom(standing, now, policy),
      first_claimed_at: row.first_claimed_at ?? now,
      trouble: null,
      close_reason: null,
      closed_at: null,
    },
    also: [
      act(writeReply, 'new', {
        enquiry: id,
        kind,
        text,
        ...(words !== undefined && needsSecond(row, policy) ? { secondPerson: true } : {}),
        ...(signpost ? { signpost: signpost.id, signpostVersion: signpost.version } : {}),
      }),
    ],
  };
}

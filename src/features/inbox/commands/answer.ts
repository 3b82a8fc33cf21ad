import { act, type Act } from '#kernel/command.ts';
import type { Policy } from '#policy/index.ts';
import type { Standing } from '#kernel/rights.ts';
import { refuseTooLong } from '../fits.ts';
import { leaseFrom } from '../held.ts';
import type { Enquiry, ReplyKind } from '../words.ts';
import { writeReply } from './write-reply.ts';

interface Answering {
  readonly id: string;
  readonly enquiry: Readonly<Enquiry>;
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  readonly policy: Policy;
}

export interface Answer {
  readonly kind: ReplyKind;
  readonly text: string;
  /** The field at which “too long” is said. */
  readonly field: string;
  readonly signpost?: { readonly id: string; readonly version: number };
}

/**
 * What every kind of answer has in common: the enquiry is held by whoever answers, and a reply begins its own life.
 * @throws InputRefused where the network would not take so long a text.
 */
export function answering(
  { id, enquiry: row, standing, now, policy }: Answering,
  answer: Answer,
): { set: Partial<Enquiry>; also: readonly Act[] } {
  refuseTooLong(answer.text, row.reply_max, answer.field);
  const { kind, text, signpost } = answer;
  return {
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
        ...(signpost ? { signpost: signpost.id, signpostVersion: signpost.version } : {}),
      }),
    ],
  };
}

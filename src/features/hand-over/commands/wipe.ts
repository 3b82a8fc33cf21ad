import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import type { Reader } from '#kernel/need.ts';
import type { Digest, Sealed } from '#kernel/sealed.ts';
import { wiped } from '../begun.ts';
import { escalation } from '../escalation.ts';
import { contentWiped, evidenceWiped } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import type { HandOverTables } from '../words.ts';

/** What no digest is: nothing that was reckoned from the content is left. */
export const noDigest = '' as string as Digest;

/** That there were words stays; the words go, since nobody can say what somebody repeated in them. */
const emptied = (words: string | null): string | null => words && '';

/**
 * The message itself was deleted, so nothing that was given of it stays here: neither the content nor its digest, nor
 * what the receiver wrote about it.
 */
export const wipe = command(handOver, 'wipe', {
  label: 'Wipe what was handed over',
  about: 'Wipes what was handed over, because the message that it came from was deleted.',
  button: false,
  input: form({}),
  decide: ({ id, 'hand-over': row, now }) => ({
    set: {
      ...wiped(now),
      wiped_at: row.wiped_at ?? now,
      content_digest: noDigest,
      answered_how: emptied(row.answered_how),
      asked_back: emptied(row.asked_back),
      returned_why: emptied(row.returned_why),
    },
    event: contentWiped({ handOver: id, enquiry: row.enquiry }),
  }),
});

/** The message was deleted, so the copy that was kept as evidence goes, and what was written about it. */
export const wipeEvidence = command(escalation, 'wipe', {
  label: 'Wipe the evidence',
  about: 'Wipes the copy of the message and what was written about it, because the message was deleted.',
  button: false,
  input: form({}),
  decide: ({ id, escalation: row }) => ({
    set: {
      evidence: '' as string as Sealed,
      evidence_digest: noDigest,
      why: '',
      outcome: emptied(row.outcome),
    },
    event: evidenceWiped({ escalation: id, enquiry: row.enquiry }),
  }),
});

/** A hand-over of this enquiry of which something is still here. */
export const toWipe = (read: Reader, enquiry: string): Promise<{ readonly id: string } | undefined> =>
  read
    .tables<HandOverTables>()
    .selectFrom('hand_overs')
    .select('id')
    .where('enquiry', '=', enquiry)
    .where('content_digest', '<>', noDigest)
    .orderBy('id')
    .executeTakeFirst();

/** An escalation of this enquiry whose evidence is still here. */
export const evidenceToWipe = (read: Reader, enquiry: string): Promise<{ readonly id: string } | undefined> =>
  read
    .tables<HandOverTables>()
    .selectFrom('escalations')
    .select('id')
    .where('enquiry', '=', enquiry)
    .where('evidence_digest', '<>', noDigest)
    .orderBy('id')
    .executeTakeFirst();

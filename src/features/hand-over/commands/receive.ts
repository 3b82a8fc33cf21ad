import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { over } from '../begun.ts';
import { received } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import { unopenedLinks } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { openLink } from './links.ts';

/** Somebody pressed the link and is shown what it opens. A link for details ends soon after: it opens once. */
export const lookIn = command(handOver, 'look-in', {
  label: 'Look in',
  about: 'Records that the receiver was shown what they were given.',
  button: false,
  needs: { links: unopenedLinks },
  input: form({
    digest: ask.given(
      'Digest of the token',
      z.string({ error: 'Give the digest' }).length(64, 'Give the digest'),
    ),
  }),
  decide: ({ 'hand-over': row, input, needs, now }) => ({
    set: { opened_at: row.opened_at ?? now },
    also: needs.links
      .filter((one) => one.token_digest === input.digest)
      .map(({ id }) => act(openLink, { id }, {})),
  }),
});

/**
 * They have it. A question is theirs from now on; details and copies were given for good, so they are wiped here.
 * A colleague may say so of a question that was acknowledged by telephone, and of nothing else.
 */
export const receive = command(handOver, 'receive', {
  label: 'They have it',
  about: 'Records that the receiver has what was handed over.',
  input: form({
    how: ask.maybe('How do you know?', { hint: 'Such as: they told us on the telephone', max: 300 }),
  }),
  can: ({ 'hand-over': row, standing }) =>
    row.kind !== 'question' && standing.actor.kind === 'person' ? refuse('hand-over.not-by-hand') : undefined,
  canAsks: [],
  decide: ({ id, 'hand-over': row, now }) => ({
    to: row.kind === 'question' ? ('received' as const) : ('taken' as const),
    set: {
      received_at: now,
      acknowledge_by: null,
      // A copy for a partner stays, sealed, for whoever asks what was told.
      ...(row.kind === 'details' ? over(now) : row.kind === 'share' ? { ended_at: now } : {}),
    },
    event: received({ handOver: id, enquiry: row.enquiry, kind: row.kind }),
    facts: {
      kind: row.kind,
      inTime: row.acknowledge_by === null ? null : Temporal.Instant.compare(now, row.acknowledge_by) <= 0,
    },
  }),
});

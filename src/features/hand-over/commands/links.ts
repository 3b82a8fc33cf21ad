import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { sendLetter } from '../events.ts';
import { handOver, link } from '../lifecycle.ts';
import { linksMadeInThisAct } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { daysLater } from './begin.ts';

/** SHA-256 of the token: with 256 bits of chance behind it nobody finds the token by trying. */
const digest = ask.given(
  'Digest of the token',
  z.string({ error: 'Give the digest' }).regex(/^[0-9a-f]{64}$/, 'Give the digest as SHA-256, hexadecimal'),
);

/** Keeps what is needed to know a link again. Whoever made the token sends or shows it once; it is kept nowhere. */
export const makeLink = command(handOver, 'make-link', {
  label: 'Make a link',
  about: 'Makes a further link to it, for a letter or to be given by hand.',
  button: false,
  input: form({ digest }),
  decide: ({ id, input }) => ({ also: [act(keepLink, 'new', { handOver: id, digest: input.digest })] }),
});

/** Only together with the hand-over's own step, where it was checked who may. */
export const keepLink = command(link, 'keep', {
  label: 'Keep a link',
  about: 'Keeps the digest of a link’s token.',
  alone: false,
  needs: { made: linksMadeInThisAct },
  input: form({
    handOver: ask.given('Hand-over', z.uuid({ error: 'Give the hand-over' })),
    digest,
  }),
  decide: ({ input, needs, now, policy }) => {
    if (!needs.made.includes(input.handOver)) throw refuse('hand-over.link-alone');
    const { daysValid } = policy.value('handover.link');
    return {
      create: {
        hand_over: input.handOver,
        token_digest: input.digest,
        ends_at: daysLater(now, daysValid, policy.zone),
        opened_at: null,
      },
      facts: { handOver: input.handOver },
    };
  },
});

/** From now on every link that was sent or given before opens nothing. */
export const endLinks = command(handOver, 'end-links', {
  label: 'End the links',
  about: 'Every link that was sent so far opens nothing from now on. What they were given stays here.',
  input: form({}),
  decide: ({ now }) => ({ set: { links_from: now } }),
});

export const writeAgain = command(handOver, 'write-again', {
  label: 'Write to them again',
  about: 'Sends another letter with a link of its own to whoever is asked now.',
  input: form({}),
  can: ({ 'hand-over': row }) =>
    row.addresses.list.length === 0 ? refuse('hand-over.no-address') : undefined,
  canAsks: [],
  decide: ({ id }) => ({
    set: { letter: 'to-send' as const },
    send: [sendLetter({ handOver: id, why: 'again' })],
  }),
});

/** What became of a letter. */
export const markLetter = command(handOver, 'mark-letter', {
  label: 'Record a letter',
  about: 'Records whether a letter went out.',
  button: false,
  input: form({
    became: ask.oneOf('What became of it', 'Say what became of it', {
      sent: 'It went out',
      refused: 'It was refused',
      'by-hand': 'No letter can go',
    }),
  }),
  decide: ({ input, now }) => ({
    set: { letter: input.became, letter_at: now },
    facts: { became: input.became },
  }),
});

/** A link is pressed for the first time. Only together with the hand-over's own step. */
export const openLink = command(link, 'open', {
  label: 'Open the link',
  about: 'Records that somebody pressed the link.',
  alone: false,
  input: form({}),
  decide: ({ now }) => ({ set: { opened_at: now } }),
});

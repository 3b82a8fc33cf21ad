import { effectQueue } from '#kernel/event.ts';
import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import { isFault } from '#networks/fault.ts';
import {
  letterToWrite,
  makeLink,
  markLetter,
  personToTell,
  type LetterToWrite,
} from '#features/hand-over/index.ts';
import { emailOf } from '#features/people/index.ts';
import { linkOf, newToken } from '../hand-over/token.ts';
import type { Jobs, Log } from './jobs.ts';

/** A letter by e-mail. It holds a link and nothing about anybody. */
export interface Letter {
  /** Ours, so that a second copy is known as one. */
  readonly reference: string;
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly link: string;
}

/** Takes letters to the organisation's mail server. @throws NetworkFault */
export interface Letters {
  send(letter: Letter, now: Temporal.Instant): Promise<unknown>;
}

export interface Post {
  /** Undefined where no mail server is set: then people give the links themselves, and the page says so. */
  readonly letters: Letters | undefined;
  readonly origin: string;
  readonly organisation: string;
}

const sender = systemActor('sender');

/** Writes letters with a link of their own each. The token is made here, sent, and kept nowhere. */
export async function startWritingLetters(house: House, jobs: Jobs, post: Post, log: Log): Promise<void> {
  await jobs.work(effectQueue('hand-over.send-letter'), async ({ id: job, ids }) => {
    const { handOver, why } = ids;
    if (typeof handOver === 'string')
      await writeLetter(house, post, log, { handOver, why: String(why), job });
  });
}

/** One letter. Sent twice it does no harm: each copy has its own link, and both open the same. */
export async function writeLetter(
  house: House,
  post: Post,
  log: Log,
  { handOver: id, why, job }: { readonly handOver: string; readonly why: string; readonly job: string },
): Promise<void> {
  const letter = await letterToWrite(readerOf(house.store.read()), id);
  if (!letter) return;
  if (!post.letters || letter.to === undefined) return became(house, id, 'by-hand');
  const { token, digest } = newToken();
  if (!(await done(() => perform(house, makeLink, { actor: sender, id, input: { digest }, door: 'worker' }))))
    return;
  try {
    const words = wordsFor(house, post, letter, why);
    await post.letters.send(
      { reference: job, to: letter.to, ...words, link: linkOf(post.origin, token) },
      house.clock.now(),
    );
  } catch (error) {
    // Never the error as a whole: a mail server's own sentence repeats the address.
    if (!isFault(error)) throw error;
    log.warn({ handOver: id, fault: error.kind, code: error.code }, 'a letter did not go out');
    if (error.kind !== 'refused') throw error;
    return became(house, id, 'refused');
  }
  return became(house, id, 'sent');
}

const became = async (house: House, id: string, what: 'sent' | 'refused' | 'by-hand'): Promise<void> => {
  await done(() =>
    perform(house, markLetter, { actor: sender, id, input: { became: what }, door: 'worker' }),
  );
};

/** False where it is over meanwhile, so that there is nothing to write about any more. */
async function done(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code !== 'kernel.not-yours') return false;
    throw error;
  }
}

const subjects: Readonly<Record<string, string>> = {
  new: 'Something was passed on to you',
  again: 'Something was passed on to you',
  next: 'Something was passed on to you',
  reminder: 'Somebody waits for your answer',
  late: 'An answer of yours is overdue',
  'told-more': 'We have answered your question',
};

function wordsFor(
  house: House,
  { organisation }: Post,
  { kind, due }: LetterToWrite,
  why: string,
): Pick<Letter, 'subject' | 'words'> {
  const policy = house.policies.inForce(house.clock.now());
  const { daysValid } = policy.value('handover.link');
  const sentences = [
    `The communications team of ${organisation} passed something on to you that came in by social media.`,
    ...(why === 'next' ? ['Nobody who was asked before you has said that they have it.'] : []),
    ...(why === 'told-more' ? ['What you asked us is answered on the page.'] : []),
    ...(kind === 'question' && due !== null
      ? [
          `The person was told that they have an answer by ${dayOf(due, policy.zone)}${why === 'late' ? '. That time is over' : ''}.`,
        ]
      : []),
    kind === 'question'
      ? 'Open it with this link, answer the person yourself, and then say so on the same page.'
      : 'Open it with this link, put it where you keep such things, and then say that you have it.',
    `This letter says nothing about the person, on purpose. You need no account. The link ends after ${daysValid} days; please pass it on to nobody.`,
  ];
  return { subject: subjects[why] ?? 'Something was passed on to you', words: sentences.join('\n\n') };
}

const dayOf = (at: Temporal.Instant, zone: string): string =>
  at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
    .replace(',', '');

import { createHash } from 'node:crypto';
import { invitationBy, invite, useInvitation } from '#features/people/index.ts';
import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { newCode, readCode } from './spoken-code.ts';

const newPasswordPath = '/sign-in/new-password';

/** A digest is enough to know the code again: with 124 bits of chance nobody finds it by trying. */
const digestOf = (code: string): string => createHash('sha256').update(readCode(code)).digest('hex');

export interface Made {
  /** Shown once, to whoever made it: it is kept nowhere. */
  readonly code: string;
  /** The code stands behind the `#`, which browsers send to no server and write into no log. */
  readonly link: string;
}

/** A code with which this person may choose a password, once. @throws Refused, InputRefused */
export async function makeInvitation(
  house: House,
  origin: string,
  asked: { actor: Actor; person: string; takesSecondFactor: boolean; door: 'web' | 'cli' },
): Promise<Made> {
  const code = newCode(5);
  await perform(house, invite, {
    actor: asked.actor,
    input: {
      person: asked.person,
      codeDigest: digestOf(code),
      takesSecondFactor: asked.takesSecondFactor,
    },
    door: asked.door,
  });
  return { code, link: `${origin}${newPasswordPath}#${code}` };
}

/** Uses a code up. @returns whose it was; undefined where it opens nothing, or no more. */
export async function takeInvitation(
  house: House,
  code: string,
): Promise<{ person: string; name: string; takesSecondFactor: boolean } | undefined> {
  const now = house.clock.now();
  const { zone } = house.policies.inForce(now);
  const found = await invitationBy(readerOf(house.store.read()), digestOf(code), { now, zone });
  if (!found) return undefined;
  try {
    await perform(house, useInvitation, {
      actor: systemActor('sign-in'),
      id: found.id,
      input: {},
      door: 'web',
    });
    return found;
  } catch (error) {
    // Somebody was quicker with the same code.
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

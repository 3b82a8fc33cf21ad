import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { systemClock } from '#kernel/clock.ts';

/** A key in Notify's form. It opens nothing but a stand-in. */
export const practiceKey =
  'practice-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';

/** What is refused, with the word for it. */
export class Complaint extends Error {
  readonly status: number;
  readonly word: string;
  constructor(status: number, word: string) {
    super(word);
    this.status = status;
    this.word = word;
  }
}

/** As the documentation has it: a token of HS256, whose issuer is the service, not more than 30 seconds old. */
export function signed(authorization: string | undefined): void {
  const [service, secret] = [practiceKey.slice(-73, -37), practiceKey.slice(-36)];
  const [head = '', claims = '', signature = ''] = (authorization ?? '').replace('Bearer ', '').split('.');
  const right = createHmac('sha256', secret).update(`${head}.${claims}`).digest();
  const given = Buffer.from(signature, 'base64url');
  const { iss, iat } = claimsIn(claims);
  const fresh = Math.abs(systemClock.now().epochMilliseconds / 1000 - (iat ?? 0)) <= 30;
  if (given.length !== right.length || !timingSafeEqual(given, right) || iss !== service || !fresh)
    throw new Complaint(403, 'AuthError');
}

function claimsIn(text: string): { iss?: string | undefined; iat?: number | undefined } {
  try {
    const shape = z.object({ iss: z.string().optional(), iat: z.number().optional() });
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return {};
  }
}

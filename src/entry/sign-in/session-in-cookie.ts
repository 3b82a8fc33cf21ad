import { unsign } from '@fastify/cookie';
import { parseCookies } from 'better-auth/cookies';
import type { Pool } from 'pg';
import type { Auth } from './auth.ts';

/** A session that has not reached its longest, with the name under which the library knows its person. */
export interface FoundSession {
  readonly token: string;
  readonly updatedAt: Date;
  readonly email: string;
}

/**
 * The session that a browser's cookie names: its signature, then its row. Every page asks this, and the library's
 * own way to it costs as much as a small page.
 * @param at the true time.
 */
export async function sessionInCookie(
  auth: Auth,
  pool: Pool,
  cookies: string,
  at: Date,
): Promise<FoundSession | undefined> {
  const { authCookies, secret } = await auth.$context;
  const signed = parseCookies(cookies).get(authCookies.sessionToken.name);
  const { valid, value } = unsign(withoutPadding(signed ?? ''), secret);
  if (!valid || value === null) return undefined;
  const { rows } = await pool.query<FoundSession>(
    `select session.token, session."updatedAt", person.email
       from sign_in_sessions session join sign_in_users person on person.id = session."userId"
      where session.token = $1 and session."expiresAt" > $2`,
    [value, at],
  );
  return rows[0];
}

/** The library ends its signatures as base64 asks; the check expects them without. */
const withoutPadding = (signed: string): string => signed.replace(/=$/, '');

import { createHash, randomBytes } from 'node:crypto';

/** Where a link leads: the token stands behind the `#`, which browsers send to no server and write into no log. */
export const linkPath = '/hand-over';

export interface Token {
  /** In one letter, or shown once to whoever gives it on. */
  readonly token: string;
  /** All that is kept of it. */
  readonly digest: string;
}

/** 256 bits of chance. */
export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: digestOf(token) };
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The token in what somebody typed or pasted: the whole link will do. Undefined where there can be none. */
export const tokenIn = (typed: string): string | undefined => /(?:^|#)([\w-]{43})$/.exec(typed.trim())?.[1];

export const linkOf = (origin: string, token: string): string => `${origin}${linkPath}#${token}`;

import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { directEntry } from './direct-entry.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { newCode } from './spoken-code.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthSettings {
  readonly pool: Pool;
  /** The address that people type. */
  readonly origin: string;
  readonly secret: string;
  readonly oidc?: OidcSettings | undefined;
  /** Which person who is here is known by this issuer and subject; undefined for nobody. */
  personOf(issuer: string, subject: string): Promise<string | undefined>;
  /** Hears what the library could not do: its own sentence, never the values with it. */
  note(message: string): void;
  /** A guest beside a running program makes no tables and changes none. */
  readonly guest?: boolean;
}

/** The library knows people by this alone: an address made of our id, which no mail server and no other system can claim. */
export const nameFor = (person: string): string => `${person}@person.invalid`;
export const personFrom = (name: string): string => name.slice(0, -'@person.invalid'.length);

export const idleMinutes = 30;
export const absoluteHours = 12;

/** How the library names the organisation's own sign-in, in the address to which that answers. */
export const oidcCallback = '/auth/callback/oidc';

/** How our own refusal is known again in the library's answer. */
export const strangerCode = 'SIGNPOST_STRANGER';
export const stranger = 'We do not know you by this sign-in yet. Ask an administrator to link it to you.';

/**
 * The organisation's own sign-in. Our mapping of issuer and subject decides anew at every sign-in: the library keeps
 * its row under the person whom the mapping named, never under the subject, so an old row cannot overrule it.
 */
function elsewhere(settings: AuthSettings, oidc: OidcSettings) {
  // Asked once for each sign-in, so that its two answers cannot differ.
  const named = new WeakMap<object, string>();
  return genericOAuth({
    config: [
      {
        providerId: 'oidc',
        discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid'],
        pkce: true,
        requireIdTokenVerification: true,
        async mapProfileToUser(profile) {
          const { sub } = profile;
          const person = typeof sub === 'string' ? await settings.personOf(oidc.issuer, sub) : undefined;
          if (person === undefined)
            throw new APIError('FORBIDDEN', { code: strangerCode, message: stranger, subject: String(sub) });
          named.set(profile, person);
          return { email: nameFor(person), name: person, emailVerified: true };
        },
        accountSubject: ({ profile }) => named.get(profile) ?? '',
      },
    ],
  });
}

/** Tokens of the organisation's sign-in are used up when it has answered: none is kept. */
const withoutTokens = async (account: object) => ({
  data: { ...account, accessToken: null, refreshToken: null, idToken: null },
});

const pluginsFor = (settings: AuthSettings) => [
  bearer(),
  directEntry,
  twoFactor({
    issuer: 'Signpost',
    twoFactorTable: 'sign_in_two_factors',
    backupCodeOptions: { customBackupCodesGenerate: () => Array.from({ length: 10 }, () => newCode(2)) },
  }),
  ...(settings.oidc ? [elsewhere(settings, settings.oidc)] : []),
];

function optionsFor(settings: AuthSettings) {
  return {
    database: settings.pool,
    baseURL: settings.origin,
    basePath: '/auth',
    secret: settings.secret,
    trustedOrigins: [settings.origin],
    telemetry: { enabled: false },
    logger: { level: 'error' as const, log: (_, message) => settings.note(message) },
    onAPIError: { errorURL: `${settings.origin}/sign-in` },
    // The door counts failures itself, for every way in.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 256,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      modelName: 'sign_in_sessions',
      // The longest that a session lives, and its cookie with it. Idle time is ours to count, on the server.
      expiresIn: absoluteHours * 60 * 60,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    user: { modelName: 'sign_in_users' },
    account: {
      modelName: 'sign_in_accounts',
      // Only the mapping names the person; it goes by issuer and subject, so the match that it gives may be linked.
      accountLinking: { enabled: true, trustedProviders: ['oidc'], allowDifferentEmails: false },
    },
    databaseHooks: { account: { create: { before: withoutTokens }, update: { before: withoutTokens } } },
    verification: { modelName: 'sign_in_verifications' },
    advanced: {
      cookiePrefix: 'signpost',
      useSecureCookies: settings.origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true, path: '/' },
      // Session and person in one question rather than two.
      database: { generateId: 'uuid' as const, joins: true },
      // Where somebody works from is not ours to keep.
      ipAddress: { disableIpTracking: true },
    },
    plugins: pluginsFor(settings),
  } satisfies BetterAuthOptions;
}

/** The sign-in library over our database, its tables made or brought up to date unless a guest asks. */
export async function openAuth(settings: AuthSettings) {
  const options = optionsFor(settings);
  if (settings.guest !== true) await (await getMigrations(options)).runMigrations();
  return betterAuth(options);
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;

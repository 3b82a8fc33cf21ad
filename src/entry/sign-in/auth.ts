import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { hashPassword, verifyPassword } from './passwords.ts';

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
  /** Which person is known by this issuer and subject; undefined for nobody. */
  personOf(issuer: string, subject: string): Promise<string | undefined>;
}

/** The library knows people by this alone: an address made of our id, which no mail server and no other system can claim. */
export const nameFor = (person: string): string => `${person}@person.invalid`;
export const personFrom = (name: string): string => name.slice(0, -'@person.invalid'.length);

export const idleMinutes = 30;
export const absoluteHours = 12;

const stranger = 'We do not know you by this sign-in yet. Ask an administrator to link it to you.';

/** The organisation's own sign-in. People are known by issuer and subject alone: addresses of others play no part. */
const elsewhere = (settings: AuthSettings, oidc: OidcSettings) =>
  genericOAuth({
    config: [
      {
        providerId: 'oidc',
        discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid'],
        pkce: true,
        disableImplicitSignUp: false,
        async mapProfileToUser(profile) {
          const { sub } = profile;
          const person = typeof sub === 'string' ? await settings.personOf(oidc.issuer, sub) : undefined;
          if (person === undefined) throw new Error(stranger);
          return { email: nameFor(person), name: person, emailVerified: true };
        },
      },
    ],
  });

function optionsFor(settings: AuthSettings) {
  return {
    database: settings.pool,
    baseURL: settings.origin,
    basePath: '/auth',
    secret: settings.secret,
    trustedOrigins: [settings.origin],
    telemetry: { enabled: false },
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
      expiresIn: idleMinutes * 60,
      updateAge: 60,
      cookieCache: { enabled: false },
    },
    user: { modelName: 'sign_in_users' },
    account: {
      modelName: 'sign_in_accounts',
      // Only the mapping below names the person; it goes by issuer and subject, so the match that it gives may be linked.
      accountLinking: { enabled: true, trustedProviders: ['oidc'], allowDifferentEmails: false },
    },
    verification: { modelName: 'sign_in_verifications' },
    advanced: {
      cookiePrefix: 'signpost',
      useSecureCookies: settings.origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true, path: '/' },
      database: { generateId: 'uuid' as const },
    },
    plugins: [
      twoFactor({ issuer: 'Signpost', twoFactorTable: 'sign_in_two_factors' }),
      ...(settings.oidc ? [elsewhere(settings, settings.oidc)] : []),
    ],
  } satisfies BetterAuthOptions;
}

/** The sign-in library over our database, its tables made or brought up to date. */
export async function openAuth(settings: AuthSettings) {
  const options = optionsFor(settings);
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  return betterAuth(options);
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;

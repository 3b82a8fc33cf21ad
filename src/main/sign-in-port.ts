import { attempts, signInRoutes } from '#entry/sign-in/index.ts';
import type { SignInPort } from '#entry/web/index.ts';
import { asAway } from '#store/away.ts';
import type { Config } from '../config.ts';
import { findByEmail, type OpenHouse } from './open-house.ts';

/** The sign-in as the web door takes it: who sits there, and its own pages. */
export function signInPort(
  opened: OpenHouse,
  config: Pick<Config, 'origin' | 'oidc' | 'organisation'>,
): SignInPort {
  const { house, signIn } = opened;
  return {
    actorOf: (headers) => signIn.actorOf(headers),
    peek: (headers) => signIn.peek(headers),
    routes: signInRoutes({
      signIn,
      house,
      origin: config.origin,
      oidcName: config.oidc ? config.organisation.name : undefined,
      issuer: config.oidc?.issuer,
      tried: attempts({
        pool: opened.store.plainPool,
        clock: house.clock,
        digest: (text) => house.store.digest(text),
        away: asAway,
      }),
      personByEmail: (email) => findByEmail(opened, email),
    }),
  };
}

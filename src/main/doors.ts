import type { FastifyInstance } from 'fastify';
import { api } from '#entry/api/index.ts';
import { signInRoutes } from '#entry/sign-in/index.ts';
import { headersOf, web, type PracticePort, type WebOptions } from '#entry/web/index.ts';
import { assurancePages } from '#features/assurance/pages.tsx';
import { inboxPages, inboxToday } from '#features/inbox/pages.tsx';
import { recordLook } from '#features/inbox/index.ts';
import { peoplePages } from '#features/people/pages.tsx';
import { recordsPages } from '#features/records/pages.tsx';
import { registerPages } from '#features/register/pages.tsx';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import type { Pages } from '#screens/index.ts';
import type { Config } from '../config.ts';
import { findByEmail, type OpenHouse } from './open-house.ts';

/** The pages of every room. */
export const allPages: readonly Pages[] = [
  inboxPages,
  peoplePages,
  registerPages,
  assurancePages,
  recordsPages,
];

export interface DoorOptions {
  readonly config: Config;
  readonly practice?: PracticePort;
  readonly assets: WebOptions['assets'];
  /** Requests that one person may send in three seconds; each door has its own measure unless told. */
  readonly burst?: number;
}

/** Adds every way in that speaks HTTP to a server: the API, the pages, and the sign-in. */
export async function doors(app: FastifyInstance, opened: OpenHouse, options: DoorOptions): Promise<void> {
  const { house, store, signIn } = opened;
  const { config, practice, assets, burst } = options;
  const limits = burst === undefined ? {} : { burst };
  countLooks(app, opened);
  await api(app, house, { actorOf: (headers) => signIn.actorOf(headers), ...limits });
  await web(app, house, {
    pages: allPages,
    signIn: {
      actorOf: (headers) => signIn.actorOf(headers),
      peek: (headers) => signIn.peek(headers),
      routes: signInRoutes({
        signIn,
        clock: house.clock,
        oidcName: config.oidc ? config.organisation.name : undefined,
        personByEmail: (email) => findByEmail(opened, email),
        headersOf,
      }),
    },
    organisation: {
      name: config.organisation.name,
      ...(config.organisation.colour === undefined ? {} : { colour: config.organisation.colour }),
    },
    assets,
    origin: config.origin,
    ...(practice ? { practice } : {}),
    live: (kinds, onChange) => store.listening.subscribe(kinds, onChange),
    today: [inboxToday],
    ...limits,
  });
}

/** A minute in which somebody who answers the public had the inbox open counts as looked at. Nobody's name goes with it. */
function countLooks(app: FastifyInstance, { house }: OpenHouse): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || !/^\/inbox(\/|\?|$)/.test(request.url))
      return;
    if (!request.standing?.grants.some((grant) => grant.role !== 'staff')) return;
    await perform(house, recordLook, {
      actor: systemActor('watch'),
      input: { place: 'inbox', kind: 'person' },
      door: 'web',
    });
  });
}

import type { FastifyInstance } from 'fastify';
import { api } from '#entry/api/index.ts';
import { attempts } from '#entry/sign-in/index.ts';
import { handOverRoutes } from '#entry/hand-over/index.ts';
import { web, type PracticePort, type WebOptions } from '#entry/web/index.ts';
import { assurancePages } from '#features/assurance/pages.tsx';
import { guidancePages } from '#features/guidance/pages.tsx';
import { escalationsToday, handOverPages, handOversToday } from '#features/hand-over/pages.tsx';
import { inboxPages, inboxToday } from '#features/inbox/pages.tsx';
import { peoplePages, peopleToday } from '#features/people/pages.tsx';
import { personalDataPages, personalDataToday } from '#features/personal-data/pages.tsx';
import { recordsPages } from '#features/records/pages.tsx';
import { registerPages } from '#features/register/pages.tsx';
import type { Pages } from '#screens/index.ts';
import { asAway } from '#store/away.ts';
import type { Config } from '../config.ts';
import type { OpenHouse } from './open-house.ts';
import { signInPort } from './sign-in-port.ts';

/** The pages of every room. */
export const allPages: readonly Pages[] = [
  inboxPages,
  personalDataPages,
  handOverPages,
  peoplePages,
  registerPages,
  guidancePages,
  assurancePages,
  recordsPages,
];

export interface DoorOptions {
  readonly config: Config;
  readonly practice?: PracticePort;
  readonly assets: WebOptions['assets'];
  /** Milliseconds by which the program may lag before it sheds load with 503; a second unless told. */
  readonly busyAfter?: number;
}

/** Adds every way in that speaks HTTP to a server: the API, the pages, and the sign-in. */
export async function doors(app: FastifyInstance, opened: OpenHouse, options: DoorOptions): Promise<void> {
  const { house, store, signIn } = opened;
  const { config, practice, assets } = options;
  const limits = {
    requestsPerSecond: config.requestsPerSecond,
    ...(options.busyAfter === undefined ? {} : { busyAfter: options.busyAfter }),
  };
  await api(app, house, { actorOf: (headers) => signIn.actorOf(headers), ...limits });
  await web(app, house, {
    pages: allPages,
    signIn: signInPort(opened, config),
    organisation: {
      name: config.organisation.name,
      ...(config.organisation.colour === undefined ? {} : { colour: config.organisation.colour }),
    },
    doors: [
      handOverRoutes({
        house,
        origin: config.origin,
        organisation: config.organisation.name,
        open: (sealed) => store.open(sealed),
        tried: attempts({
          pool: store.plainPool,
          clock: house.clock,
          // Counted apart from the sign-in, so that neither slows the other down.
          digest: (text) => house.store.digest(`hand-over ${text}`),
          away: asAway,
        }),
      }),
    ],
    assets,
    origin: config.origin,
    ...(practice ? { practice } : {}),
    live: (kinds, onChange) => store.listening.subscribe(kinds, onChange),
    today: [escalationsToday, inboxToday, personalDataToday, handOversToday, peopleToday],
    ...limits,
  });
}

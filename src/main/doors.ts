import type { FastifyInstance } from 'fastify';
import { api } from '#entry/api/index.ts';
import { attempts } from '#entry/sign-in/index.ts';
import { handOverRoutes } from '#entry/hand-over/index.ts';
import { web, type PracticePort, type WebOptions } from '#entry/web/index.ts';
import { connectPages, webhooks } from '#entry/webhooks/index.ts';
import { assurancePages } from '#features/assurance/pages.tsx';
import { autoReplyPages } from '#features/auto-reply/pages.tsx';
import { conductPages, conductToday } from '#features/conduct/pages.tsx';
import { deliveriesPages, deliveriesToday } from '#features/deliveries/pages.tsx';
import { guidancePages } from '#features/guidance/pages.tsx';
import { escalationsToday, handOverPages, handOversToday } from '#features/hand-over/pages.tsx';
import { inboxPages, inboxToday } from '#features/inbox/pages.tsx';
import { onCallPages, onCallStatus, onCallToday, pagesToday } from '#features/on-call/pages.tsx';
import { peoplePages, peopleToday } from '#features/people/pages.tsx';
import { personalDataPages, personalDataToday } from '#features/personal-data/pages.tsx';
import { recordsPages } from '#features/records/pages.tsx';
import { registerPages } from '#features/register/pages.tsx';
import { savedRepliesPages, savedRepliesToday } from '#features/saved-replies/pages.tsx';
import type { Pages } from '#screens/index.ts';
import { asAway } from '#store/away.ts';
import type { Config } from '../config.ts';
import type { OpenHouse } from './open-house.ts';
import { openReach } from './reach.ts';
import { receiversOf } from './receivers.ts';
import { signInPort } from './sign-in-port.ts';

/** The pages of every room. */
export const allPages: readonly Pages[] = [
  inboxPages,
  savedRepliesPages,
  autoReplyPages,
  conductPages,
  personalDataPages,
  handOverPages,
  onCallPages,
  peoplePages,
  registerPages,
  deliveriesPages,
  guidancePages,
  assurancePages,
  recordsPages,
];

/** What needs somebody, on the page of today: the gravest first. */
const allToday: WebOptions['today'] = [
  pagesToday,
  escalationsToday,
  inboxToday,
  onCallToday,
  savedRepliesToday,
  personalDataToday,
  handOversToday,
  conductToday,
  deliveriesToday,
  peopleToday,
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
  const opensKeys = (sealed: string) => store.open(sealed);
  await webhooks(app, house, {
    receiver: receiversOf(house, openReach(house, opensKeys, config.allowedOrigins), opensKeys),
    deliveriesPerSecond: config.deliveriesPerSecond,
    ...(options.busyAfter === undefined ? {} : { busyAfter: options.busyAfter }),
  });
  await web(app, house, {
    pages: allPages,
    signIn: signInPort(opened, config),
    routes: [connectPages(house, config.origin), byLink(opened, config)],
    organisation: organisationOf(config),
    assets,
    origin: config.origin,
    ...(practice ? { practice } : {}),
    live: (kinds, onChange) => store.listening.subscribe(kinds, onChange),
    today: allToday,
    status: onCallStatus,
    ...limits,
  });
}

const organisationOf = ({ organisation: { name, colour, onCall } }: Config): WebOptions['organisation'] => ({
  name,
  ...(colour === undefined ? {} : { colour }),
  ...(onCall === undefined ? {} : { onCall }),
});

/** The pages of those who were sent a link. */
const byLink = ({ house, store }: OpenHouse, config: Config) =>
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
  });

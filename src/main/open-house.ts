import { join } from 'node:path';
import { systemClock, type Clock } from '#kernel/clock.ts';
import { house, queuesOf, type House, type Policies } from '#kernel/house.ts';
import { findStandingIn, personByEmail, personByIdentity } from '#features/people/index.ts';
import { readerOf } from '#kernel/need.ts';
import { openSignIn, type SignIn } from '#entry/sign-in/index.ts';
import { asAway } from '#store/away.ts';
import { migrationsIn } from '#store/migrate.ts';
import type { Log } from '#store/pool.ts';
import { openStore, type OpenStore } from '#store/store.ts';
import type { Config } from '../config.ts';
import { openPolicies } from './policies.ts';
import { roomsIn } from './rooms.ts';
import { root } from './root.ts';

export interface OpenHouse {
  readonly house: House;
  readonly store: OpenStore;
  readonly signIn: SignIn;
  close(): Promise<void>;
}

/** Opens the whole house over its store. A guest neither owns nor migrates it. @throws FolderInUse, StoreAway */
export async function openHouse(
  config: Config,
  options: { log: Log; practice: boolean; guest?: boolean; alone?: boolean; clock?: Clock },
): Promise<OpenHouse> {
  const clock = options.clock ?? systemClock;
  const policies: Policies = await openPolicies(config.policy);
  const { zone } = policies.inForce(clock.now());
  const rooms = roomsIn(zone);
  const store = await openStore({
    folder: config.folder,
    url: config.databaseUrl,
    migrations: [
      migrationsIn('store', join(root, 'src/store/migrations')),
      ...rooms.flatMap((room) =>
        room.migrations === undefined ? [] : [migrationsIn(room.name, join(root, room.migrations))],
      ),
    ],
    queues: queuesOf(rooms),
    log: options.log,
    from: join(root, 'package.json'),
    secretKey: config.secretKey,
    guest: options.guest === true,
    alone: options.alone === true,
  });
  try {
    return await houseOver(store, config, {
      clock,
      policies,
      rooms,
      practice: options.practice,
      log: options.log,
      guest: options.guest === true,
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The house and its sign-in over a store that is open. Closing the house closes the store. */
export async function houseOver(
  store: OpenStore,
  config: Pick<Config, 'origin' | 'oidc'>,
  {
    log,
    guest = false,
    ...parts
  }: Pick<House, 'clock' | 'policies' | 'rooms' | 'practice'> & {
    readonly log: Log;
    readonly guest?: boolean;
  },
): Promise<OpenHouse> {
  const { clock, policies } = parts;
  const made = house({
    ...parts,
    store,
    seal: (secret) => store.seal(secret),
    failedJobs: () => store.failedJobs(),
    findStanding: findStandingIn(policies.inForce(clock.now()).zone),
  });
  const read = readerOf(store.read());
  // The library makes its own tables at its first start.
  const signIn = await store.oneAtATime('sign-in', () =>
    openSignIn({
      pool: store.plainPool,
      origin: config.origin,
      secret: store.digest('sign-in secret'),
      oidc: config.oidc,
      away: asAway,
      guest,
      note: (message) => log.warn({ part: 'sign-in' }, message),
      personOf: (issuer, subject) => personByIdentity(read, issuer, subject, whenIn(made)),
    }),
  );
  return { house: made, store, signIn, close: () => store.close() };
}

export const findByEmail = (opened: OpenHouse, email: string) =>
  personByEmail(readerOf(opened.store.read()), email, whenIn(opened.house));

function whenIn({ clock, policies }: House) {
  const now = clock.now();
  return { now, zone: policies.inForce(now).zone };
}

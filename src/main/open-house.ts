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
  options: { log: Log; practice: boolean; guest?: boolean; clock?: Clock },
): Promise<OpenHouse> {
  const clock = options.clock ?? systemClock;
  const policies: Policies = await openPolicies();
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
  });
  try {
    return await houseOver(store, { ...options, policies, clock, config });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The house over a store that is open, and its sign-in. */
export async function houseOver(
  store: OpenStore,
  options: {
    policies: Policies;
    clock: Clock;
    practice: boolean;
    guest?: boolean;
    log: Log;
    config: Pick<Config, 'origin' | 'oidc'>;
  },
): Promise<OpenHouse> {
  const { policies, clock, config, log } = options;
  const { zone } = policies.inForce(clock.now());
  const made = house({
    store,
    clock,
    policies,
    rooms: roomsIn(zone),
    practice: options.practice,
    seal: (secret) => store.seal(secret),
    findStanding: findStandingIn(zone),
  });
  const read = readerOf(store.read());
  const signIn = await openSignIn({
    pool: store.plainPool,
    origin: config.origin,
    secret: store.digest('sign-in secret'),
    oidc: config.oidc,
    away: asAway,
    guest: options.guest === true,
    note: (message) => log.warn({ part: 'sign-in' }, message),
    personOf: (issuer, subject) => personByIdentity(read, issuer, subject, today(made)),
  });
  return { house: made, store, signIn, close: () => store.close() };
}

const today = ({ clock, policies }: House): Temporal.PlainDate =>
  clock.now().toZonedDateTimeISO(policies.inForce(clock.now()).zone).toPlainDate();

/** The person with this address who is here. */
export const findByEmail = ({ house: of, store }: OpenHouse, email: string) =>
  personByEmail(readerOf(store.read()), email, today(of));

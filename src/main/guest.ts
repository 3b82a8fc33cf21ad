import { systemClock } from '#kernel/clock.ts';
import { house } from '#kernel/house.ts';
import { person } from '#kernel/rights.ts';
import { StoreAway } from '#kernel/store-port.ts';
import type { Declared, Opened, Place, Restored } from '#entry/cli/index.ts';
import { exportLines } from '#store/audit-file.ts';
import { backup, restore } from '#store/backup.ts';
import { silent } from '#store/pool.ts';
import type { StoreTables } from '#store/tables.ts';
import { entriesInOrder } from '#store/trail.ts';
import { environment, readConfig } from '../config.ts';
import { findByEmail, openHouse } from './open-house.ts';
import { openPolicies } from './policies.ts';
import { practiceClockIn } from './practice-clock.ts';
import { roomsIn } from './rooms.ts';

/** The declarations alone, for help and lists: no database. */
export async function declared({ practice }: Place): Promise<Declared> {
  const policies = await openPolicies(readConfig(environment, practice).policy);
  const rooms = roomsIn(policies.inForce(systemClock.now()).zone);
  const nothing = () => {
    throw new Error('Nothing is opened here');
  };
  const { commands, questions } = house({
    rooms,
    policies,
    clock: systemClock,
    practice: false,
    seal: nothing,
    findStanding: nothing,
    store: {
      write: nothing,
      read: nothing,
      snapshot: nothing,
      digest: nothing,
      lastRestore: nothing,
      failedJobs: nothing,
      trail: { find: nothing, countByClause: nothing, head: nothing, exported: nothing },
    },
  });
  return { rooms, commands, questions, policies, clock: systemClock };
}

/** An installation beside whatever serves it: asks and acts, but owns and migrates nothing. */
export async function openGuest({ practice }: Place): Promise<Opened> {
  const config = readConfig(environment, practice);
  const clock = practice ? practiceClockIn(config.folder).clock : systemClock;
  const opened = await openHouse(config, { log: silent, practice, guest: true, clock }).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '42P01') {
        throw new StoreAway(
          'This installation was never started. Run “signpost serve” once; it prepares the database.',
        );
      }
      throw error;
    },
  );
  return {
    house: opened.house,
    origin: config.origin,
    actorOf: (headers) => opened.signIn.actorOf(headers),
    async actorNamed(email) {
      const found = await findByEmail(opened, email);
      return found && person(found.id);
    },
    exportAudit: () => exportLines(entriesInOrder(opened.store.read<StoreTables>())),
    backup: (file) => backup(opened.store.address, file),
    setPassword: (id, name, password) => opened.signIn.setPassword(id, name, password),
    close: () => opened.close(),
  };
}

/** Puts a backup into a store that is prepared and empty, and says which keys it needs that are not here. */
export async function restoreInto(file: string, { practice }: Place): Promise<Restored> {
  const config = readConfig(environment, practice);
  const opened = await openHouse(config, { log: silent, practice, alone: true });
  const { store } = opened;
  try {
    const { tables, rows, keysMark, sealed } = await restore(store.address, file);
    const missing = [...sealed].filter(([key]) => !store.holds(key));
    return {
      tables,
      rows,
      folder: config.folder,
      sameKeys: keysMark === undefined || keysMark === store.mark,
      sealed: [...sealed.values()].reduce((sum, count) => sum + count, 0),
      unopened: missing.reduce((sum, [, count]) => sum + count, 0),
      missingKeys: missing.map(([key]) => key),
    };
  } finally {
    await opened.close();
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PracticePort } from '#entry/web/index.ts';
import { peopleWithRoles } from '#features/people/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { readerOf } from '#kernel/need.ts';
import { roles, type Role } from '#kernel/roles.ts';
import { openPractice as openNetwork } from '../twins/practice/practice.ts';
import { practiceServer } from '../twins/practice/routes.ts';
import type { Config } from '../config.ts';
import type { OpenHouse } from './open-house.ts';
import { practiceClockIn } from './practice-clock.ts';
import { openPracticePhone, type PracticePhone } from './practice-phone.ts';
import { seed } from './practice-seed.ts';

export interface OpenPractice {
  readonly clock: Clock;
  /** Where the practice network listens, on this machine only. */
  readonly address: string;
  /** Where whoever would be woken reads it. */
  readonly phone: PracticePhone;
  /** Fills an empty installation with invented people and a day's traffic. */
  readonly begin: (opened: OpenHouse, say: (text: string) => void) => Promise<PracticePort>;
  readonly close: () => Promise<void>;
}

/** Practice mode: a network of its own, people who do not exist, and a clock that may be moved. */
export async function openPractice(config: Config): Promise<OpenPractice> {
  const folder = join(config.folder, 'practice-network');
  mkdirSync(folder, { recursive: true });
  const kept = practiceClockIn(config.folder);
  let pretended: Temporal.Instant | undefined;
  const network = await openNetwork(folder, () => pretended ?? kept.clock.now());
  const server = practiceServer(network);
  const address = await listenAsBefore(server, join(folder, 'port'));
  const phone = await openPracticePhone(() => kept.clock.now());
  return {
    clock: kept.clock,
    address,
    phone,
    async begin(opened, say) {
      await seed(opened, {
        address,
        network,
        moveTo: (instant) => kept.moveTo(instant),
        at: (instant) => void (pretended = instant),
        say,
      });
      return portFor(opened, kept, phone);
    },
    async close() {
      await phone.close();
      await server.close();
      await network.close();
    },
  };
}

/** The same port as last time, so that connected accounts find their network; another one where it is taken. */
async function listenAsBefore(
  server: { listen(options: { host: string; port: number }): Promise<string> },
  file: string,
): Promise<string> {
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const address = await server
    .listen({ host: '127.0.0.1', port: before })
    .catch(() => server.listen({ host: '127.0.0.1', port: 0 }));
  writeFileSync(file, new URL(address).port);
  return address;
}

function portFor(
  opened: OpenHouse,
  kept: ReturnType<typeof practiceClockIn>,
  phone: PracticePhone,
): PracticePort {
  const { zone } = opened.house.policies.inForce(kept.clock.now());
  const read = readerOf(opened.house.store.read());
  return {
    async people() {
      const found = await peopleWithRoles(read);
      return found.map(({ id, name, roles: held }) => ({
        id,
        name,
        roles: held.length === 0 ? [roles.staff] : held.map((one) => roles[one as Role]),
      }));
    },
    async enter(personId) {
      const somebody = (await peopleWithRoles(read)).find((one) => one.id === personId);
      if (!somebody) throw new Error('Nobody has this id');
      const cookies = await opened.signIn.enter(somebody.id, somebody.name);
      return cookies.find((cookie) => cookie.includes('session_token')) ?? cookies[0] ?? '';
    },
    async moveClock(to) {
      kept.moveTo(to);
    },
    now: () => kept.clock.now(),
    phone: () => phone.arrived(),
    get presets() {
      return presetsFrom(kept.clock.now(), zone);
    },
  };
}

/** Moments at which the policy is put to the test, the next of each. */
function presetsFrom(now: Temporal.Instant, zone: string): { label: string; at: Temporal.Instant }[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const next = (weekday: number, time: string): Temporal.Instant =>
    today
      .add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 })
      .toZonedDateTime({ timeZone: zone, plainTime: time })
      .toInstant();
  return [
    { label: 'Tuesday, 10:00', at: next(2, '10:00') },
    { label: 'Friday, 16:59', at: next(5, '16:59') },
    { label: 'Friday, 17:00', at: next(5, '17:00') },
    { label: 'Saturday, 23:00', at: next(6, '23:00') },
    { label: 'Wednesday, 07:30', at: next(3, '07:30') },
  ];
}

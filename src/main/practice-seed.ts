import { addDepartment, addPerson, addSignpost, giveRole } from '#features/people/index.ts';
import { connectAccount, connectedAccounts, enterAccount } from '#features/register/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { peopleWithRoles } from '#features/people/index.ts';
import type { Practice } from '../twins/practice/practice.ts';
import type { OpenHouse } from './open-house.ts';
import { seedConduct } from './practice-conduct.ts';
import { rotaBegins, seedRota } from './practice-rota.ts';
import { seedContacts } from './practice-contacts.ts';
import { practiceMessages } from './practice-day.ts';
import { seedHandOvers } from './practice-hand-overs.ts';
import {
  practiceAccounts,
  practiceDepartments,
  practicePeople,
  practiceSignposts,
} from './practice-people.ts';

export interface Seeding {
  readonly address: string;
  readonly network: Practice;
  readonly moveTo: (instant: Temporal.Instant) => void;
  /** Lets the network pretend that it is another moment; undefined for the clock's own. */
  readonly at: (instant: Temporal.Instant | undefined) => void;
  readonly say: (text: string) => void;
}

const key = 'practice-key';
const setup = systemActor('setup');

/** Fills an empty installation; a second start only makes sure that the accounts find their network. */
export async function seed(opened: OpenHouse, seeding: Seeding): Promise<void> {
  const { house } = opened;
  const read = readerOf(house.store.read());
  if ((await peopleWithRoles(read)).length > 0) {
    for (const account of await connectedAccounts(read)) {
      // Another system's account stays with it.
      if (account.connector === 'practice' && account.address !== seeding.address)
        await connect(opened, account.id, seeding.address);
    }
    return;
  }
  seeding.say('Filling practice mode with invented people and a day of messages ...');
  const { zone } = house.policies.inForce(house.clock.now());
  const morning = lateMorning(house.clock.now(), zone);
  // People were here before practice begins: what was passed on days ago was passed on by somebody.
  seeding.moveTo(earlier(rotaBegins(morning, zone), morning.subtract({ hours: 8 * 24 })));
  await seedPeople(opened, morning);
  await seedDirectory(opened);
  // Never back behind the moment at which they were given their roles.
  if (Temporal.Instant.compare(house.clock.now(), rotaBegins(morning, zone)) < 0)
    seeding.moveTo(rotaBegins(morning, zone));
  await seedRota(opened, morning, seeding.moveTo);
  await seedContacts(opened);
  seeding.moveTo(morning);
  await seedAccounts(opened, seeding);
  await seedMessages(opened, seeding);
  await seedConduct(opened, seeding);
  await seedHandOvers(opened, seeding.moveTo);
}

const doing = (opened: OpenHouse, command: AnyCommand, input: Record<string, unknown>, id?: string) =>
  perform(opened.house, command, { actor: setup, id, input, door: 'cli' });

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other;

/** The last working morning, so that something is going on when somebody looks. */
function lateMorning(now: Temporal.Instant, zone: string): Temporal.Instant {
  let date = now.toZonedDateTimeISO(zone).toPlainDate();
  while (date.dayOfWeek > 5) date = date.subtract({ days: 1 });
  return date.toZonedDateTime({ timeZone: zone, plainTime: '10:40' }).toInstant();
}

async function seedPeople(opened: OpenHouse, begins: Temporal.Instant): Promise<void> {
  const policy = opened.house.policies.inForce(begins);
  const today = begins.toZonedDateTimeISO(policy.zone).toPlainDate();
  const { kinds } = policy.value('people.covered');
  for (const { name, email, kind: usual, roles, endsIn } of practicePeople) {
    // Policies name people differently: whoever is of no kind that this one knows is of its first.
    const kind = (kinds.find((one) => one.id === usual) ?? kinds[0])?.id;
    const endsOn = endsIn === undefined ? '' : today.add({ days: endsIn }).toString();
    const { id } = await doing(opened, addPerson, { name, email, kind, endsOn });
    for (const role of roles) await doing(opened, giveRole, { person: id, role });
  }
}

async function seedDirectory(opened: OpenHouse): Promise<void> {
  for (const department of practiceDepartments) await doing(opened, addDepartment, department);
  for (const entry of practiceSignposts) await doing(opened, addSignpost, entry);
}

async function seedAccounts(opened: OpenHouse, { network, address }: Seeding): Promise<void> {
  const people = await peopleWithRoles(readerOf(opened.house.store.read()));
  const [owner, deputy] = people;
  const corporate = opened.house.policies
    .inForce(opened.house.clock.now())
    .value('register.corporate-accounts').accounts;
  for (const { network: of, handle, name } of accountsUnder(opened)) {
    const described = corporate.find((one) => one.network === of);
    await network.join(handle, name, 'Practice account of an invented organisation', key);
    const { id } = await doing(opened, enterAccount, {
      network: of,
      kind: 'corporate',
      name,
      handle,
      purpose: described?.purpose ?? 'News',
      audience: 'People in Larkshire',
      owner: owner?.id,
      deputy: deputy?.id,
      custody: 'Vault of the communications team, entry 12',
      recovery: 'social@practice.example',
      secondFactor: 'on',
    });
    await connect(opened, id, address);
  }
}

/** The practice accounts on networks that the policy names. */
function accountsUnder({ house }: OpenHouse) {
  const { networks } = house.policies.inForce(house.clock.now()).value('register.networks');
  return practiceAccounts.filter((account) => networks.some((one) => one.id === account.network));
}

const connect = (opened: OpenHouse, id: string, address: string) =>
  doing(opened, connectAccount, { connector: 'practice', address, key }, id);

async function seedMessages(opened: OpenHouse, { network, at }: Seeding): Promise<void> {
  const now = opened.house.clock.now();
  const accounts = accountsUnder(opened);
  for (const { minutesAgo, network: of, kind, handle, name, text } of practiceMessages) {
    at(now.subtract({ minutes: minutesAgo }));
    await network.join(handle, name, '');
    await network.say(
      handle,
      { text, pictures: [] },
      (accounts.find((one) => one.network === of) ?? accounts[0])?.handle,
      kind,
    );
  }
  at(undefined);
}

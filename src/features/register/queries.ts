import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { account } from './lifecycle.ts';
import { hoursShown } from './hours-shown.ts';
import { lookedFor } from './look-up.ts';
import { officialKinds, type Account, type RegisterTables } from './words.ts';

const shown = z.object({
  id: z.uuid(),
  version: z.int(),
  network: z.string(),
  networkName: z.string(),
  handle: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  state: z.string(),
  purpose: z.string(),
  audience: z.string(),
  owner: z.string().nullable(),
  deputy: z.string().nullable(),
  custodyNote: z.string(),
  recoveryContact: z.string(),
  secondFactor: z.string(),
  verifiedHow: z.string().nullable(),
  verifiedOn: z.string().nullable(),
  checkDueOn: z.string().nullable(),
  checkOverdue: z.boolean(),
  connector: z.string(),
  lastRead: z.string().nullable(),
  blindSince: z.string().nullable(),
  blindWhy: z.string().nullable(),
});

type Asking = Pick<Reading<never>, 'policy' | 'now'>;

function asShown(
  row: Account,
  names: ReadonlyMap<string, string>,
  { policy, now }: Asking,
): z.infer<typeof shown> {
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    id: row.id,
    version: row.version,
    network: row.network,
    networkName: networkName(policy, row.network),
    handle: row.handle,
    name: row.name,
    kind: row.kind,
    state: row.state,
    purpose: row.purpose,
    audience: row.audience,
    owner: nameOf(row.owner),
    deputy: nameOf(row.deputy),
    custodyNote: row.custody_note,
    recoveryContact: row.recovery_contact,
    secondFactor: row.second_factor,
    verifiedHow: row.verified_how,
    verifiedOn: row.verified_on?.toString() ?? null,
    checkDueOn: row.check_due_on?.toString() ?? null,
    checkOverdue: row.check_due_on === null || Temporal.PlainDate.compare(row.check_due_on, today) < 0,
    connector: row.connector,
    lastRead: row.polled_at?.toString() ?? null,
    blindSince: row.blind_since?.toString() ?? null,
    blindWhy: row.blind_why,
  };
}

/** `X (Twitter)`: renamed networks carry the name by which the policy knows them. */
function networkName(policy: Asking['policy'], id: string): string {
  const network = policy.value('register.networks').networks.find((one) => one.id === id);
  if (!network) return id;
  return network.wasNamed === undefined ? network.name : `${network.name} (${network.wasNamed})`;
}

/** The whole register, for staff; what is closed stands in it too. */
export const allAccounts = question('register.accounts', {
  about:
    'Lists the accounts of the register with owner, deputy, custody, second factor, checks and connection.',
  askers: [role('staff')],
  input: form({}),
  output: z.object({ accounts: z.array(shown) }),
  async read(reading) {
    const rows = await reading
      .tables<RegisterTables>()
      .selectFrom('accounts')
      .selectAll()
      .where(reading.seen(account))
      .orderBy('kind')
      .orderBy('network')
      .limit(200)
      .execute();
    const people = rows.flatMap((row) => [row.owner, row.deputy]).filter((id): id is string => id !== null);
    const names = await namesOf({ tables: reading.tables }, people);
    return { accounts: rows.map((row) => asShown(row, names, reading)) };
  },
});

/** What the policy says of each network, as data. */
export const networks = question('register.networks', {
  about: 'Lists the networks that the policy names: official, monitored only, not used, internal.',
  askers: 'public',
  input: form({}),
  output: z.object({
    networks: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        state: z.string(),
        audience: z.string(),
        why: z.string().nullable(),
      }),
    ),
  }),
  async read({ policy }) {
    return {
      networks: policy.value('register.networks').networks.map((one) => ({
        id: one.id,
        name: networkName(policy, one.id),
        state: one.state,
        audience: one.audience,
        why: one.why ?? null,
      })),
    };
  },
});

/** What the public may know: the official accounts, and when somebody reads them. */
export const officialAccounts = question('register.official-accounts', {
  about: 'Lists our official accounts and the hours in which they are monitored.',
  askers: 'public',
  input: form({}),
  output: z.object({
    hours: z.object({ words: z.string(), openNow: z.boolean(), closedToday: z.string().nullable() }),
    accounts: z.array(
      z.object({
        network: z.string(),
        name: z.string(),
        handle: z.string(),
        purpose: z.string(),
        verifiedOn: z.string().nullable(),
      }),
    ),
  }),
  async read({ tables, policy, now }) {
    const rows = await officialRows(tables<RegisterTables>());
    return {
      hours: hoursShown(policy, now),
      accounts: rows.map((row) => ({
        network: networkName(policy, row.network),
        name: row.name,
        handle: row.handle ?? '',
        purpose: row.purpose,
        verifiedOn: row.verified_on?.toString() ?? null,
      })),
    };
  },
});

const officialRows = (db: Kysely<RegisterTables>) =>
  db
    .selectFrom('accounts')
    .select(['network', 'name', 'handle', 'purpose', 'kind', 'verified_on'])
    .where('state', '<>', 'closed')
    .where('kind', 'in', [...officialKinds])
    .where('handle', 'is not', null)
    .orderBy('network')
    .limit(200)
    .execute();

/** Is this account ours? Official, not ours, or not known: never a guess. */
export const isItOurs = question('register.is-it-ours', {
  about: 'Says whether an account is one of ours: official, not ours, or not known.',
  askers: 'public',
  input: form({ account: ask.line('Address or handle', { empty: 'Give an address or a handle', max: 500 }) }),
  output: z.object({
    answer: z.enum(['official', 'not-ours', 'not-known']),
    network: z.string().nullable(),
    name: z.string().nullable(),
  }),
  async read({ input, tables, policy }) {
    const wanted = lookedFor(input.account);
    const nothing = { answer: 'not-known' as const, network: null, name: null };
    if (!wanted) return nothing;
    const rows = await tables<RegisterTables>()
      .selectFrom('accounts')
      .select(['network', 'name', 'kind', 'handle'])
      .where('state', '<>', 'closed')
      .where('handle', 'is not', null)
      .limit(2000)
      .execute();
    const found = rows.find(
      (row) => row.handle?.toLowerCase() === wanted.handle && sameNetwork(wanted.host, row.network),
    );
    if (!found) return nothing;
    const official = officialKinds.some((kind) => kind === found.kind);
    return official
      ? { answer: 'official' as const, network: networkName(policy, found.network), name: found.name }
      : { answer: 'not-ours' as const, network: networkName(policy, found.network), name: null };
  },
});

const hosts: Readonly<Record<string, string>> = {
  'facebook.com': 'facebook',
  'x.com': 'x',
  'twitter.com': 'x',
  'instagram.com': 'instagram',
  'linkedin.com': 'linkedin',
  'tiktok.com': 'tiktok',
  'youtube.com': 'youtube',
  'bsky.app': 'bluesky',
  'snapchat.com': 'snapchat',
};

/** The same handle on another network is another account; on a host that is no network of ours it is a stranger's. */
const sameNetwork = (host: string | null, network: string): boolean =>
  host === null || hosts[host.replace(/^(m|mobile)\./, '')] === network;

export const questions = [allAccounts, networks, officialAccounts, isItOurs];

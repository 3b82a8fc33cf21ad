import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { isId } from '#kernel/ids.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { account } from './lifecycle.ts';
import { missingOf } from './listed.ts';
import { hoursShown } from './hours-shown.ts';
import { lookedFor } from './look-up.ts';
import { asShown, networkName, shown } from './shown.ts';
import { officialKinds, type Account, type RegisterTables } from './words.ts';

const PAGE = 100;

/** The register, for staff: accounts in use, those that speak for us first. */
export const allAccounts = question('register.accounts', {
  about:
    'Lists the accounts in use with owner, deputy, custody, second factor, checks and connection; and those that the policy lists and nobody has entered.',
  askers: [role('staff')],
  input: form({ after: ask.maybe('After this account', { hint: 'The id of the last account of a page' }) }),
  output: z.object({
    accounts: z.array(shown),
    more: z.boolean(),
    notEntered: z.array(z.object({ network: z.string(), networkName: z.string() })),
  }),
  async read(reading) {
    const { policy } = reading;
    const [rows, missing] = await Promise.all([
      pageOf(reading, reading.input.after),
      missingOf({ tables: reading.tables }, policy),
    ]);
    return {
      accounts: await asShown(rows.slice(0, PAGE), reading),
      more: rows.length > PAGE,
      notEntered: missing.map(({ network }) => ({ network, networkName: networkName(policy, network) })),
    };
  },
});

/** One row more than a page, so that it is known whether there is another. */
async function pageOf(
  { tables, seen }: Pick<Reading<never>, 'tables' | 'seen'>,
  after: string | undefined,
): Promise<Account[]> {
  let query = tables<RegisterTables>()
    .selectFrom('accounts')
    .selectAll()
    .where(seen(account))
    .where('state', '<>', 'closed')
    .orderBy('kind')
    .orderBy('network')
    .orderBy('id')
    .limit(PAGE + 1);
  if (after !== undefined) {
    if (!isId(after)) return [];
    query = query.where(
      sql<boolean>`(kind, network, id) > (select kind, network, id from accounts where id = ${after})`,
    );
  }
  return query.execute();
}

/** One account of the register, whether it is in use or closed. */
export const oneAccount = question('register.account', {
  about: 'Shows one account of the register, in use or closed, with what is missing about it.',
  askers: [role('staff')],
  input: form({ account: ask.given('Account', z.uuid({ error: 'Give the id of an account' })) }),
  output: shown,
  async read(reading) {
    const rows = await reading
      .tables<RegisterTables>()
      .selectFrom('accounts')
      .selectAll()
      .where(reading.seen(account))
      .where('id', '=', reading.input.account)
      .execute();
    const [found] = await asShown(rows, reading);
    if (!found) throw refuse('kernel.not-found');
    return found;
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

export const questions = [allAccounts, oneAccount, networks, officialAccounts, isItOurs];

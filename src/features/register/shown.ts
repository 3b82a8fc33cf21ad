import { z } from 'zod';
import type { Reading } from '#kernel/question.ts';
import { namesOf, whoIsHere } from '#features/people/index.ts';
import { officialKinds, type Account } from './words.ts';

/** An account as the register shows it. Never its keys. */
export const shown = z.object({
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
  closedWhy: z.string().nullable(),
  /** What is missing for it to be in order, in words. */
  lacks: z.array(z.string()),
});
export type ShownAccount = z.infer<typeof shown>;

type Asking = Pick<Reading<never>, 'policy' | 'now' | 'tables'>;

/** Rows with the names of their people, and with what is missing about each. */
export async function asShown(rows: readonly Account[], asking: Asking): Promise<ShownAccount[]> {
  const { policy, now } = asking;
  const people = rows.flatMap((row) => [row.owner, row.deputy]).filter((id): id is string => id !== null);
  const [names, here] = await Promise.all([
    namesOf(asking, people),
    whoIsHere(asking, people, { now, zone: policy.zone }),
  ]);
  return rows.map((row) => oneShown(row, names, here, asking));
}

function oneShown(
  row: Account,
  names: ReadonlyMap<string, string>,
  here: ReadonlySet<string>,
  { policy, now }: Asking,
): ShownAccount {
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const checkOverdue = row.check_due_on === null || Temporal.PlainDate.compare(row.check_due_on, today) < 0;
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
    checkOverdue,
    connector: row.connector,
    lastRead: row.polled_at?.toString() ?? null,
    blindSince: row.blind_since?.toString() ?? null,
    blindWhy: row.blind_why,
    closedWhy: row.closed_why,
    lacks: lacksOf(row, here, checkOverdue),
  };
}

/** What an account that speaks for us needs: others are only known to us. */
export function lacksOf(
  row: Pick<
    Account,
    'kind' | 'state' | 'handle' | 'owner' | 'deputy' | 'custody_note' | 'recovery_contact' | 'second_factor'
  >,
  here: ReadonlySet<string>,
  checkOverdue: boolean,
): string[] {
  if (row.state === 'closed' || !officialKinds.some((kind) => kind === row.kind)) return [];
  const isHere = (id: string | null) => id !== null && here.has(id);
  const asked: readonly (readonly [boolean, string])[] = [
    [row.handle !== null, 'its handle'],
    [isHere(row.owner), row.owner === null ? 'an owner' : 'an owner who is still here'],
    [isHere(row.deputy), row.deputy === null ? 'a deputy' : 'a deputy who is still here'],
    [row.custody_note !== '', 'where its keys are kept'],
    [row.recovery_contact !== '', 'a recovery contact'],
    [row.second_factor === 'on', 'a second factor'],
    [!checkOverdue, 'a check that is in time'],
  ];
  return asked.filter(([there]) => !there).map(([, words]) => words);
}

/** `X (Twitter)`: renamed networks carry the name by which the policy knows them. */
export function networkName(policy: Asking['policy'], id: string): string {
  const network = policy.value('register.networks').networks.find((one) => one.id === id);
  if (!network) return id;
  return network.wasNamed === undefined ? network.name : `${network.name} (${network.wasNamed})`;
}

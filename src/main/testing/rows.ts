import { newId } from '#kernel/ids.ts';
import { statesOf, type Lifecycle } from '#kernel/lifecycle.ts';
import type { Party } from '#kernel/party.ts';
import type { WholeHouse } from './whole-house.ts';

/** The place that rows name where a role may be held at one place. */
export const place = '0199a4a0-0000-7000-8000-00000000aaaa';

/** A row that stands for all of its lifecycle in one state. */
export interface Representative {
  readonly of: Lifecycle;
  readonly state: string;
  readonly id: string;
  /** Confidential: only some of those who see the others see it. */
  readonly guarded: boolean;
}

type Values = Readonly<Record<string, unknown>>;
interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The table whose row it must name. */
  readonly references: string | null;
}

const instant = '2026-11-24T09:00:00Z';

/**
 * What a table demands beyond its types. A new table needs a line here only where PostgreSQL refuses the row that
 * the types alone give; the test then says so with the constraint's name.
 */
const demands: Readonly<Record<string, (state: string, made: Made) => Values>> = {
  people: () => ({ email: `${newId()}@practice.example`, kind: 'employee' }),
  grants: () => ({ at: place }),
  acknowledgements: () => ({ method: 'page' }),
  invitations: () => ({ code_digest: newId().replaceAll('-', '').repeat(2) }),
  access_reviews: (state) =>
    state === 'due'
      ? {}
      : { confirmed_on: '2026-11-20', next_opens_on: '2027-02-08', next_due_on: '2027-02-18' },
  access_checks: (state, made) => ({
    review: made('access_reviews', state === 'open' ? 'due' : 'confirmed'),
    given_role: made('grants', state === 'removed' ? 'ended' : 'given'),
    ...(state === 'open' ? {} : { decided_at: instant }),
  }),
  accounts: (state) => ({
    network: 'x',
    kind: 'corporate',
    second_factor: 'on',
    handle: newId(),
    connector: 'practice',
    ...(state === 'blind' ? { blind_since: instant, blind_why: 'keys' } : {}),
  }),
  enquiries: (state, made) => ({
    network: 'x',
    kind: 'mention',
    visibility: 'public',
    risk: 2,
    author_handle: 'dora.finch',
    pictures: '{"list":[]}',
    law_clocks: '{"list":[]}',
    revealed: '{"list":[]}',
    holds: '{"list":[]}',
    calendar_version: '1',
    ...(state === 'joined' ? { follows: made('enquiries') } : {}),
    ...(state === 'closed' ? { close_reason: 'answered', closed_at: instant } : {}),
    ...(state === 'answered' ? { first_reply_at: instant } : {}),
  }),
  replies: (state, made) => ({
    kind: 'question',
    enquiry: made('enquiries', 'answered'),
    ...(state === 'sent' ? { sent_at: instant } : {}),
  }),
  removals: (state) => ({
    network: 'x',
    visibility: 'public',
    kinds: '{"list":["phone"]}',
    ...(['due', 'erasing', 'erased'].includes(state) ? { confirmed_at: instant } : {}),
    ...(state === 'erased' ? { erased_at: instant, backups_past_on: '2026-12-31' } : {}),
    ...(state === 'held' ? { held_before: 'noticed', held_at: instant } : {}),
  }),
  looks: () => ({ kind: 'person' }),
  hand_overs: (state) => ({
    kind: 'question',
    letter: 'by-hand',
    addresses: '{"list":[]}',
    kinds_of_details: '{"list":[]}',
    asked: 0,
    wiped_at: instant,
    due_at: instant,
    ...(state === 'asking' ? { asked_back: 'Which ward?' } : {}),
  }),
  hand_over_links: (_, made) => ({
    hand_over: made('hand_overs', 'open'),
    token_digest: newId().replaceAll('-', '').repeat(2),
  }),
  escalations: () => ({ category: 'care', severity: 'high', queue: '{"list":[]}', asked: 0 }),
  partners: () => ({ kind: 'external', letters_to: '', may_receive: '{"list":["words"]}' }),
};

/** Indexes that allow one row at a time: rights are asked of several, so here they rest. */
const oneAtATime = ['access_reviews_one_at_a_time'];

/** The first row that was made in a table, of any state unless told. */
type Made = (table: string, state?: string) => string;

/** A row names a place by the id of a real one, where the table demands that. */
export const placeIn = (whole: WholeHouse) =>
  whole.store.plainPool.query(
    `insert into teams (id, state, version, policy, created_at, changed_at, name)
     values ($1, 'active', 1, $2, $3, $3, 'The team of this place') on conflict (id) do nothing`,
    [place, whole.house.policies.inForce(whole.clock.now()).id, instant],
  );

/** Puts one row of every lifecycle in every one of its states into the database. Tables that others name come first. */
export async function representatives(whole: WholeHouse): Promise<Representative[]> {
  await whole.store.plainPool.query(oneAtATime.map((name) => `drop index if exists ${name};`).join(' '));
  await placeIn(whole);
  const all: Representative[] = [];
  const made: Made = (table, state) => {
    const found = all.find(
      (one) => one.of.table.name === table && (state === undefined || one.state === state),
    );
    if (!found) throw new Error(`No row of ${table} yet: declare its lifecycle before those that name it`);
    return found.id;
  };
  for (const of of whole.house.lifecycles.values()) {
    for (const guarded of of.sight.guarded ? [false, true] : [false]) {
      for (const state of statesOf(of)) {
        all.push({ of, state, guarded, id: await insert(whole, of, state, guarded, made) });
      }
    }
  }
  return all;
}

async function insert(
  whole: WholeHouse,
  of: Lifecycle,
  state: string,
  guarded: boolean,
  made: Made,
): Promise<string> {
  const table = of.table.name;
  const id = newId();
  const named = placesNamed(of);
  const values: Record<string, unknown> = {};
  for (const column of await columnsOf(whole, table)) {
    if (named.has(column.name)) values[column.name] = place;
    else if (!column.nullable) values[column.name] = valueFor(column, made);
  }
  const row = {
    ...values,
    ...demands[table]?.(state, made),
    ...(of.sight.guarded ? { [of.sight.guarded.by]: guarded } : {}),
    id,
    state,
    version: 1,
    policy: whole.house.policies.inForce(whole.clock.now()).id,
  };
  const names = Object.keys(row);
  await whole.store.plainPool
    .query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
       values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    )
    .catch((error: unknown) => {
      throw new Error(
        `No ${of.name} can be made in the state ${state}: ${String(error)}. Add what ${table} demands to src/main/testing/rows.ts.`,
        { cause: error },
      );
    });
  return id;
}

/** Columns in which this lifecycle looks for the place of a role. */
const placesNamed = (of: Lifecycle): ReadonlySet<string> =>
  new Set(partiesOf(of).flatMap((party) => (party.party === 'roleAt' ? [party.column] : [])));

/** Columns in which this lifecycle looks for a person. */
export const peopleNamed = (of: Lifecycle): readonly string[] => [
  ...new Set(partiesOf(of).flatMap((party) => (party.party === 'self' ? [party.column] : []))),
];

const partiesOf = (of: Lifecycle): readonly Party[] => [
  ...of.sight.see,
  ...(of.sight.guarded?.only ?? []),
  ...of.steps.flatMap((step) => step.who),
];

function valueFor({ name, type, references }: Column, made: Made): unknown {
  if (references !== null) return made(references);
  switch (type) {
    case 'uuid':
      return newId();
    case 'text':
      return `${name} ${newId()}`;
    case 'boolean':
      return false;
    case 'smallint':
    case 'integer':
    case 'bigint':
      return 1;
    case 'date':
      return instant.slice(0, 10);
    case 'jsonb':
      return '{}';
    case 'bytea':
      return Buffer.from(name);
    default:
      return type.startsWith('timestamp') ? instant : null;
  }
}

async function columnsOf(whole: WholeHouse, table: string): Promise<Column[]> {
  const { rows } = await whole.store.plainPool.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
            (select c.confrelid::regclass::text from pg_constraint c
             where c.conrelid = a.attrelid and c.contype = 'f' and c.conkey = array[a.attnum]) as references
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return rows;
}

/** Lets each of these rows name this person wherever its lifecycle looks for one; undefined for nobody of ours. */
export async function nameIn(
  whole: WholeHouse,
  rows: readonly Representative[],
  personId: string,
): Promise<void> {
  for (const of of new Set(rows.map((row) => row.of))) {
    const columns = peopleNamed(of).filter((column) => column !== 'id');
    if (columns.length === 0) continue;
    await whole.store.plainPool.query(
      `update ${of.table.name} set ${columns.map((column) => `"${column}" = $1`).join(', ')} where id = any($2)`,
      [personId, rows.filter((row) => row.of === of).map((row) => row.id)],
    );
  }
}

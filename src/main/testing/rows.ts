import { newId } from '#kernel/ids.ts';
import { statesOf, type Lifecycle } from '#kernel/lifecycle.ts';
import type { Party } from '#kernel/party.ts';
import { demands, instant, oneAtATime, place, type Made } from './demands.ts';
import type { WholeHouse } from './whole-house.ts';

export { place };

/** A row that stands for all of its lifecycle in one state. */
export interface Representative {
  readonly of: Lifecycle;
  readonly state: string;
  readonly id: string;
  /** Confidential: only some of those who see the others see it. */
  readonly guarded: boolean;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The table whose row it must name. */
  readonly references: string | null;
}

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

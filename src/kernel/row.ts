import { sql } from 'kysely';
import type { Policy } from '#policy/index.ts';
import type { Acting } from './act.ts';
import type { AnyCommand, AnyDecision } from './command.ts';
import type { Step } from './lifecycle.ts';
import { Wrapped } from './sealed.ts';

/** A lifecycle row as the kernel reads it. */
export type StoredRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly policy: string;
};

/** What was written; `wrote` is false where a `once` command found its row already there. */
export interface Written {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly wrote: boolean;
}

/** The columns as they are written: what a decision wrapped is sealed or digested here and nowhere else. */
const kept = ({ house }: Acting, columns: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      value instanceof Wrapped ? value.done({ seal: house.seal, digest: house.store.digest }) : value,
    ]),
  );

/** Inserts the row that the decision made. */
export async function createRow(
  acting: Acting,
  command: AnyCommand,
  step: Step,
  id: string,
  policy: Policy,
  decision: AnyDecision,
): Promise<Written> {
  const state = outcome(command, step, undefined, decision);
  const { now, writing } = acting;
  const row = {
    ...kept(acting, decision.create),
    id,
    state,
    version: 1,
    policy: policy.id,
    created_at: now,
    changed_at: now,
  };
  const insert = writing.db.insertInto(command.lifecycle.table.name).values(row);
  if (!command.once) {
    writing.send(insert);
    return { id, state, version: 1, wrote: true };
  }
  const inserted: unknown = await insert
    .onConflict((conflict) => conflict.columns([...(command.once ?? [])]).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return { id, state, version: 1, wrote: true };
  return { ...(await theOneThatIsThere(acting, command, decision)), wrote: false };
}

async function theOneThatIsThere(
  acting: Acting,
  command: AnyCommand,
  decision: AnyDecision,
): Promise<StoredRow> {
  let query = acting.writing.db
    .selectFrom(command.lifecycle.table.name)
    .select(['id', 'state', 'version', 'policy']);
  for (const column of command.once ?? [])
    query = query.where(column, '=', kept(acting, decision.create)[column]);
  const row: StoredRow = await query.executeTakeFirstOrThrow();
  return row;
}

/** Writes the decision's changes to the row. */
export async function changeRow(
  acting: Acting,
  command: AnyCommand,
  step: Step,
  row: StoredRow,
  decision: AnyDecision,
): Promise<Written> {
  const state = outcome(command, step, row.state, decision);
  const version = row.version + 1;
  const { db, send } = acting.writing;
  send(
    db
      .updateTable(command.lifecycle.table.name)
      .set({ ...kept(acting, decision.set), state, version: sql`version + 1`, changed_at: acting.now })
      .where('id', '=', row.id),
  );
  return { id: row.id, state, version, wrote: true };
}

/** The state that the step leads to. @throws where the decision names one that the table does not allow. */
function outcome(command: AnyCommand, step: Step, from: string | undefined, decision: AnyDecision): string {
  const allowed = typeof step.to === 'string' ? [step.to] : step.to;
  const to = decision.to ?? (allowed.length === 1 ? allowed[0] : undefined);
  if (to === undefined || !allowed.includes(to)) {
    throw new Error(`${command.name} must lead to one of ${allowed.join(', ')}, not to ${String(to)}`);
  }
  if (to !== 'same') return to;
  if (from === undefined) throw new Error(`${command.name} makes a row, so it must name its state`);
  return from;
}

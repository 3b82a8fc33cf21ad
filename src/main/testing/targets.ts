import type { AnyCommand } from '#kernel/command.ts';
import { stepsOf, verdictOn, type Holding, type Verdict } from '../docs/declared.ts';
import { nameIn, peopleNamed, representatives, type Representative } from './rows.ts';
import { visitors, type Visitor } from './visitors.ts';
import { wholeHouse, type WholeHouse } from './whole-house.ts';

/** A command on one row, or on none where it makes one. */
export interface Target {
  readonly command: AnyCommand;
  readonly row: Representative | undefined;
  /** The row names the visitor. */
  readonly named: boolean;
}

/** The whole house with somebody of every role at its doors, and a row of every kind in every state. */
export interface Stage extends WholeHouse {
  readonly visitors: readonly Visitor[];
  /** Rows that name nobody who comes. */
  readonly rows: readonly Representative[];
  rowsFor(visitor: Visitor): { row: Representative; named: boolean }[];
  /** Goes through all visitors, one after the other; rows of their own name each while it is their turn. */
  eachVisitor(work: (visitor: Visitor) => Promise<void>): Promise<void>;
}

export async function stage(): Promise<Stage> {
  const whole = await wholeHouse();
  const rows = await representatives(whole);
  const own = (await representatives(whole)).filter(({ of }) =>
    peopleNamed(of).some((column) => column !== 'id'),
  );
  const all = await visitors(whole);
  const rowsFor = (visitor: Visitor) => [
    ...rows.map((row) => ({ row, named: false })),
    ...own.map((row) => ({ row, named: true })),
    ...themselves(visitor, rows).map((row) => ({ row, named: true })),
  ];
  return {
    ...whole,
    visitors: all,
    rows,
    rowsFor,
    async eachVisitor(work) {
      for (const visitor of all) {
        if (visitor.kind === 'person') await nameIn(whole, own, visitor.id);
        await work(visitor);
      }
    },
  };
}

/** Where the row that a lifecycle means is the person's own, it is there already, and they are at work. */
const themselves = (visitor: Visitor, rows: readonly Representative[]): Representative[] =>
  visitor.kind === 'person'
    ? rows
        .filter(({ of, state }) => peopleNamed(of).includes('id') && state === 'active')
        .map((row) => ({ ...row, id: visitor.id }))
    : [];

/** Every command of these on every row of its kind. */
export const targetsOf = (commands: readonly AnyCommand[], rows: ReturnType<Stage['rowsFor']>): Target[] =>
  commands.flatMap((command): Target[] =>
    command.creates
      ? [{ command, row: undefined, named: true }]
      : rows.filter(({ row }) => row.of === command.lifecycle).map((one) => ({ command, ...one })),
  );

const goesFrom = ({ command, row }: Target): boolean =>
  stepsOf(command).some(({ from }) => row !== undefined && from.includes(row.state));

const firstOfEach = (targets: readonly Target[], key: (target: Target) => unknown[]): Target[] => {
  const taken = new Set<string>();
  return targets.filter((target) => taken.size < taken.add(key(target).join(' ')).size);
};

/** One state from which the command goes and one from which it does not: enough for a second door. */
export const twoStates = (targets: readonly Target[], visitor: Visitor): Target[] =>
  firstOfEach(targets, (target) => [target.command.name, goesFrom(target), verdictFor(target, visitor)]);

/**
 * Every state, where the visitor sees the row at all; otherwise two. A row that names the visitor as well, where
 * that makes a difference, and always for somebody who holds no role.
 */
export const everyState = (targets: readonly Target[], visitor: Visitor): Target[] =>
  firstOfEach(targets, (target) => {
    const { command, row, named } = target;
    const verdict = verdictFor(target, visitor);
    const unseen = verdict === 'not seen' || verdict === 'sign in';
    const bare = visitor.roles.length === 1 && named;
    return [command.name, verdict, row?.guarded, unseen ? goesFrom(target) : row?.state, bare];
  });

/** What the declarations say to this visitor about this command on this row. */
export const verdictFor = ({ command, row, named }: Target, visitor: Visitor): Verdict =>
  verdictOn(command, row?.state, holdingOf(visitor, named, row));

export const holdingOf = (visitor: Visitor, named: boolean, row?: Representative): Holding => ({
  signedIn: visitor.kind === 'person',
  roles: visitor.roles,
  rolesAtPlace: visitor.rolesAtPlace,
  named,
  guarded: row?.guarded ?? false,
});

/** Does the work a few at a time. @returns what the works found, in one list. */
export async function gathered<T, Found>(
  list: readonly T[],
  work: (one: T) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const [found, waiting]: [Found[], T[]] = [[], [...list]];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      found.push(...(await work(one)));
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return found;
}

import { z } from 'zod';
import type { Reading } from '#kernel/question.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { roles, systems, type Role } from '#kernel/roles.ts';
import type { TrailLine } from '#kernel/store-port.ts';
import { heldAt, namesOf, rolesOfActors, seenNames, type HeldRole } from '#features/people/index.ts';
import { mayOpen, worksOn } from './may-read.ts';
import { plainWords } from './words.ts';

/** One entry of the trail in plain words, as far as the reader may know them. */
export const line = z.object({
  sequence: z.int(),
  hash: z.string(),
  at: z.iso.datetime(),
  actor: z.string().describe('person: and an id, or system: and a name'),
  name: z
    .string()
    .nullable()
    .describe('Of the person, where the reader may see it; of a part of the program'),
  role: z.string().nullable().describe('What the person was when they did it'),
  command: z.string(),
  title: z.string().describe('What was done'),
  about: z.string().nullable(),
  kind: z.string(),
  row: z.uuid(),
  opens: z.boolean().describe('True where the reader may open the history of it'),
  from: z.string().nullable(),
  to: z.string(),
  version: z.int(),
  rule: z.string(),
  clause: z.string(),
  words: z.string().nullable().describe('What the clause asks, in about six words'),
  basis: z.string(),
  policy: z.string(),
  door: z.string(),
  practice: z.boolean(),
});
export type Line = z.output<typeof line>;

type Asking = Pick<Reading<unknown>, 'house' | 'standing' | 'tables' | 'seen'>;

/** Entries as this reader may read them: colleagues by name on their own work, others by role alone. */
export async function linesFor(reading: Asking, found: readonly TrailLine[]): Promise<Line[]> {
  const people = found.map(({ entry }) => personOf(entry.actor)).filter((id) => id !== undefined);
  const [held, seen, all] = await Promise.all([
    rolesOfActors(reading, people),
    seenNames(reading, people),
    namesOf(reading, people),
  ]);
  return found.map((one) => {
    const { entry } = one;
    const of = reading.house.lifecycles.get(entry.kind);
    const id = personOf(entry.actor);
    const names = worksOn(of, reading.standing) ? all : seen;
    return {
      ...wordsOf(reading, one, of),
      name: id === undefined ? programName(entry.actor) : (names.get(id) ?? null),
      role:
        id === undefined || !all.has(id)
          ? null
          : roleOf(held, id, Temporal.Instant.from(entry.at), of, entry.command),
    };
  });
}

const personOf = (actor: string): string | undefined =>
  actor.startsWith('person:') ? actor.slice('person:'.length) : undefined;

const programName = (actor: string): string =>
  Object.entries(systems).find(([name]) => actor === `system:${name}`)?.[1] ?? actor;

/** Of the roles held at that moment the one that may take the step; otherwise whatever they were. */
function roleOf(
  held: readonly HeldRole[],
  id: string,
  at: Temporal.Instant,
  of: Lifecycle | undefined,
  command: string,
): string {
  const then = heldAt(held, id, at);
  const asked = (of?.steps ?? [])
    .filter((step) => `${of?.name}.${step.by}` === command)
    .flatMap((step) => step.who)
    .flatMap((party): Role[] => ('role' in party ? [party.role] : []));
  return roles[then.find((role) => asked.includes(role)) ?? then[0] ?? 'staff'];
}

function wordsOf(
  { house, standing }: Asking,
  { sequence, hash, entry }: TrailLine,
  of: Lifecycle | undefined,
) {
  const command = house.commands.get(entry.command);
  const { at, actor, kind, row, version, rule, clause, basis, policy, door, practice } = entry;
  return {
    sequence,
    hash,
    at,
    actor,
    kind,
    row,
    version,
    rule,
    clause,
    basis,
    policy,
    door,
    practice,
    command: entry.command,
    title: command?.label ?? plainWords(entry.command.split('.')[1] ?? entry.command),
    about: command?.about ?? null,
    opens: mayOpen(of, standing),
    from: entry.from === null ? null : plainWords(entry.from),
    to: plainWords(entry.to),
    words: sixWords(house, policy, rule),
  };
}

/** What the version that decided said of the rule; null where that version is no longer loaded. */
function sixWords(house: Asking['house'], version: string, name: string): string | null {
  const policy = house.policies.all.find((one) => one.id === version);
  const rule = policy?.bindings.find((one) => one.rule === name)?.rule;
  return rule === undefined ? null : (policy?.cite(rule).words ?? null);
}

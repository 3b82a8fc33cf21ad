import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { isId } from '#kernel/ids.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { room } from '#kernel/room.ts';
import { namesOf } from '#features/people/index.ts';

/** Who may search the audit trail. It holds no words that people wrote. */
export const searchers = [
  role('auditor'),
  role('governance'),
  role('senior-manager'),
  role('director'),
  role('executive'),
  role('committee'),
  role('administrator'),
] as const;

const line = z.object({
  sequence: z.int(),
  hash: z.string(),
  at: z.string(),
  actor: z.string(),
  command: z.string(),
  kind: z.string(),
  row: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  version: z.int(),
  rule: z.string(),
  clause: z.string(),
  basis: z.string(),
  policy: z.string(),
  door: z.string(),
  practice: z.boolean(),
});

/** The audit trail, newest first. */
export const trailOf = question('records.trail', {
  about: 'Searches the audit trail, newest first: who did what, when, under which clause.',
  askers: searchers,
  input: form({
    clause: ask.maybe('Clause', { max: 40 }),
    kind: ask.maybe('Kind of thing', { hint: 'Such as enquiry', max: 60 }),
    row: ask.maybe('Its id', { max: 60 }),
    command: ask.maybe('What was done', { hint: 'Such as enquiry.reply', max: 80 }),
    actor: ask.maybe('Who did it', { hint: 'person: and an id, or system: and a name', max: 80 }),
    before: ask.maybe('Before entry number', { max: 20 }),
  }),
  output: z.object({ lines: z.array(line), head: z.object({ sequence: z.int(), hash: z.string() }) }),
  async read({ input, trail, tables }) {
    const { before, row, ...rest } = input;
    if (row !== undefined && !isId(row)) return { lines: [], head: await trail.head() };
    const found = await trail.find({
      ...rest,
      row,
      before: before === undefined ? undefined : Number(before) || undefined,
      limit: 100,
    });
    const people = found
      .map(({ entry }) => entry.actor)
      .filter((actor) => actor.startsWith('person:'))
      .map((actor) => actor.slice('person:'.length));
    const names = await namesOf({ tables }, people);
    return {
      head: await trail.head(),
      lines: found.map(({ sequence, hash, entry }) => ({
        sequence,
        hash,
        at: entry.at,
        actor: names.get(entry.actor.replace('person:', '')) ?? entry.actor,
        command: entry.command,
        kind: entry.kind,
        row: entry.row,
        from: entry.from,
        to: entry.to,
        version: entry.version,
        rule: entry.rule,
        clause: entry.clause,
        basis: entry.basis,
        policy: entry.policy,
        door: entry.door,
        practice: entry.practice,
      })),
    };
  },
});

export const records = room({ name: 'records', title: 'Records', questions: [trailOf] });

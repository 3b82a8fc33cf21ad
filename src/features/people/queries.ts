import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { roles, type Role } from '#kernel/roles.ts';
import { grant, keepers, person } from './lifecycle.ts';
import { isStale } from './needs.ts';
import { acknowledgedShare, mine } from './acknowledged.ts';
import type { PeopleTables } from './words.ts';

const id = z.uuid();
const overseers = [...keepers, role('senior-manager'), role('auditor')] as const;

/** Everybody whom the policy covers, with their roles and whether they acknowledged the version in force. */
export const everybody = question('people.everybody', {
  about: 'Lists the people whom the policy covers, by name.',
  askers: overseers,
  input: form({ after: ask.maybe('Names after this one') }),
  output: z.object({
    people: z.array(
      z.object({
        id,
        name: z.string(),
        email: z.string(),
        kind: z.string(),
        state: z.string(),
        endsOn: z.string().nullable(),
        leaving: z.boolean(),
        roles: z.array(z.string()),
        acknowledged: z.boolean(),
      }),
    ),
    more: z.boolean(),
  }),
  async read({ input, tables, seen, policy }) {
    const db = tables<PeopleTables>();
    let query = db
      .selectFrom('people')
      .selectAll()
      .where(seen(person))
      .orderBy('state')
      .orderBy('name')
      .limit(201);
    if (input.after !== undefined) query = query.where('name', '>', input.after);
    const rows = await query.execute();
    const shown = rows.slice(0, 200);
    const ids = shown.map((row) => row.id);
    const [given, read] = await Promise.all([
      ids.length === 0
        ? []
        : db
            .selectFrom('grants')
            .select(['person', 'role', 'at'])
            .where('state', '=', 'given')
            .where('person', 'in', ids)
            .execute(),
      ids.length === 0
        ? []
        : db
            .selectFrom('acknowledgements')
            .select('person')
            .where('version_read', '=', policy.id)
            .where('person', 'in', ids)
            .execute(),
    ]);
    const acknowledged = new Set(read.map((row) => row.person));
    return {
      more: rows.length > 200,
      people: shown.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        kind: row.kind,
        state: row.state,
        endsOn: row.ends_on?.toString() ?? null,
        leaving: row.leaver_flagged_at !== null,
        acknowledged: acknowledged.has(row.id),
        roles: given.filter((one) => one.person === row.id).map(roleWords),
      })),
    };
  },
});

const roleWords = ({ role: name, at }: { role: string; at: string }): string => {
  const words = name in roles ? roles[name as Role] : name;
  return at === 'everywhere' ? words : `${words} (one place)`;
};

/** The roles that one person holds. */
export const rolesOf = question('people.roles', {
  about: 'Lists the roles of one person, by whom they were given and until when.',
  askers: [role('staff')],
  input: form({ person: ask.given('Person', z.uuid({ error: 'Give the id of a person' })) }),
  output: z.object({
    roles: z.array(
      z.object({
        id,
        version: z.int(),
        role: z.string(),
        at: z.string(),
        since: z.string(),
        until: z.string().nullable(),
        state: z.string(),
      }),
    ),
  }),
  async read({ input, tables, seen }) {
    const rows = await tables<PeopleTables>()
      .selectFrom('grants')
      .selectAll()
      .where(seen(grant))
      .where('person', '=', input.person)
      .orderBy('starts_at')
      .limit(200)
      .execute();
    return {
      roles: rows.map((row) => ({
        id: row.id,
        version: row.version,
        role: row.role,
        at: row.at,
        since: row.starts_at.toString(),
        until: (row.ended_at ?? row.ends_at)?.toString() ?? null,
        state: row.state,
      })),
    };
  },
});

/** The directory: departments, and the doors that people are pointed to. */
export const directory = question('people.directory', {
  about: 'Lists departments and signposts with the day on which each was last checked.',
  askers: [role('staff')],
  input: form({}),
  output: z.object({
    departments: z.array(
      z.object({
        id,
        version: z.int(),
        name: z.string(),
        contact: z.string(),
        hours: z.string(),
        answers: z.boolean(),
        checkedOn: z.string(),
      }),
    ),
    signposts: z.array(
      z.object({
        id,
        version: z.int(),
        topic: z.string(),
        contact: z.string(),
        url: z.string().nullable(),
        hours: z.string(),
        checkedOn: z.string(),
        stale: z.boolean(),
      }),
    ),
  }),
  async read({ tables, now, policy }) {
    const db = tables<PeopleTables>();
    const [departments, signposts] = await Promise.all([
      db
        .selectFrom('departments')
        .selectAll()
        .where('state', '=', 'active')
        .orderBy('name')
        .limit(200)
        .execute(),
      db
        .selectFrom('signposts')
        .selectAll()
        .where('state', '=', 'active')
        .orderBy('topic')
        .limit(200)
        .execute(),
    ]);
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    const days = policy.value('inbox.signpost').staleAfterDays;
    return {
      departments: departments.map((row) => ({
        id: row.id,
        version: row.version,
        name: row.name,
        contact: row.public_contact,
        hours: row.hours,
        answers: row.answers,
        checkedOn: row.checked_on.toString(),
      })),
      signposts: signposts.map((row) => ({
        id: row.id,
        version: row.version,
        topic: row.topic,
        contact: row.contact,
        url: row.url,
        hours: row.hours,
        checkedOn: row.checked_on.toString(),
        stale: isStale(row.checked_on, today, days),
      })),
    };
  },
});

export { acknowledgedShare, mine };

export const questions = [everybody, rolesOf, directory, mine, acknowledgedShare];

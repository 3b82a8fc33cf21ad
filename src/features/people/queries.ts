import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { grant } from './lifecycle.ts';
import { isStale } from './needs.ts';
import { accessReviewNow, leavers } from './access-queries.ts';
import { acknowledgedShare, mine } from './acknowledged.ts';
import { everybody } from './everybody.ts';
import { access } from './holdings.ts';
import { onePerson } from './person-query.ts';
import { myTeam } from './team-query.ts';
import type { PeopleTables } from './words.ts';

const id = z.uuid();

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

export { access, accessReviewNow, acknowledgedShare, everybody, leavers, mine, myTeam, onePerson };

export const questions = [
  everybody,
  onePerson,
  rolesOf,
  directory,
  mine,
  myTeam,
  acknowledgedShare,
  access,
  accessReviewNow,
  leavers,
];

import { choices, need, type Option, type Reader } from '#kernel/need.ts';
import { roleNames, roles } from '#kernel/roles.ts';
import { isHere, type When } from './access.ts';
import type { PeopleTables } from './words.ts';

/** The gate through which roles are given. Whoever leaves closes it, so that none is given while they go. */
export const GRANTING = 'people.granting';

const of = (read: Reader) => read.tables<PeopleTables>();

export interface DepartmentChoice extends Option {
  readonly answers: boolean;
}

/** Departments that are open, with whether they answer people themselves. */
export const answeringDepartments = need(async (read) => {
  const rows = await of(read)
    .selectFrom('departments')
    .select(['id', 'name', 'answers', 'hours'])
    .where('state', '=', 'active')
    .orderBy('name')
    .execute();
  return choices<DepartmentChoice>(
    rows.map(({ id, name, answers, hours }) => ({
      id,
      name,
      answers,
      hint: answers ? hours : 'does not answer enquiries',
    })),
  );
});

export interface SignpostChoice extends Option {
  /** Words by which it is suggested, separated by commas. */
  readonly words: string;
  readonly department: string | null;
  /** The row's version, kept with the reply: what exactly was said can be looked up later. */
  readonly version: number;
  /** Not checked for longer than the policy's days. */
  readonly stale: boolean;
  readonly text: string;
  readonly url: string | null;
}

/** The signpost directory as it stands, stale entries marked. */
export const currentSignposts = need(async (read, { now, policy }) => {
  const rows = await of(read)
    .selectFrom('signposts')
    .select(['id', 'topic', 'words', 'department', 'contact', 'url', 'hours', 'checked_on', 'version'])
    .where('state', '=', 'active')
    .orderBy('topic')
    .execute();
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const days = policy.value('inbox.signpost').staleAfterDays;
  return choices<SignpostChoice>(
    rows.map((row) => {
      const stale = isStale(row.checked_on, today, days);
      return {
        id: row.id,
        name: row.topic,
        words: row.words,
        department: row.department,
        version: row.version,
        stale,
        text: row.contact,
        url: row.url,
        hint: stale ? `check it first: last checked on ${row.checked_on.toString()}` : row.contact,
      };
    }),
  );
});

/** Has an entry gone unchecked for longer than this many days? */
export const isStale = (checkedOn: Temporal.PlainDate, today: Temporal.PlainDate, days: number): boolean =>
  checkedOn.until(today, { largestUnit: 'days' }).days > days;

/** People who are here, by name. */
export const activePeople = need(async (read, { now, policy }) => {
  const rows = await of(read)
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where(isHere({ now, zone: policy.zone }))
    .orderBy('name')
    .limit(5000)
    .execute();
  return choices<Option>(rows.map(({ id, name, email }) => ({ id, name, hint: email })));
});

export const openTeams = need(async (read) =>
  choices<Option>(
    await of(read)
      .selectFrom('teams')
      .select(['id', 'name'])
      .where('state', '=', 'active')
      .orderBy('name')
      .execute(),
  ),
);

/** The kinds of people that the policy covers. */
export const coveredKinds = need(async (_, { policy }) =>
  choices<Option>(policy.value('people.covered').kinds),
);

export const givableRoles = need(async () =>
  choices<Option>(
    roleNames.filter((name) => name !== 'staff').map((name) => ({ id: name, name: roles[name] })),
  ),
);

/** Ids of the roles that the person acted on has been given and not lost. */
export const rolesGiven = need(async (read, { row }) => {
  const rows = await of(read)
    .selectFrom('grants')
    .select('id')
    .where('person', '=', String(row?.['id']))
    .where('state', '=', 'given')
    .execute();
  return rows.map(({ id }) => id);
});

/** Names by id, for screens and trails; of those who have left too. */
export async function namesOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await of(read)
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those of these people who are here at that moment. */
export async function whoIsHere(
  read: Reader,
  ids: readonly string[],
  when: When,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await of(read)
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .where(isHere(when))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

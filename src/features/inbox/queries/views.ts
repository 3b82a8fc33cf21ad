import { sql, type RawBuilder } from 'kysely';

/** The ways in which the inbox is looked at, with what each shows. */
export const views = {
  unclaimed: 'Unclaimed',
  unread: 'Not read yet',
  mine: 'Mine',
  'due-next': 'Due next',
  'at-risk': 'At risk',
  'not-sent': 'Not sent',
  'waiting-on-others': 'Waiting on others',
  law: 'Clocks of the law',
  'answered-today': 'Answered today',
} as const;
export type View = keyof typeof views;

/** Minutes before the aim from which an enquiry counts as at risk. */
export const SOON_MINUTES = 30;

export interface Looking {
  /** Id of the person who looks; empty for none. */
  readonly me: string;
  readonly now: Temporal.Instant;
  /** Local midnight at which today began. */
  readonly today: Temporal.Instant;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Which rows a view shows. States stand in the text and not as parameters, so that the partial indexes of the
 * migration are found whatever plan the database keeps.
 */
export const rowsOf = (view: View, looking: Looking): RawBuilder<boolean> => conditions[view](looking);

const conditions: Readonly<Record<View, (looking: Looking) => RawBuilder<boolean>>> = {
  unclaimed: ({ now }) => sql`state = 'waiting' and (claimed_by is null or claimed_until <= ${now})`,
  unread: () => sql`unread and state in ('waiting', 'being-answered')`,
  mine: ({ me, now }) =>
    sql`claimed_by = ${me || nobody} and claimed_until > ${now} and state in ('waiting', 'being-answered')`,
  'due-next': () => sql`state = 'waiting'`,
  'at-risk': ({ now }) =>
    sql`state in ('waiting', 'being-answered') and aim_at <= ${now.add({ minutes: SOON_MINUTES })}`,
  'not-sent': () => sql`trouble is not null`,
  'waiting-on-others': () => sql`state in ('with-department', 'waiting-on-them')`,
  law: () => sql`law_due_at is not null`,
  'answered-today': ({ today }) => sql`first_reply_at is not null and first_reply_at >= ${today}`,
};

/** What triage says somebody must be called for, and nobody has read. */
export const alarming = sql<boolean>`unread and state in ('waiting', 'being-answered') and tier = 'page'`;

/** The columns that order a view; each ends in the id, so that no two rows stand equal. */
export function orderOf(view: View): RawBuilder<unknown> {
  if (view === 'due-next') return sql`aim_at, id`;
  if (view === 'law') return sql`law_due_at, id`;
  if (view === 'answered-today') return sql`first_reply_at desc, id desc`;
  return sql`risk, aim_at, id`;
}

/** Where a page ended. */
export interface Mark {
  readonly risk: number;
  readonly at: Temporal.Instant;
  readonly id: string;
}

export function after(view: View, { risk, at, id }: Mark): RawBuilder<boolean> {
  if (view === 'due-next') return sql`(aim_at, id) > (${at}::timestamptz, ${id}::uuid)`;
  if (view === 'law') return sql`(law_due_at, id) > (${at}::timestamptz, ${id}::uuid)`;
  if (view === 'answered-today') return sql`(first_reply_at, id) < (${at}::timestamptz, ${id}::uuid)`;
  return sql`(risk, aim_at, id) > (${risk}::smallint, ${at}::timestamptz, ${id}::uuid)`;
}

/** A mark as it travels in an address. */
export const writeMark = ({ risk, at, id }: Mark): string => `${risk}.${at.epochNanoseconds / 1000n}.${id}`;

/** @returns undefined for anything that is no mark. */
export function readMark(text: string | undefined): Mark | undefined {
  const parts = /^([1-4])\.(\d{1,16})\.([0-9a-f-]{36})$/.exec(text ?? '');
  if (!parts?.[1] || !parts[2] || !parts[3]) return undefined;
  return {
    risk: Number(parts[1]),
    at: Temporal.Instant.fromEpochNanoseconds(BigInt(parts[2]) * 1000n),
    id: parts[3],
  };
}

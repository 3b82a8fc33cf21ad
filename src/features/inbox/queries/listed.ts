import { z } from 'zod';
import { holidaysOf } from '#calendar/statutory.ts';
import type { Policy } from '#policy/index.ts';
import { minutesLeft } from '../due.ts';
import { firstLetters } from '../fits.ts';
import { maskedText } from '../text-for.ts';
import type { Enquiry } from '../words.ts';
import { asTriageSeen, triageColumns, triageSeen } from './triage-seen.ts';

/** The columns that a list needs: never the whole row. */
export const listedColumns = [
  'id',
  'state',
  'version',
  'network',
  'account_name',
  'kind',
  'author_handle',
  'author_name',
  'text',
  'details',
  'erased_at',
  'risk',
  'received_at',
  'aim_at',
  'limit_at',
  'in_hours',
  'claimed_by',
  'claimed_until',
  'messages',
  'trouble',
  'changed_after_receipt',
  'first_reply_at',
  'due_department_at',
  'waiting_since',
  'law_clocks',
  'law_due_at',
  ...triageColumns,
] as const;

const lawClock = z.strictObject({
  id: z.string(),
  name: z.string().describe('What was asked for, in the policy’s words'),
  clock: z.string(),
  aimOn: z.iso.date().describe('The day to work to'),
  dueOn: z.iso.date().describe('The last day'),
  dueAt: z.iso.datetime(),
  holidays: z.string().nullable().describe('Whose bank holidays were counted; null where every day counts'),
  holidaysKnown: z.boolean(),
  endedAt: z.iso.datetime().nullable(),
});

export const listed = z.strictObject({
  id: z.uuid(),
  state: z.string(),
  version: z.int(),
  network: z.string(),
  account: z.string().describe('Our account, as people name it'),
  kind: z.string(),
  author: z.strictObject({ name: z.string(), handle: z.string() }),
  words: z.string().describe('The first words, with every detail of a person masked'),
  erasedAt: z.iso.datetime().nullable().describe('When its words were deleted'),
  risk: z.int().describe('How grave it is, 1 to 4: 1 is the gravest'),
  triage: triageSeen,
  receivedAt: z.iso.datetime(),
  aimAt: z.iso.datetime(),
  limitAt: z.iso.datetime(),
  inHours: z.boolean(),
  minutesLeft: z.number().describe('Working minutes to the aim; below nothing when late'),
  heldBy: z.string().nullable().describe('Who works on it now'),
  heldUntil: z.iso.datetime().nullable(),
  mine: z.boolean(),
  messages: z.int(),
  trouble: z.enum(['refused', 'unknown']).nullable(),
  changed: z.boolean(),
  firstReplyAt: z.iso.datetime().nullable(),
  departmentDueAt: z.iso.datetime().nullable(),
  waitingSince: z.iso.datetime().nullable(),
  lawClocks: z.array(lawClock).describe('Clocks of the law that it started'),
});
export type Listed = z.output<typeof listed>;

type Columns = Pick<Enquiry, (typeof listedColumns)[number]>;

const WORDS = 160;
const text = (at: Temporal.Instant | null): string | null => at && at.toString();

/** A row as lists and the API give it. @param names of people, by id. */
export function asListed(
  row: Columns,
  given: {
    readonly me: string;
    readonly now: Temporal.Instant;
    readonly policy: Policy;
    readonly names: ReadonlyMap<string, string>;
  },
): Listed {
  const { me, now, policy, names } = given;
  const held = row.claimed_by !== null && row.claimed_until !== null && isAfter(row.claimed_until, now);
  const next = row.state === 'with-department' && row.due_department_at ? row.due_department_at : row.aim_at;
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    network: row.network,
    account: row.account_name,
    kind: row.kind,
    author: { name: row.author_name, handle: row.author_handle },
    words: firstLetters(maskedText(row), WORDS),
    erasedAt: text(row.erased_at),
    risk: row.risk,
    triage: asTriageSeen(row, maskedText(row), policy),
    receivedAt: row.received_at.toString(),
    aimAt: row.aim_at.toString(),
    limitAt: row.limit_at.toString(),
    inHours: row.in_hours,
    minutesLeft: minutesLeft(policy, now, next),
    heldBy: held ? (names.get(row.claimed_by ?? '') ?? 'A colleague') : null,
    heldUntil: held ? text(row.claimed_until) : null,
    mine: held && row.claimed_by === me,
    messages: row.messages,
    trouble: row.trouble,
    changed: row.changed_after_receipt,
    firstReplyAt: text(row.first_reply_at),
    departmentDueAt: text(row.due_department_at),
    waitingSince: text(row.waiting_since),
    lawClocks: row.law_clocks.list.map((clock) => ({
      ...clock,
      holidays: clock.holidays === undefined ? holidaysOf(clock.clock) : clock.holidays,
      name: lawName(policy, clock.id),
    })),
  };
}

const lawName = (policy: Policy, id: string): string =>
  policy.value('inbox.clocks-of-law').clocks.find((clock) => clock.id === id)?.name ??
  id.replaceAll('-', ' ');

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0;

/** Ids of the people whose names a list needs. */
export const peopleIn = (rows: readonly Pick<Enquiry, 'claimed_by'>[]): string[] => [
  ...new Set(rows.flatMap((row) => (row.claimed_by === null ? [] : [row.claimed_by]))),
];

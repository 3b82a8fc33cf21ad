import { sql } from 'kysely';
import { statutoryClocks } from '#calendar/statutory-clocks.ts';
import { choices, need, type Reader } from '#kernel/need.ts';
import { currentSignposts, namesOf } from '#features/people/index.ts';
import type { EarlierMessage } from './conversation.ts';
import { firstLetters } from './fits.ts';
import { givenOutBy, type GivenOut } from './given-out.ts';
import { isRunning } from './law-clocks.ts';
import { suggestFor, type Suggested } from './suggest.ts';
import { leadOf } from './triage-reading.ts';
import { maskedText } from './text-for.ts';
import { otherChannels, type Enquiry, type InboxTables, type LawClock, type ReplyState } from './words.ts';

/** Whoever else is working on the enquiry now; undefined where nobody is, or where it is oneself. */
export interface Holder {
  readonly name: string;
  readonly until: Temporal.Instant;
}

const of = (read: Reader) => read.tables<InboxTables>();
const textOf = (row: Readonly<Record<string, unknown>> | undefined, column: string): string => {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
};

export const holder = need(async (read, { row, standing, now }): Promise<Holder | undefined> => {
  const [by, until] = [row?.['claimed_by'], row?.['claimed_until']];
  if (typeof by !== 'string' || !(until instanceof Temporal.Instant)) return undefined;
  const mine = standing.actor.kind === 'person' && standing.actor.id === by;
  if (mine || Temporal.Instant.compare(until, now) <= 0) return undefined;
  const names = await namesOf(read, [by]);
  return { name: names.get(by) ?? 'A colleague', until };
});

/** Earlier messages of the same conversation that a new one may belong to, in the order of their receipt. */
export const earlierMessages = need(async (read, { row }): Promise<readonly EarlierMessage[]> => {
  const states = ['waiting', 'being-answered', 'waiting-on-them'] as const;
  const rows = await of(read)
    .selectFrom('enquiries')
    .select(['id', 'state', 'aim_at', 'limit_at', 'in_hours'])
    .where('conversation', '=', textOf(row, 'conversation'))
    .where('id', '<>', textOf(row, 'id'))
    .where('state', 'in', states)
    .orderBy('received_at')
    .orderBy('id')
    .limit(20)
    .execute();
  return rows.flatMap((one) => {
    const state = states.find((known) => known === one.state);
    return state === undefined ? [] : [{ ...one, state }];
  });
});

/** Does a person post the replies to what this reply answers? */
export const byHandOf = need(async (read, { row }): Promise<boolean> => {
  const found = await of(read)
    .selectFrom('enquiries')
    .select('by_hand')
    .where('id', '=', textOf(row, 'enquiry'))
    .executeTakeFirst();
  return found?.by_hand === true;
});

/** Messages that are answered together with this one. */
export const followers = need(async (read, { row }): Promise<readonly { readonly id: string }[]> =>
  of(read)
    .selectFrom('enquiries')
    .select('id')
    .where('follows', '=', textOf(row, 'id'))
    .orderBy('received_at')
    .orderBy('id')
    .limit(200)
    .execute(),
);

/** Enquiries of the same author that wait for an answer, to which this one may belong. */
export const joinable = need(async (read, { row }) => {
  const rows = await of(read)
    .selectFrom('enquiries')
    .select(['id', 'network', 'text', 'details', 'author_handle', 'received_at', 'aim_at', 'limit_at'])
    .where('author_handle', '=', textOf(row, 'author_handle'))
    .where('state', '=', 'waiting')
    .where('held', '=', false)
    .where('id', '<>', textOf(row, 'id'))
    .orderBy('received_at')
    .limit(20)
    .execute();
  return choices(
    rows.map((one) => ({
      ...one,
      name: `${one.author_handle} on ${one.network}: ${firstLetters(maskedText(one), 80)}`,
    })),
  );
});

/** Was this enquiry ever answered, and how? Kinds of the replies that went out. */
export const sentKinds = need(async (read, { row }): Promise<ReadonlySet<string>> => {
  const rows = await of(read)
    .selectFrom('replies')
    .select('kind')
    .distinct()
    .where('enquiry', '=', textOf(row, 'id'))
    .where('state', '=', 'sent')
    .execute();
  return new Set(rows.map((one) => one.kind));
});

/** How the replies to this enquiry stand now: whether one is on its way, or was refused. */
export const replyStates = need(async (read, { row }): Promise<ReadonlySet<ReplyState>> => {
  const rows = await of(read)
    .selectFrom('replies')
    .select('state')
    .distinct()
    .where('enquiry', '=', textOf(row, 'id'))
    .execute();
  return new Set(rows.map((one) => one.state));
});

/** Where something may have been said: the networks that the policy names, and ways that are no network. */
export const placesToCapture = need(async (_, { policy }) =>
  choices([
    ...policy.value('register.networks').networks.map(({ id, name }) => ({ id, name })),
    ...Object.entries(otherChannels).map(([id, name]) => ({ id, name })),
  ]),
);

/** Kinds of message that the policy takes in, in its own words. */
export const kindsToCapture = need(async (_, { policy }) => choices(policy.value('inbox.kinds').kinds));

/** For what the public may flag something, and how grave each is. */
export const flagReasons = need(async (_, { policy }) => choices(policy.value('inbox.flag').reasons));

/** The ways in which the policy lets an enquiry end. */
export const closeReasons = need(async (_, { policy }) =>
  choices(policy.value('inbox.close-with-reason').reasons),
);

/** Why an enquiry may need no reply. */
export const noReplyReasons = need(async (_, { policy }) =>
  choices(policy.value('inbox.no-reply-reasons').reasons),
);

/**
 * Enquiries that this very transaction has just let the person answer. A reply is kept only together with its
 * enquiry's own step, where claim, state and length were checked; by itself it finds nothing here.
 */
export const answeredInThisAct = need(async (read, { standing }) => {
  if (standing.actor.kind !== 'person') return [];
  return of(read)
    .selectFrom('enquiries')
    .select(['id', 'by_hand'])
    .where('claimed_by', '=', standing.actor.id)
    .where(sql<boolean>`xmin::text = pg_current_xact_id_if_assigned()::xid::text`)
    .execute();
});

/** The signpost directory, with those first to which this message points. */
export const suggestedSignposts = need(async (read, asked) => {
  const { list } = await currentSignposts.load(read, asked);
  return choices<Suggested>(suggestFor(textOf(asked.row, 'text'), list, leadOf(asked.row, asked.policy)));
});

/** Clocks of the law that this message may still start, as the policy names them. */
export const lawClocksToStart = need(async (_, { row, policy }) => {
  const started = new Set(lawClocksOf(row).map((clock) => clock.id));
  const { clocks } = policy.value('inbox.clocks-of-law');
  return choices(
    clocks
      .filter((clock) => !started.has(clock.id))
      .map((clock) => ({ ...clock, hint: statutoryClocks[clock.clock].title })),
  );
});

/** Clocks of the law that run for this message. */
export const lawClocksRunning = need(async (_, { row, policy }) => {
  const { clocks } = policy.value('inbox.clocks-of-law');
  const running = lawClocksOf(row).filter(isRunning);
  return choices(
    running.map(({ id, clock, dueOn }) => ({
      id,
      name: clocks.find((one) => one.id === id)?.name ?? id,
      hint: `${statutoryClocks[clock].title}, by ${dueOn}`,
    })),
  );
});

// The row of an enquiry is read as it was written: its column holds these and nothing else.
const lawClocksOf = (row: Readonly<Record<string, unknown>> | undefined): readonly LawClock[] =>
  (row as Pick<Enquiry, 'law_clocks'> | undefined)?.law_clocks.list ?? [];

/** With which reasons something that the checks pointed out may stay. */
export const reasonsToStay = need(async (_, { policy }) =>
  choices(policy.value('inbox.checked-replies').reasons),
);

/** With which reasons somebody’s details may go into a reply all the same. */
export const reasonsForDetails = need(async (_, { policy }) =>
  choices(policy.value('inbox.details-in-replies').reasons),
);

/** Why somebody may want to see what is masked. */
export const revealReasons = need(async (_, { policy }) => choices(policy.value('details.masked').reasons));

/** Everything that we ourselves wrote to or about a message. */
export const ownWords = need(async (read, { row }) => {
  const id = textOf(row, 'id');
  const [replies, notes] = await Promise.all([
    of(read)
      .selectFrom('replies')
      .select(['id', 'state', 'text'])
      .where('enquiry', '=', id)
      .orderBy('id')
      .execute(),
    of(read)
      .selectFrom('enquiry_notes')
      .select(['id', 'text'])
      .where('enquiry', '=', id)
      .orderBy('id')
      .execute(),
  ]);
  return { replies, notes };
});

/** What the directory gives out: its numbers and pages are ours to repeat, and nobody’s own. */
export const givenOut = need(async (read, asked): Promise<GivenOut> => {
  const { list } = await currentSignposts.load(read, asked);
  return givenOutBy(list);
});

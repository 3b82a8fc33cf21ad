import { sql } from 'kysely';
import type { Reader } from '#kernel/need.ts';
import type { Policy } from '#policy/index.ts';
import { openStates, type HandOver, type HandOverTables } from './words.ts';

/** What whoever holds a link may be shown. Never a question: only the door of the links and the worker read it. */
export type Linked = Pick<
  HandOver,
  | 'id'
  | 'state'
  | 'kind'
  | 'receiver'
  | 'reason'
  | 'due_at'
  | 'received_at'
  | 'asked_back'
  | 'kinds_of_details'
  | 'basis'
  | 'policy'
> & {
  readonly content: string | null;
  readonly more: string | null;
  /** True for a link that was pressed before. */
  readonly pressed: boolean;
};

/**
 * What this link opens now: nothing where it is wrong, ended, taken back, or pressed so long ago that it counts as
 * used up. A question is opened again and again until it is answered, details only for the policy's minutes.
 */
export async function openedBy(
  read: Reader,
  digest: string,
  { now, policy }: { readonly now: Temporal.Instant; readonly policy: Policy },
): Promise<Linked | undefined> {
  const { openMinutes } = policy.value('handover.link');
  return read
    .tables<HandOverTables>()
    .selectFrom('hand_over_links')
    .innerJoin('hand_overs', 'hand_overs.id', 'hand_over_links.hand_over')
    .select([
      'hand_overs.id',
      'hand_overs.state',
      'hand_overs.kind',
      'hand_overs.receiver',
      'hand_overs.reason',
      'hand_overs.due_at',
      'hand_overs.received_at',
      'hand_overs.asked_back',
      'hand_overs.kinds_of_details',
      'hand_overs.basis',
      'hand_overs.policy',
      sql<string | null>`hand_overs.content`.as('content'),
      sql<string | null>`hand_overs.more`.as('more'),
      sql<boolean>`hand_over_links.opened_at is not null`.as('pressed'),
    ])
    .where('hand_over_links.token_digest', '=', digest)
    .where('hand_over_links.ends_at', '>', now)
    .whereRef('hand_over_links.created_at', '>=', 'hand_overs.links_from')
    .where('hand_overs.state', 'in', openStates)
    .where((is) =>
      is.or([
        is('hand_overs.kind', '=', 'question'),
        is('hand_over_links.opened_at', 'is', null),
        is('hand_over_links.opened_at', '>', now.subtract({ minutes: openMinutes })),
      ]),
    )
    .executeTakeFirst();
}

/** What a link opened that is over now: so that the second press of a button finds the answer of the first. */
export async function usedUp(
  read: Reader,
  digest: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await read
    .tables<HandOverTables>()
    .selectFrom('hand_over_links')
    .innerJoin('hand_overs', 'hand_overs.id', 'hand_over_links.hand_over')
    .select('hand_overs.id')
    .where('hand_over_links.token_digest', '=', digest)
    .where('hand_over_links.ends_at', '>', now)
    .whereRef('hand_over_links.created_at', '>=', 'hand_overs.links_from')
    .where('hand_overs.state', 'not in', openStates)
    .executeTakeFirst();
  return row?.id;
}

/** What the worker needs to write a letter: where to, and nothing of what it is about. */
export interface LetterToWrite {
  readonly id: string;
  readonly to: string | undefined;
  readonly kind: HandOver['kind'];
  readonly due: Temporal.Instant | null;
}

/** The letter that is to go now; undefined where nothing is asked of anybody any more. */
export async function letterToWrite(read: Reader, id: string): Promise<LetterToWrite | undefined> {
  const row = await read
    .tables<HandOverTables>()
    .selectFrom('hand_overs')
    .select(['id', 'kind', 'addresses', 'asked', 'due_at'])
    .where('id', '=', id)
    .where('state', 'in', openStates)
    .executeTakeFirst();
  return row && { id: row.id, kind: row.kind, due: row.due_at, to: row.addresses.list[row.asked] };
}

/** What was handed over, sealed, for those of ours who may look at it. */
export async function sealedCopy(read: Reader, id: string): Promise<string | undefined> {
  const row = await read
    .tables<HandOverTables>()
    .selectFrom('hand_overs')
    .select(sql<string | null>`content`.as('content'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ?? undefined;
}

/** The message as it stood when it was escalated, sealed, for those who may look at it. */
export async function sealedEvidence(read: Reader, id: string): Promise<string | undefined> {
  const row = await read
    .tables<HandOverTables>()
    .selectFrom('escalations')
    .select(sql<string>`evidence`.as('evidence'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.evidence;
}

/** Who is to be told that a worry was brought to them; undefined where somebody has taken it meanwhile. */
export async function personToTell(read: Reader, escalation: string): Promise<string | undefined> {
  const row = await read
    .tables<HandOverTables>()
    .selectFrom('escalations')
    .select('asked_now')
    .where('id', '=', escalation)
    .where('state', '=', 'raised')
    .executeTakeFirst();
  return row?.asked_now;
}

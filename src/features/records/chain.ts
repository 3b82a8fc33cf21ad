import { sql } from 'kysely';
import { need } from '#kernel/need.ts';

/** What a check of the chain found. */
export interface Chain {
  readonly entries: number;
  readonly head: string;
  /** The first entry that does not fit, or the one that is missing at the end; null where all fit. */
  readonly firstBad: number | null;
}

interface Found {
  readonly entries: number;
  readonly bad: number | null;
  readonly last: number;
  readonly hash: string;
  readonly head: number;
  readonly head_hash: string;
}

/**
 * Checks every link where the entries lie, in one statement: numbers without a gap, each hash made anew from the hash
 * before it and the text, each searched column beside the text that was hashed, and the head at the last entry.
 */
export const chain = need<Chain>(async (read) => {
  const { rows } = await sql<Found>`
    with linked as (
      select sequence, hash,
        sequence <> coalesce(lag(sequence) over places, 0) + 1
        or previous <> coalesce(lag(hash) over places, repeat('0', 64))
        or hash <> encode(sha256(convert_to(previous || E'\n' || entry, 'UTF8')), 'hex')
        or (entry::jsonb ->> 'id', entry::jsonb ->> 'actor', entry::jsonb ->> 'command', entry::jsonb ->> 'kind',
            entry::jsonb ->> 'row', entry::jsonb ->> 'rule', entry::jsonb ->> 'clause', entry::jsonb ->> 'policy')
          is distinct from (id::text, actor, command, kind, row_id::text, rule, clause, policy)
        or date_trunc('milliseconds', (entry::jsonb ->> 'at')::timestamptz) <> date_trunc('milliseconds', at) as bad
      from audit_entries where sequence is not null
      window places as (order by sequence)
    )
    select
      (select count(*)::int from linked) as entries,
      (select min(sequence)::float8 from linked where bad) as bad,
      coalesce((select max(sequence)::float8 from linked), 0) as last,
      coalesce((select hash from linked order by sequence desc limit 1), repeat('0', 64)) as hash,
      (select sequence::float8 from audit_head) as head,
      (select hash from audit_head) as head_hash
  `.execute(read.tables());
  const [found] = rows;
  if (!found) throw new Error('The chain could not be read');
  return { entries: found.entries, head: found.hash, firstBad: firstBadOf(found) };
});

/** The links themselves, then their end: a tail that was cut off leaves the head behind. */
function firstBadOf({ bad, last, hash, head, head_hash: headHash }: Found): number | null {
  if (bad !== null) return bad;
  return last === head && hash === headHash ? null : Math.min(last, head) + 1;
}

import { sql } from 'kysely';
import { choices, need, type Option } from '#kernel/need.ts';
import type { HandOverLink, HandOverTables } from './words.ts';

/** Hand-overs that this very transaction has just let somebody make a link for. */
export const linksMadeInThisAct = need(async (read): Promise<readonly string[]> => {
  const rows = await read
    .tables<HandOverTables>()
    .selectFrom('hand_overs')
    .select('id')
    .where(sql<boolean>`xmin::text = pg_current_xact_id_if_assigned()::xid::text`)
    .execute();
  return rows.map(({ id }) => id);
});

/** Links to this that nobody has pressed yet. */
export const unopenedLinks = need(
  async (read, { row }): Promise<readonly Pick<HandOverLink, 'id' | 'token_digest'>[]> =>
    read
      .tables<HandOverTables>()
      .selectFrom('hand_over_links')
      .select(['id', 'token_digest'])
      .where('hand_over', '=', String(row?.['id']))
      .where('state', '=', 'made')
      .execute(),
);

export interface PartnerChoice extends Option {
  readonly lettersTo: string;
  readonly mayReceive: readonly string[];
  readonly checkedOn: Temporal.PlainDate;
}

/** Partners with whom something may be shared. */
export const partners = need(async (read) => {
  const rows = await read
    .tables<HandOverTables>()
    .selectFrom('partners')
    .select(['id', 'name', 'contact', 'letters_to', 'may_receive', 'checked_on'])
    .where('state', '=', 'active')
    .orderBy('name')
    .limit(500)
    .execute();
  return choices<PartnerChoice>(
    rows.map((row) => ({
      id: row.id,
      name: row.name,
      hint: row.contact,
      lettersTo: row.letters_to,
      mayReceive: row.may_receive.list,
      checkedOn: row.checked_on,
    })),
  );
});

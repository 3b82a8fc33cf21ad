import { sql } from 'kysely';
import { need } from '#kernel/need.ts';
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

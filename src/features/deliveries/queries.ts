import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { delivery, seers } from './lifecycle.ts';
import { reasons, type DeliveryTables } from './words.ts';

const MOST = 100;

/** What could not be read, and what waits. Nothing of what any of it says. */
export const standing = question('deliveries.state', {
  about: 'Lists what other systems handed in and could not be read, and says how many deliveries wait.',
  askers: seers,
  input: form({}),
  output: z.object({
    waiting: z.int(),
    setAside: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        account: z.uuid(),
        accountName: z.string(),
        came: z.string(),
        wipedAt: z.string(),
        why: z.enum(Object.keys(reasons) as [keyof typeof reasons]),
      }),
    ),
  }),
  async read({ tables, seen }) {
    const [rows, waiting] = await Promise.all([
      tables<DeliveryTables>()
        .selectFrom('deliveries')
        .select(['id', 'version', 'account', 'account_name', 'created_at', 'why', 'wipe_at'])
        .where(seen(delivery))
        .where('state', '=', 'set-aside')
        .orderBy('wipe_at')
        .orderBy('id')
        .limit(MOST)
        .execute(),
      tables<DeliveryTables>()
        .selectFrom('deliveries')
        .select((is) => is.fn.countAll<string>().as('count'))
        .where(seen(delivery))
        .where('state', '=', 'kept')
        .executeTakeFirstOrThrow(),
    ]);
    return {
      waiting: Number(waiting.count),
      setAside: rows.map(
        ({ account_name: accountName, created_at: came, why, wipe_at: wipedAt, ...row }) => ({
          ...row,
          accountName,
          came: came.toString(),
          wipedAt: wipedAt?.toString() ?? '',
          why: why ?? 'fault',
        }),
      ),
    };
  },
});

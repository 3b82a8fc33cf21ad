import type { Timer } from '#kernel/room.ts';
import { wipe } from './commands/read.ts';
import type { DeliveryTables } from './words.ts';

export const timers: readonly Timer[] = [
  {
    name: 'wipe-set-aside',
    everySeconds: 3600,
    perform: wipe,
    due: async (read, now) => {
      const rows = await read
        .tables<DeliveryTables>()
        .selectFrom('deliveries')
        .select('id')
        .where('state', '=', 'set-aside')
        .where('wipe_at', '<=', now)
        .orderBy('wipe_at')
        .limit(500)
        .execute();
      return rows.map((row) => row.id);
    },
  },
];

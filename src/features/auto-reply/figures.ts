import type { Figure } from '#kernel/room.ts';
import type { AutoReplyTables } from './words.ts';

export const figures: readonly Figure[] = [
  {
    rule: 'auto-reply.send',
    name: 'Automatic replies',
    async read(read, { from, to }) {
      const { of, closed } = await read
        .tables<AutoReplyTables>()
        .selectFrom('automatic_replies')
        .select((make) => [
          make.fn.countAll<number>().as('of'),
          make.fn.countAll<number>().filterWhere('form', '<>', 'open').as('closed'),
        ])
        .where('created_at', '>=', from)
        .where('created_at', '<', to)
        .executeTakeFirstOrThrow();
      const count = of;
      return {
        value: count === 0 ? null : count,
        unit: 'count',
        of: count,
        sentence:
          count === 0
            ? 'Nobody was answered by itself in this time.'
            : `People answered by itself: ${count}, of them while we were closed: ${closed}.`,
      };
    },
  },
];

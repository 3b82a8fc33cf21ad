import { room } from '#kernel/room.ts';
import { begin } from './commands/begin.ts';
import { checkPasted, recordPasted } from './commands/pasted.ts';
import { figures } from './figures.ts';
import { automaticReply, pastedText } from './lifecycle.ts';
import { shown } from './queries.ts';
import { reactions } from './reactions.ts';

export const autoReply = room({
  name: 'auto-reply',
  title: 'Automatic reply',
  lifecycles: [automaticReply, pastedText],
  commands: [begin, recordPasted, checkPasted],
  questions: [shown],
  reactions,
  figures,
  migrations: 'src/features/auto-reply/migrations',
});

import { room } from '#kernel/room.ts';
import { agree, lookAgain, withdraw } from './commands/agree.ts';
import { change, propose } from './commands/words.ts';
import { savedReply } from './lifecycle.ts';
import { all, one } from './queries.ts';

export const savedReplies = room({
  name: 'saved-replies',
  title: 'Saved replies',
  lifecycles: [savedReply],
  commands: [propose, agree, lookAgain, withdraw, change],
  questions: [all, one],
  migrations: 'src/features/saved-replies/migrations',
});

export { readyReplies, type ReadyReply } from './needs.ts';
export { agree, propose, savedReply };

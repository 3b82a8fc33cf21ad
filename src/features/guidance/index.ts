import { room } from '#kernel/room.ts';
import { beforePosting } from './guidance-query.ts';

export const guidance = room({
  name: 'guidance',
  title: 'Check before you post',
  questions: [beforePosting],
});

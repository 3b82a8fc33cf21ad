import type { Reaction } from '#kernel/room.ts';
import { confirmSignpost } from './commands/directory.ts';

/** Whoever used a stale entry said that they had checked it: the directory takes that in. */
export const reactions: readonly Reaction[] = [
  {
    on: 'inbox.signpost-rechecked',
    perform: confirmSignpost,
    from: async (ids) =>
      typeof ids['signpost'] === 'string' ? { id: ids['signpost'], input: {} } : undefined,
  },
];

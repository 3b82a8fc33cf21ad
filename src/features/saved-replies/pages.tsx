import type { Pages } from '#screens/index.ts';
import { readers } from './lifecycle.ts';
import { savedRepliesPage, savedReplyPage } from './views/saved-replies.tsx';

export { savedRepliesToday } from './views/today.tsx';

export const savedRepliesPages: Pages = {
  room: 'saved-replies',
  pages: [
    {
      path: '/saved-replies',
      title: 'Saved replies',
      place: 'inbox',
      askers: readers,
      view: savedRepliesPage,
    },
    {
      path: '/saved-replies/:id',
      title: 'Saved reply',
      place: 'inbox',
      askers: readers,
      view: savedReplyPage,
    },
  ],
};

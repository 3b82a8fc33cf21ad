import type { Pages } from '#screens/index.ts';
import { readers } from './lifecycle.ts';
import { automaticReplyPage } from './views/automatic-reply.tsx';

export const autoReplyPages: Pages = {
  room: 'auto-reply',
  pages: [
    {
      path: '/automatic-reply',
      title: 'Automatic reply',
      place: 'inbox',
      askers: readers,
      view: automaticReplyPage,
    },
  ],
};

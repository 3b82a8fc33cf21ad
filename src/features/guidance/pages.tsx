import type { Pages } from '#screens/index.ts';
import { checkPage } from './views/check.tsx';

export const guidancePages: Pages = {
  room: 'guidance',
  pages: [
    {
      path: '/check',
      title: 'Check before you post',
      place: 'check',
      askers: 'public',
      view: checkPage,
      script: 'check',
      sendsNothing: true,
    },
  ],
};

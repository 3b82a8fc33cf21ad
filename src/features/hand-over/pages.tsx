import type { Pages } from '#screens/index.ts';
import { readers } from './lifecycle.ts';
import { besideEnquiry } from './views/beside.tsx';
import { listPage } from './views/list.tsx';
import { handOverPage } from './views/one.tsx';

export { handOversToday } from './views/beside.tsx';

export const handOverPages: Pages = {
  room: 'hand-over',
  pages: [
    {
      path: '/hand-overs',
      title: 'Hand-overs',
      place: 'inbox',
      askers: readers,
      view: listPage,
      live: ['hand-over'],
    },
    {
      path: '/hand-overs/:id',
      title: 'What was handed over',
      place: 'inbox',
      askers: readers,
      view: handOverPage,
      live: ['hand-over'],
    },
  ],
  panels: { enquiry: besideEnquiry },
};

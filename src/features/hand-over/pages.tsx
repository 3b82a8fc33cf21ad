import { role } from '#kernel/party.ts';
import type { Pages } from '#screens/index.ts';
import { readers } from './lifecycle.ts';
import { besideEnquiry } from './views/beside.tsx';
import { escalationPage } from './views/escalation.tsx';
import { listPage } from './views/list.tsx';
import { handOverPage } from './views/one.tsx';
import { partnersPage } from './views/partners.tsx';

export { escalationsToday } from './views/escalation.tsx';
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
    {
      path: '/escalations/:id',
      title: 'A worry',
      place: 'duty',
      askers: [role('staff')],
      view: escalationPage,
      live: ['escalation'],
    },
    { path: '/partners', title: 'Partners', place: 'inbox', askers: readers, view: partnersPage },
  ],
  panels: { enquiry: besideEnquiry },
};

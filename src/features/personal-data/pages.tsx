import type { Pages } from '#screens/index.ts';
import { overseers } from './lifecycle.ts';
import { heldNow } from './queries.ts';
import { holdPage, holdsPage } from './views/holds.tsx';
import { overviewPage } from './views/overview.tsx';
import { detailsPanel } from './views/panel.tsx';
import { removalPage } from './views/removal.tsx';

export { personalDataToday } from './views/today.tsx';

export const personalDataPages: Pages = {
  room: 'personal-data',
  pages: [
    {
      path: '/personal-data',
      title: 'Personal data',
      place: 'inbox',
      askers: overseers,
      view: overviewPage,
      live: ['removal'],
    },
    {
      path: '/personal-data/holds',
      title: 'Holds',
      place: 'inbox',
      askers: heldNow.askers,
      view: holdsPage,
      live: ['hold'],
    },
    {
      path: '/personal-data/holds/:id',
      title: 'A hold',
      place: 'inbox',
      askers: heldNow.askers,
      view: holdPage,
      live: ['hold'],
    },
    {
      path: '/personal-data/:id',
      title: 'Somebody’s details',
      place: 'inbox',
      askers: overseers,
      view: removalPage,
      live: ['removal', 'hold'],
    },
  ],
  panels: { enquiry: detailsPanel },
};

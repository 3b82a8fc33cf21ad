import type { Pages } from '#screens/index.ts';
import { seers } from './lifecycle.ts';
import { deliveriesPage } from './views/state.tsx';

export { deliveriesToday } from './views/state.tsx';

export const deliveriesPages: Pages = {
  room: 'deliveries',
  pages: [
    {
      path: '/deliveries',
      title: 'Deliveries from other systems',
      place: 'accounts',
      askers: seers,
      view: deliveriesPage,
    },
  ],
};

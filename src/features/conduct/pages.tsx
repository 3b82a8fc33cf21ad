import type { Pages } from '#screens/index.ts';
import { readers } from './lifecycle.ts';
import { houseRulesPage } from './views/house-rules.tsx';
import { measureMaking } from './views/making.tsx';
import { measureContext, measurePage } from './views/measure.tsx';
import { openPage } from './views/open.tsx';
import { conductPanel } from './views/panel.tsx';

export { conductToday } from './views/open.tsx';

export const conductPages: Pages = {
  room: 'conduct',
  pages: [
    {
      path: '/conduct',
      title: 'Conduct under our posts',
      place: 'inbox',
      askers: readers,
      view: openPage,
      live: ['measure'],
    },
    {
      path: '/conduct/:id',
      title: 'A measure',
      place: 'inbox',
      askers: readers,
      view: measurePage,
      live: ['measure'],
    },
    { path: '/house-rules', title: 'House rules', place: 'policy', askers: 'public', view: houseRulesPage },
  ],
  contexts: { measure: measureContext },
  makings: { measure: measureMaking },
  panels: { enquiry: conductPanel },
};

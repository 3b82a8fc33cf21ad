import { role } from '#kernel/party.ts';
import type { Pages } from '#screens/index.ts';
import { searchers, takers } from './lifecycle.ts';
import { exportFile, exportPage } from './views/export.tsx';
import { historyPage } from './views/history.tsx';
import { trailTable } from './views/table-file.ts';
import { trailPage, trailWrong } from './views/trail.tsx';
import { oneOf } from './words.ts';

export const recordsPages: Pages = {
  room: 'records',
  pages: [
    {
      path: '/records',
      title: 'Audit trail',
      place: 'records',
      askers: searchers,
      view: trailPage,
      wrong: trailWrong,
    },
    {
      path: '/records/exports/:id',
      title: 'A copy of the trail',
      place: 'records',
      askers: takers,
      view: exportPage,
    },
    {
      path: '/records/:kind/:id',
      title: ({ params }) => `Everything that was done to ${oneOf(params['kind'] ?? '')}`,
      place: 'records',
      askers: [role('staff')],
      view: historyPage,
    },
  ],
  downloads: [
    { path: '/records/trail.csv', askers: searchers, file: trailTable },
    { path: '/records/exports/:id/trail.jsonl', askers: takers, file: exportFile },
  ],
};

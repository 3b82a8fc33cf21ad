import type { Pages } from '#screens/index.ts';
import { noteReaders, rotaReaders } from './rota/lifecycle.ts';
import { fairnessPage, fairnessWrong } from './views/rota-fairness.tsx';
import { monthPage } from './views/rota-month.tsx';
import { noteContext, notePage } from './views/rota-note.tsx';
import { shiftPage } from './views/rota-shift.tsx';
import { rotaPage } from './views/rota.tsx';

export { onCallStatus, onCallToday } from './views/rota-today.tsx';

export const onCallPages: Pages = {
  room: 'on-call',
  pages: [
    {
      path: '/duty',
      title: 'Duty',
      place: 'duty',
      askers: rotaReaders,
      view: rotaPage,
      live: ['shift', 'swap', 'handover-note', 'test-page'],
    },
    { path: '/duty/month', title: 'Rota by month', place: 'duty', askers: rotaReaders, view: monthPage },
    {
      path: '/duty/fairness',
      title: 'How being on call is shared out',
      place: 'duty',
      askers: rotaReaders,
      view: fairnessPage,
      wrong: fairnessWrong,
    },
    { path: '/duty/shifts/:id', title: 'A shift', place: 'duty', askers: rotaReaders, view: shiftPage },
    { path: '/duty/notes/:id', title: 'Handover note', place: 'duty', askers: noteReaders, view: notePage },
  ],
  contexts: { 'handover-note': noteContext },
};

import type { Pages } from '#screens/index.ts';
import { role } from '#kernel/party.ts';
import { answerers, pageReaders } from './paging/lifecycle.ts';
import { noteReaders, rotaReaders } from './rota/lifecycle.ts';
import { contactPage } from './views/page-contact.tsx';
import { dangerPage, dangerPanel, toldPage } from './views/page-danger.tsx';
import { reportPage, reportWrong } from './views/page-report.tsx';
import { pageContext, pagePage } from './views/page.tsx';
import { fairnessPage, fairnessWrong } from './views/rota-fairness.tsx';
import { monthPage } from './views/rota-month.tsx';
import { noteContext, notePage } from './views/rota-note.tsx';
import { shiftPage } from './views/rota-shift.tsx';
import { rotaPage } from './views/rota.tsx';

export { pagesToday } from './views/page-list.tsx';
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
    {
      path: '/duty/pages/:id',
      title: 'Look now',
      place: 'duty',
      askers: pageReaders,
      view: pagePage,
      live: ['page', 'page-message'],
    },
    {
      path: '/duty/report',
      title: 'Report of the night',
      place: 'duty',
      askers: pageReaders,
      view: reportPage,
      wrong: reportWrong,
    },
    {
      path: '/duty/contact',
      title: 'How you are reached',
      place: 'duty',
      askers: answerers,
      view: contactPage,
    },
    { path: '/danger', title: 'Somebody is in danger', askers: [role('staff')], view: dangerPage },
    { path: '/danger/told', title: 'The director is told', askers: [role('staff')], view: toldPage },
  ],
  contexts: { 'handover-note': noteContext, page: pageContext },
  panels: { enquiry: dangerPanel },
};

import { role } from '#kernel/party.ts';
import type { Pages } from '#screens/index.ts';
import { handlers, overseers, readers } from './lifecycle.ts';
import { dayPage } from './views/day.tsx';
import { enquiryContext, enquiryPage } from './views/enquiry.tsx';
import { flagForm } from './views/flag.tsx';
import { listPage } from './views/list.tsx';
import { morningPage, samplePage } from './views/queues.tsx';
import { replyPage } from './views/reply.tsx';
import { overTriage } from './triage-lifecycle.ts';
import { toAgreePage } from './views/to-agree.tsx';
import { timesPage } from './views/times.tsx';
import { marksFile, triagePage } from './views/triage.tsx';

export { inboxToday } from './views/queues.tsx';

export const inboxPages: Pages = {
  room: 'inbox',
  pages: [
    { path: '/inbox', title: 'Inbox', place: 'inbox', askers: readers, view: listPage, live: ['enquiry'] },
    {
      path: '/inbox/morning',
      title: 'Morning list',
      place: 'inbox',
      askers: readers,
      view: morningPage,
      live: ['enquiry'],
    },
    { path: '/inbox/day', title: 'Who was looking', place: 'inbox', askers: overseers, view: dayPage },
    { path: '/inbox/times', title: 'Answering times', place: 'inbox', askers: readers, view: timesPage },
    {
      path: '/inbox/to-agree',
      title: 'To agree',
      place: 'inbox',
      askers: handlers,
      view: toAgreePage,
      live: ['reply'],
    },
    {
      path: '/inbox/sample',
      title: 'Second look',
      place: 'inbox',
      askers: [role('senior-manager'), role('director')],
      view: samplePage,
    },
    {
      path: '/inbox/triage',
      title: 'How triage does',
      place: 'inbox',
      askers: overTriage,
      view: triagePage,
    },
    {
      path: '/inbox/replies/:id',
      title: 'A reply of ours',
      place: 'inbox',
      askers: readers,
      view: replyPage,
      live: ['reply'],
    },
    {
      path: '/inbox/:id',
      title: 'Enquiry',
      place: 'inbox',
      askers: readers,
      view: enquiryPage,
      live: ['enquiry', 'reply'],
    },
  ],
  downloads: [{ path: '/inbox/triage/marks.jsonl', askers: overTriage, file: marksFile }],
  publicForms: [flagForm],
  contexts: { enquiry: enquiryContext },
};

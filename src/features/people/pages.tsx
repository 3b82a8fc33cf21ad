import { role } from '#kernel/party.ts';
import type { PageContext, Pages } from '#screens/index.ts';
import { overseers } from './everybody.ts';
import { acknowledgedShare } from './queries.ts';
import { reviewSight } from './lifecycle.ts';
import { AccessToday, accessReviewPage } from './views/access-review.tsx';
import { directoryPage } from './views/directory.tsx';
import { peoplePage, personPage } from './views/people.tsx';
import { DutiesToday, dutiesPage, sharePage } from './views/policy-read.tsx';

const everyone = [role('staff')] as const;

/** What concerns people that needs whoever looks at the page of today. Null where nothing does. */
export async function peopleToday(context: PageContext) {
  const parts = [await DutiesToday(context), await AccessToday(context)];
  return parts.every((part) => part === null) ? null : (
    <>
      {parts[0]}
      {parts[1]}
    </>
  );
}

export const peoplePages: Pages = {
  room: 'people',
  pages: [
    {
      path: '/people',
      title: 'People',
      place: 'people',
      askers: overseers,
      view: peoplePage,
      live: ['person'],
    },
    {
      path: '/people/read',
      title: 'Who has read the policy',
      place: 'people',
      askers: acknowledgedShare.askers,
      view: sharePage,
    },
    {
      path: '/people/access-review',
      title: 'Who has access',
      place: 'people',
      askers: reviewSight,
      view: accessReviewPage,
      live: ['access-review', 'access-check', 'grant'],
    },
    { path: '/people/:id', title: 'A person', place: 'people', askers: everyone, view: personPage },
    { path: '/directory', title: 'Directory', place: 'people', askers: everyone, view: directoryPage },
    { path: '/my-duties', title: 'My duties', askers: everyone, view: dutiesPage },
  ],
};

import { role } from '#kernel/party.ts';
import type { Pages } from '#screens/index.ts';
import { asOfPage, asOfWrong } from './views/as-of.tsx';
import { clausePage } from './views/clause.tsx';
import { coveragePage } from './views/coverage.tsx';
import { documentPage } from './views/document.tsx';
import { findingsPage } from './views/findings.tsx';
import { searchPage, searchWrong } from './views/search.tsx';

const staff = [role('staff')] as const;
const place = 'policy';

export const assurancePages: Pages = {
  room: 'assurance',
  pages: [
    { path: '/policy', title: 'Policy', place, askers: 'public', view: documentPage },
    { path: '/policy/as-of', title: 'Versions', place, askers: 'public', view: asOfPage, wrong: asOfWrong },
    {
      path: '/policy/search',
      title: 'Search the policy',
      place,
      askers: 'public',
      view: searchPage,
      wrong: searchWrong,
    },
    { path: '/policy/coverage', title: 'How each clause is kept', place, askers: staff, view: coveragePage },
    {
      path: '/policy/findings',
      title: 'Findings about the document',
      place,
      askers: staff,
      view: findingsPage,
    },
    {
      path: '/policy/:clause',
      title: ({ params }) => `Clause ${params['clause'] ?? ''}`,
      place,
      askers: 'public',
      view: clausePage,
    },
  ],
};

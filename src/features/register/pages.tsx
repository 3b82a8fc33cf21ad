import { role } from '#kernel/party.ts';
import type { Pages } from '#screens/index.ts';
import { accountPage, accountsPage } from './views/accounts.tsx';
import { oursPage } from './views/ours.tsx';

const staff = [role('staff')] as const;

export const registerPages: Pages = {
  room: 'register',
  pages: [
    {
      path: '/accounts',
      title: 'Accounts',
      place: 'accounts',
      askers: staff,
      view: accountsPage,
      live: ['account'],
    },
    { path: '/accounts/:id', title: 'Account', place: 'accounts', askers: staff, view: accountPage },
    {
      path: '/our-accounts',
      title: 'Is this account ours?',
      place: 'accounts',
      askers: 'public',
      view: oursPage,
    },
  ],
};

import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, self, system } from '#kernel/party.ts';
import type {
  Acknowledgement,
  Department,
  GivenRole,
  Identity,
  Person,
  SignpostEntry,
  Team,
} from './words.ts';

/** Who looks after people and their access. */
export const keepers = [role('administrator'), role('director')] as const;
const setUp = system('setup');
const everybody = [role('staff')] as const;
const directoryKeepers = [
  role('communications'),
  role('senior-manager'),
  role('director'),
  role('administrator'),
  setUp,
] as const;

export const person = lifecycle('person', {
  table: table<Person>('people'),
  sight: {
    see: [...keepers, role('senior-manager'), role('auditor'), role('line-manager'), self('id')],
  },
  home: (id) => `/people/${id}`,
  steps: [
    { from: 'nothing', by: 'add', to: 'active', who: [...keepers, setUp], rule: 'people.covered' },
    { from: ['active'], by: 'change', to: 'same', who: keepers, rule: 'people.covered' },
    {
      from: ['active'],
      by: 'flag-leaver',
      to: 'same',
      who: [...keepers, role('line-manager')],
      rule: 'register.leavers',
    },
    { from: ['active'], by: 'leave', to: 'left', who: keepers, rule: 'register.leavers' },
    { from: ['active'], by: 'end', to: 'left', who: [system('timer')], rule: 'people.contractor-end-date' },
    { from: ['left'], by: 'come-back', to: 'active', who: keepers, rule: 'people.covered' },
  ],
});

export const team = lifecycle('team', {
  table: table<Team>('teams'),
  sight: { see: everybody },
  home: () => '/people',
  steps: [
    { from: 'nothing', by: 'add', to: 'active', who: [...keepers, setUp], rule: 'people.covered' },
    { from: ['active'], by: 'rename', to: 'same', who: keepers, rule: 'people.covered' },
    { from: ['active'], by: 'close', to: 'closed', who: keepers, rule: 'people.covered' },
  ],
});

export const grant = lifecycle('grant', {
  table: table<GivenRole>('grants'),
  sight: { see: [...keepers, role('senior-manager'), role('auditor'), self('person')] },
  home: () => '/people',
  steps: [
    { from: 'nothing', by: 'give', to: 'given', who: [...keepers, setUp], rule: 'people.roles' },
    { from: ['given'], by: 'take-back', to: 'ended', who: keepers, rule: 'people.roles' },
    { from: ['given'], by: 'run-out', to: 'ended', who: [system('timer')], rule: 'people.roles' },
  ],
});

export const identity = lifecycle('identity', {
  table: table<Identity>('identities'),
  sight: { see: [role('administrator'), self('person')] },
  home: () => '/people',
  steps: [
    {
      from: 'nothing',
      by: 'link',
      to: 'linked',
      who: [role('administrator'), setUp],
      rule: 'people.sign-in',
    },
    { from: ['linked'], by: 'unlink', to: 'unlinked', who: [role('administrator')], rule: 'people.sign-in' },
  ],
});

export const department = lifecycle('department', {
  table: table<Department>('departments'),
  sight: { see: everybody },
  home: () => '/directory',
  steps: [
    { from: 'nothing', by: 'add', to: 'active', who: directoryKeepers, rule: 'people.departments' },
    { from: ['active'], by: 'change', to: 'same', who: directoryKeepers, rule: 'people.departments' },
    { from: ['active'], by: 'close', to: 'closed', who: directoryKeepers, rule: 'people.departments' },
  ],
});

export const signpost = lifecycle('signpost', {
  table: table<SignpostEntry>('signposts'),
  sight: { see: everybody },
  home: () => '/directory',
  steps: [
    { from: 'nothing', by: 'add', to: 'active', who: directoryKeepers, rule: 'inbox.signpost' },
    { from: ['active'], by: 'change', to: 'same', who: directoryKeepers, rule: 'inbox.signpost' },
    {
      from: ['active'],
      by: 'confirm',
      to: 'same',
      who: [...directoryKeepers, system('reaction')],
      rule: 'inbox.signpost',
    },
    { from: ['active'], by: 'close', to: 'closed', who: directoryKeepers, rule: 'inbox.signpost' },
  ],
});

export const acknowledgement = lifecycle('acknowledgement', {
  table: table<Acknowledgement>('acknowledgements'),
  sight: { see: [self('person'), role('senior-manager'), role('director'), role('auditor')] },
  home: () => '/my-duties',
  steps: [
    { from: 'nothing', by: 'make', to: 'acknowledged', who: [self('person')], rule: 'people.acknowledge' },
  ],
});

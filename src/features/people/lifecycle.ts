import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, roleAt, self, system } from '#kernel/party.ts';
import type {
  AccessCheck,
  AccessReview,
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
/** Who decides about access to accounts: the director, and about the director an executive. */
const reviewers = [role('director'), role('executive')] as const;
/** Who may look at who has access. */
export const reviewSight = [...keepers, role('executive'), role('senior-manager'), role('auditor')] as const;
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
    see: [...keepers, role('senior-manager'), role('auditor'), roleAt('line-manager', 'team'), self('id')],
  },
  home: (id) => `/people/${id}`,
  steps: [
    { from: 'nothing', by: 'add', to: 'active', who: [...keepers, setUp], rule: 'people.covered' },
    { from: ['active'], by: 'change', to: 'same', who: keepers, rule: 'people.covered' },
    {
      from: ['active'],
      by: 'flag-leaver',
      to: 'same',
      who: [...keepers, roleAt('line-manager', 'team')],
      rule: 'register.leavers',
    },
    { from: ['active'], by: 'stay', to: 'same', who: keepers, rule: 'register.leavers' },
    { from: ['active'], by: 'leave', to: 'left', who: keepers, rule: 'register.leavers' },
    { from: ['active'], by: 'remove-leaver', to: 'left', who: [system('timer')], rule: 'register.leavers' },
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
  sight: { see: [...reviewSight, self('person')] },
  home: () => '/people',
  steps: [
    { from: 'nothing', by: 'give', to: 'given', who: [...keepers, setUp], rule: 'people.roles' },
    { from: ['given'], by: 'take-back', to: 'ended', who: keepers, rule: 'people.roles' },
    { from: ['given'], by: 'run-out', to: 'ended', who: [system('timer')], rule: 'people.roles' },
    {
      from: ['given'],
      by: 'end-by-review',
      to: 'ended',
      who: reviewers,
      rule: 'register.access-review',
    },
  ],
});

export const accessReview = lifecycle('access-review', {
  table: table<AccessReview>('access_reviews'),
  sight: { see: reviewSight },
  home: () => '/people/access-review',
  steps: [
    {
      from: 'nothing',
      by: 'open',
      to: 'due',
      who: [role('director'), system('timer')],
      rule: 'register.access-review',
    },
    {
      from: ['due'],
      by: 'confirm',
      to: 'confirmed',
      who: [role('director')],
      rule: 'register.access-review',
    },
  ],
});

export const accessCheck = lifecycle('access-check', {
  table: table<AccessCheck>('access_checks'),
  sight: { see: reviewSight },
  home: () => '/people/access-review',
  steps: [
    {
      from: 'nothing',
      by: 'add',
      to: 'open',
      who: [role('director'), system('timer')],
      rule: 'register.access-review',
    },
    { from: ['open'], by: 'keep', to: 'kept', who: reviewers, rule: 'register.access-review' },
    { from: ['open'], by: 'remove', to: 'removed', who: reviewers, rule: 'register.access-review' },
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

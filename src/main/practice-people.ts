import type { Role } from '#kernel/roles.ts';

/** Invented people of the practice organisation: one for each role that the product has a use for. */
export const practicePeople: readonly {
  name: string;
  email: string;
  kind: string;
  roles: readonly Role[];
  endsIn?: number;
}[] = [
  {
    name: 'Amara Okafor',
    email: 'amara.okafor@practice.example',
    kind: 'employee',
    roles: ['communications'],
  },
  { name: 'Tom Reilly', email: 'tom.reilly@practice.example', kind: 'employee', roles: ['communications'] },
  {
    name: 'Priya Nair',
    email: 'priya.nair@practice.example',
    kind: 'employee',
    roles: ['communications', 'duty-manager'],
  },
  {
    name: 'Joan Whitfield',
    email: 'joan.whitfield@practice.example',
    kind: 'employee',
    roles: ['senior-manager', 'communications'],
  },
  {
    name: 'Dev Anand',
    email: 'dev.anand@practice.example',
    kind: 'employee',
    roles: ['communications', 'duty-manager'],
  },
  { name: 'Carys Hughes', email: 'carys.hughes@practice.example', kind: 'employee', roles: ['duty-manager'] },
  { name: 'Marcus Bell', email: 'marcus.bell@practice.example', kind: 'employee', roles: ['director'] },
  { name: 'Helen Sato', email: 'helen.sato@practice.example', kind: 'employee', roles: ['executive'] },
  {
    name: 'Gwen Pritchard',
    email: 'gwen.pritchard@practice.example',
    kind: 'non-executive',
    roles: ['committee'],
  },
  { name: 'Bilal Ahmed', email: 'bilal.ahmed@practice.example', kind: 'employee', roles: ['administrator'] },
  {
    name: 'Sofia Lindqvist',
    email: 'sofia.lindqvist@practice.example',
    kind: 'employee',
    roles: ['information-governance'],
  },
  { name: 'Ruth Asante', email: 'ruth.asante@practice.example', kind: 'employee', roles: ['governance'] },
  {
    name: 'Callum Grant',
    email: 'callum.grant@practice.example',
    kind: 'partner',
    roles: ['auditor'],
    endsIn: 30,
  },
  { name: 'Nurse Ellie Moss', email: 'ellie.moss@practice.example', kind: 'employee', roles: [] },
  { name: 'Victor Hale', email: 'victor.hale@practice.example', kind: 'volunteer', roles: [] },
];

export const practiceDepartments = [
  {
    name: 'Patient advice (PALS)',
    publicContact: 'Call PALS on 01632 960 101',
    internalContact: 'pals@practice.example',
    hours: 'Monday to Friday, 9am to 4pm',
    answers: true,
  },
  {
    name: 'Hearing aids',
    publicContact: 'Audiology, 01632 960 112',
    internalContact: 'audiology@practice.example',
    hours: 'Monday to Thursday, 8.30am to 4.30pm',
    answers: true,
  },
  {
    name: 'Primary care team',
    publicContact: 'primary.care@practice.example',
    internalContact: 'primary.care@practice.example',
    hours: 'Monday to Friday, 9am to 5pm',
    answers: true,
  },
  {
    name: 'Vaccination team',
    publicContact: 'Book at vaccinations.example or call 01632 960 119',
    internalContact: 'vaccinations@practice.example',
    hours: 'Every day, 8am to 8pm',
    answers: true,
  },
  {
    name: 'Estates and parking',
    publicContact: 'Car parks: 01632 960 140',
    internalContact: 'estates@practice.example',
    hours: 'Monday to Friday, 7am to 3pm',
    answers: false,
  },
] as const;

export const practiceSignposts = [
  {
    topic: 'Complaints',
    words: 'complaint, unhappy, complain',
    contact:
      'You can complain to our complaints team on 01632 960 105. They will write back within 3 working days.',
    url: 'https://larkshire.example/complaints',
    hours: 'Monday to Friday, 9am to 5pm',
  },
  {
    topic: 'Hearing aid batteries and repairs',
    words: 'hearing, aid, battery',
    contact: 'Audiology can help: 01632 960 112, or come to the repair desk on Tuesdays from 9 to 12.',
    url: 'https://larkshire.example/hearing',
    hours: 'Monday to Thursday',
  },
  {
    topic: 'Finding a dentist',
    words: 'dentist, tooth',
    contact: 'For an urgent dental appointment call 111. To look for a dentist, use the NHS website.',
    url: 'https://larkshire.example/dentists',
    hours: 'Always',
  },
  {
    topic: 'Medical questions',
    words: 'symptom, tablets, pain',
    contact:
      'We cannot give medical advice here. Please speak to your GP or pharmacist, or call 111. If life is at risk, call 999.',
    url: 'https://larkshire.example/help',
    hours: 'Always',
  },
  {
    topic: 'Vaccination bookings',
    words: 'jab, vaccine, flu, covid',
    contact: 'Book your vaccination online, or call 01632 960 119.',
    url: 'https://larkshire.example/vaccinations',
    hours: 'Every day, 8am to 8pm',
  },
] as const;

export const practiceAccounts = [
  { network: 'facebook', handle: 'larkshire.facebook', name: 'NHS Larkshire' },
  { network: 'x', handle: 'larkshire.x', name: 'NHS Larkshire' },
  { network: 'instagram', handle: 'larkshire.instagram', name: 'NHS Larkshire' },
  { network: 'linkedin', handle: 'larkshire.linkedin', name: 'NHS Larkshire' },
  { network: 'tiktok', handle: 'larkshire.tiktok', name: 'NHS Larkshire' },
  { network: 'youtube', handle: 'larkshire.youtube', name: 'NHS Larkshire films' },
] as const;

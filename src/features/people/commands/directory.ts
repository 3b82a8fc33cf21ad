import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { department, signpost, team } from '../lifecycle.ts';
import { answeringDepartments } from '../needs.ts';

const today = (now: Temporal.Instant, policy: { zone: string }): Temporal.PlainDate =>
  now.toZonedDateTimeISO(policy.zone).toPlainDate();

const departmentQuestions = {
  name: ask.line('Name of the department', { empty: 'Give the department’s name' }),
  publicContact: ask.line('Contact for the public', {
    empty: 'Give a contact that the public may be told',
    max: 500,
  }),
  internalContact: ask.line('Where to send what is passed on', {
    empty: 'Give an address inside the organisation',
    hint: 'Several e-mail addresses are asked one after the other, when nobody says that they have it',
    max: 500,
  }),
  hours: ask.line('Hours', { empty: 'Give the hours in which somebody answers' }),
  answers: ask.tick('It answers people itself'),
};
interface DepartmentAnswers {
  name: string;
  publicContact: string;
  internalContact: string;
  hours: string;
  answers: boolean;
}
const departmentColumns = ({ name, publicContact, internalContact, hours, answers }: DepartmentAnswers) => ({
  name,
  public_contact: publicContact,
  internal_contact: internalContact,
  hours,
  answers,
});

export const addDepartment = command(department, 'add', {
  label: 'Add a department',
  about: 'Adds a department that enquiries can be passed on to, or people pointed to.',
  once: ['name'],
  input: form(departmentQuestions),
  decide: ({ input, now, policy }) => ({
    create: { ...departmentColumns(input), checked_on: today(now, policy) },
  }),
});

export const changeDepartment = command(department, 'change', {
  label: 'Change the department',
  about: 'Changes a department; it counts as checked today.',
  stale: 'refuse',
  input: form(departmentQuestions),
  begins: ({ department: row }) => ({
    name: row.name,
    publicContact: row.public_contact,
    internalContact: row.internal_contact,
    hours: row.hours,
    answers: row.answers,
  }),
  decide: ({ input, now, policy }) => ({
    set: { ...departmentColumns(input), checked_on: today(now, policy) },
  }),
});

export const closeDepartment = command(department, 'close', {
  label: 'Close the department',
  about: 'Nothing is passed on to it any more.',
  input: form({}),
  decide: () => ({}),
});

const entryQuestions = {
  topic: ask.line('Topic', {
    empty: 'Give the topic',
    hint: 'As people would say it, such as “Hearing aids”',
  }),
  words: ask.maybe('Words that point to it', { hint: 'Separated by commas', max: 500 }),
  department: ask.maybeChoice('Department', 'departments'),
  contact: ask.line('What people are told', { empty: 'Give the contact line', max: 500 }),
  url: ask.maybe('Web address', { max: 500 }),
  hours: ask.line('Hours', { empty: 'Give the hours' }),
};
interface EntryAnswers {
  topic: string;
  words?: string | undefined;
  department?: string | undefined;
  contact: string;
  url?: string | undefined;
  hours: string;
}
const entryColumns = ({ topic, words, department: of, contact, url, hours }: EntryAnswers) => ({
  topic,
  words: words ?? '',
  department: of ?? null,
  contact,
  url: url ?? null,
  hours,
});

export const addSignpost = command(signpost, 'add', {
  label: 'Add a signpost',
  about: 'Adds a topic and the right door for it to the directory.',
  needs: { departments: answeringDepartments },
  input: form(entryQuestions),
  decide: ({ input, now, policy }) => ({
    create: { ...entryColumns(input), checked_on: today(now, policy) },
  }),
});

export const changeSignpost = command(signpost, 'change', {
  label: 'Change the signpost',
  about: 'Changes an entry; it counts as checked today.',
  stale: 'refuse',
  needs: { departments: answeringDepartments },
  input: form(entryQuestions),
  begins: ({ signpost: { topic, words, department: of, contact, url, hours } }) => ({
    topic,
    words,
    department: of,
    contact,
    url,
    hours,
  }),
  decide: ({ input, now, policy }) => ({ set: { ...entryColumns(input), checked_on: today(now, policy) } }),
});

export const confirmSignpost = command(signpost, 'confirm', {
  label: 'I checked it: still right',
  about: 'Records that somebody checked the entry today.',
  input: form({}),
  decide: ({ now, policy }) => ({ set: { checked_on: today(now, policy) } }),
});

export const closeSignpost = command(signpost, 'close', {
  label: 'Take it out',
  about: 'Takes an entry out of the directory. Replies that used it keep what it said.',
  input: form({}),
  decide: () => ({}),
});

export const addTeam = command(team, 'add', {
  label: 'Add a team',
  about: 'Adds a team.',
  once: ['name'],
  input: form({ name: ask.line('Name of the team', { empty: 'Give the team’s name' }) }),
  decide: ({ input }) => ({ create: { name: input.name } }),
});

export const renameTeam = command(team, 'rename', {
  label: 'Rename the team',
  about: 'Gives a team another name.',
  input: form({ name: ask.line('Name of the team', { empty: 'Give the team’s name' }) }),
  begins: ({ team: row }) => ({ name: row.name }),
  decide: ({ input }) => ({ set: { name: input.name } }),
});

export const closeTeam = command(team, 'close', {
  label: 'Close the team',
  about: 'Nobody can be put into it any more.',
  input: form({}),
  decide: () => ({}),
});

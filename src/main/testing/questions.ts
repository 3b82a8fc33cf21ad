import type { Question } from '#kernel/question.ts';
import type { Representative } from './rows.ts';

type Rows = readonly Representative[];
const idOf = (rows: Rows, kind: string): string => rows.find(({ of }) => of.name === kind)?.id ?? '';

/** What a question needs to be asked, where it needs something. */
const parameters: Readonly<Record<string, (rows: Rows) => Record<string, string>>> = {
  'conduct.about': (rows) => ({ enquiry: idOf(rows, 'enquiry') }),
  'conduct.measure': (rows) => ({ measure: idOf(rows, 'measure') }),
  'hand-over.one': (rows) => ({ id: idOf(rows, 'hand-over') }),
  'hand-over.of-enquiry': (rows) => ({ enquiry: idOf(rows, 'enquiry') }),
  'hand-over.escalations-of': (rows) => ({ enquiry: idOf(rows, 'enquiry') }),
  'hand-over.escalation': (rows) => ({ id: idOf(rows, 'escalation') }),
  'saved-replies.one': (rows) => ({ id: idOf(rows, 'saved-reply') }),
  'personal-data.removal': (rows) => ({ id: idOf(rows, 'removal') }),
  'personal-data.hold': (rows) => ({ id: idOf(rows, 'hold') }),
  'personal-data.beside': (rows) => ({ enquiry: idOf(rows, 'enquiry') }),
  'inbox.enquiry': (rows) => ({ id: idOf(rows, 'enquiry') }),
  'inbox.waiting': () => ({ view: 'unclaimed' }),
  'on-call.page': (rows) => ({ id: idOf(rows, 'page') }),
  'on-call.page-of': (rows) => ({ enquiry: idOf(rows, 'enquiry') }),
  'on-call.shift': (rows) => ({ shift: idOf(rows, 'shift') }),
  'people.person': (rows) => ({ person: idOf(rows, 'person') }),
  'people.roles': (rows) => ({ person: idOf(rows, 'person') }),
  'policy.as-of': () => ({ date: '2026-11-24' }),
  'policy.clause': () => ({ clause: 'A.1' }),
  'policy.search': () => ({ words: 'reply' }),
  'records.history': (rows) => ({ kind: 'account', id: idOf(rows, 'account') }),
  'policy.decided': () => ({ days: '30' }),
  'register.account': (rows) => ({ account: idOf(rows, 'account') }),
  'register.is-it-ours': () => ({ account: '@larkshire' }),
};

/** The address of a question in the API, with parameters that it can answer. */
export const askedBy = ({ name }: Pick<Question, 'name'>, rows: Rows): string =>
  `/api/${name.replaceAll('.', '/')}?${new URLSearchParams(parameters[name]?.(rows)).toString()}`;

import type { ReactNode } from 'react';
import type { Option } from '#kernel/need.ts';
import type { OfferedField } from '#kernel/offer.ts';
import type { Typed } from '../page.ts';
import { Checkboxes, Radios, Select, Tick } from './choices.tsx';
import { DateField, wrongParts, type DatePart } from './date.tsx';
import type { QuestionProps } from './question.tsx';
import { LineField, TextField } from './words.tsx';

export type Values = Typed['values'];

export interface FieldProps {
  readonly field: OfferedField;
  /** Put before every id, so that two forms of one page do not share any. */
  readonly form: string;
  readonly values: Values;
  readonly error?: string | undefined;
  /** Characters that count while they are typed, for a field of words. */
  readonly limit?: number | undefined;
  readonly keepAs?: string | undefined;
  /** The single key that leads to it, for a field of several lines. */
  readonly hotkey?: string | undefined;
}

/** Up to so many options are seen at once as buttons; more stand in a list. */
const SEEN_AT_ONCE = 7;

const firstOf = (value: Values[string]): string | undefined =>
  typeof value === 'string' ? value : value?.[0];
const listOf = (value: Values[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

export const fieldId = (form: string, name: string): string => `${form}-${name}`;

/** Where an error's link leads: the first control of the field. */
export function anchorOf(form: string, field: OfferedField, values: Values): string {
  const id = fieldId(form, field.name);
  if (field.kind !== 'date' && field.kind !== 'moment') return `#${id}`;
  const wrong = wrongParts(dateValues(field.name, values), field.kind === 'moment');
  return `#${id}-${wrong[0] ?? 'day'}`;
}

type Shape = (question: QuestionProps, props: FieldProps) => ReactNode;

/** How each kind of question looks. */
const shapes: Record<OfferedField['kind'], Shape> = {
  line: (question, { field, values }) => (
    <LineField
      {...question}
      value={first(field, values)}
      width={field.width}
      autoComplete={field.autocomplete}
    />
  ),
  whole: (question, { field, values }) => (
    <LineField {...question} value={first(field, values)} width={field.width ?? 5} inputMode="numeric" />
  ),
  secret: (question, { field }) => (
    <LineField {...question} type="password" autoComplete={field.autocomplete ?? 'off'} spellCheck={false} />
  ),
  text: (question, { field, values, limit, keepAs, hotkey }) => (
    <TextField
      {...question}
      value={first(field, values)}
      autoComplete={field.autocomplete}
      limit={limit}
      keepAs={keepAs}
      hotkey={hotkey}
    />
  ),
  tick: (question, { field, values }) => (
    <Tick {...question} ticked={!['', 'false'].includes(first(field, values) ?? '')} />
  ),
  several: (question, { field, values }) => (
    <Checkboxes {...question} options={fixed(field)} chosen={listOf(values[field.name])} />
  ),
  'one-of': (question, { field, values }) => (
    <OneOf question={question} field={field} options={fixed(field)} chosen={first(field, values)} />
  ),
  choice: (question, { field, values }) => (
    <OneOf question={question} field={field} options={field.choices ?? []} chosen={first(field, values)} />
  ),
  date: (question, { field, values }) => <Day question={question} field={field} values={values} />,
  moment: (question, { field, values }) => <Day question={question} field={field} values={values} />,
  // Nobody types it: it is there only where the page hands it over.
  given: (_, { field, values }) => {
    const value = first(field, values);
    return value === undefined ? null : <input type="hidden" name={field.name} value={value} />;
  },
};

const first = (field: OfferedField, values: Values): string | undefined => firstOf(values[field.name]);
/** Leaving these empty is an answer, so they are not called optional. */
const alwaysAnswered = new Set<string>(['several', 'tick', 'given']);

/** What is asked only about something that is wrong is answered, or that is put right. */
const mayBeLeft = ({ optional, afterwards }: OfferedField): boolean => optional && afterwards !== true;

/** One question of a form, in the shape that its kind asks for. */
export function Field(props: FieldProps) {
  const { field, form, error } = props;
  const label =
    mayBeLeft(field) && !alwaysAnswered.has(field.kind) ? `${field.label} (optional)` : field.label;
  const question: QuestionProps = {
    id: fieldId(form, field.name),
    name: field.name,
    label,
    hint: field.hint,
    error,
  };
  return shapes[field.kind](question, props);
}

const fixed = (field: OfferedField): Option[] =>
  Object.entries(field.options ?? {}).map(([id, name]) => ({ id, name }));

interface OneOfProps {
  readonly question: QuestionProps;
  readonly field: OfferedField;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
}

function OneOf({ question, field, options, chosen }: OneOfProps) {
  const picked = chosen === undefined ? [] : [chosen];
  if (options.length > SEEN_AT_ONCE || options.length === 0) {
    const placeholder = options.length === 0 ? 'Nothing to choose from yet' : 'Choose from the list';
    return <Select {...question} options={options} chosen={picked} placeholder={placeholder} />;
  }
  const none = { id: '', name: 'None of these' };
  return <Radios {...question} options={mayBeLeft(field) ? [...options, none] : options} chosen={picked} />;
}

function Day({ question, field, values }: { question: QuestionProps; field: OfferedField; values: Values }) {
  const withTime = field.kind === 'moment';
  const typed = dateValues(field.name, values);
  const wrong = question.error === undefined ? [] : wrongParts(typed, withTime);
  return <DateField {...question} values={typed} wrong={wrong} withTime={withTime} />;
}

/** What stands in the boxes: what was typed there, or the parts of an ISO day that the form begins with. */
function dateValues(name: string, values: Values): Partial<Record<DatePart, string>> {
  const whole = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(firstOf(values[name]) ?? '');
  const begun = { year: whole?.[1], month: whole?.[2], day: whole?.[3], time: whole?.[4] };
  const box = (part: DatePart): string => firstOf(values[`${name}-${part}`]) ?? begun[part] ?? '';
  return { day: box('day'), month: box('month'), year: box('year'), time: box('time') };
}

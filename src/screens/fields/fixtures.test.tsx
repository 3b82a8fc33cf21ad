import { expect, test } from 'vitest';
import type { Option } from '#kernel/need.ts';
import { fixture, markup, normal } from '../testing-fixtures.tsx';
import { Checkboxes, Radios, Select } from './choices.tsx';
import { DateField } from './date.tsx';
import { LineField, TextField } from './words.tsx';

interface Context {
  id?: string;
  idPrefix?: string;
  name: string;
  label?: string | { text?: string; heading?: string };
  fieldset?: { legend: string | { text?: string; heading?: string } } | null;
  hint?: string | { text: string };
  errorMessage?: string | { text: string };
  width?: number;
  items?: { value: string; text: string; hint?: { text: string }; checked?: boolean; selected?: boolean }[];
  values?: string[];
  value?: string;
}

const textOf = (one: string | { text?: string; heading?: string } | undefined): string | undefined =>
  typeof one === 'string' ? one : (one?.text ?? one?.heading);

/** Our questions stand beside one another on a page, so their names are no headings: the fixture's are taken off. */
const withoutHeading = (html: string): string =>
  html
    .replaceAll(/<h1 class="nhsuk-(?:label-wrapper|fieldset__heading)">\s*([\s\S]*?)\s*<\/h1>/g, '$1')
    .replaceAll(/ nhsuk-(label|fieldset__legend)--(s|m|l|xl)/g, '');

function question(context: Context) {
  const id = context.id ?? context.idPrefix ?? context.name;
  return {
    id,
    name: context.name,
    label: textOf(context.label) ?? textOf(context.fieldset?.legend) ?? '',
    hint: textOf(context.hint),
    error: textOf(context.errorMessage),
  };
}

const optionsOf = (context: Context): Option[] =>
  (context.items ?? []).map(({ value, text, hint }) => ({
    id: value,
    name: text,
    ...(hint ? { hint: hint.text } : {}),
  }));

const chosenOf = ({ items = [], values, value }: Context): string[] => [
  ...items.filter((item) => item.checked === true || item.selected === true).map((item) => item.value),
  ...(values ?? []),
  ...(value === undefined ? [] : [value]),
];

const asked = (component: string, name: string, description?: string) => {
  const { context, html } = fixture<Context>(component, name, description);
  return { context, html: normal(withoutHeading(html)) };
};

test.each(['default', 'with error message', 'with error message and hint as strings', 'without heading'])(
  'input: %s',
  (name) => {
    const { context, html } = asked('input', name);
    // Code styling, keyboards and spelling are for codes and telephones, which no question of ours asks for.
    const wanted = html
      .replaceAll(/ (inputmode|spellcheck|autocomplete)="[^"]*"/g, '')
      .replaceAll('nhsuk-input--code ', '');
    expect(normal(markup(<LineField {...question(context)} width={context.width} />))).toBe(wanted);
  },
);

test.each([
  'with 2 character',
  'with 3 character',
  'with 4 character',
  'with 5 character',
  'with 10 character',
  'with 20 character',
  'with 30 character',
])('input: width %s', (description) => {
  const { context, html } = asked('input', 'width', description);
  expect(normal(markup(<LineField {...question(context)} width={context.width} />))).toBe(html);
});

test.each(['default', 'with hint', 'with error message', 'with error message and hint', 'without heading'])(
  'textarea: %s',
  (name) => {
    const { context, html } = asked('textarea', name);
    expect(normal(markup(<TextField {...question(context)} />))).toBe(html);
  },
);

test.each(['default', 'with hint', 'with error message', 'with error message and hint', 'without heading'])(
  'select: %s',
  (name) => {
    const { context, html } = asked('select', name);
    const ours = markup(
      <Select {...question(context)} options={optionsOf(context)} chosen={chosenOf(context)} />,
    );
    expect(normal(ours)).toBe(html);
  },
);

const groups = [
  'default',
  'with hint',
  'with hints on items',
  'with error message',
  'with error message and hint',
  'without heading',
  'with long text',
];

test.each(groups.filter((name) => name !== 'with hint'))('radios: %s', (name) => {
  const { context, html } = asked('radios', name);
  const ours = markup(
    <Radios {...question(context)} options={optionsOf(context)} chosen={chosenOf(context)} />,
  );
  expect(normal(ours)).toBe(html);
});

test.each(groups)('checkboxes: %s', (name) => {
  const { context, html } = asked('checkboxes', name);
  const ours = markup(
    <Checkboxes {...question(context)} options={optionsOf(context)} chosen={chosenOf(context)} />,
  );
  expect(normal(ours)).toBe(html);
});

test.each(['default', 'with error message', 'with error message and hint', 'without heading'])(
  'date: %s',
  (name) => {
    const { context, html } = asked('date-input', name);
    const ours = markup(<DateField {...question({ ...context, name: 'x' })} values={{}} />);
    // Our parts carry the name of their question: two dates of one form must not share any.
    expect(normal(ours.replaceAll('name="x-', 'name="'))).toBe(html);
  },
);

interface DateContext extends Omit<Context, 'values'> {
  values?: Record<'day' | 'month' | 'year', string>;
  day?: { value?: string };
  month?: { value?: string };
  year?: { value?: string };
}

const dateAsked = (name: string) => {
  const { context, html } = fixture<DateContext>('date-input', name);
  const { values, ...rest } = context;
  return {
    context: { ...rest, values },
    question: question({ ...rest, name: 'x' }),
    html: normal(withoutHeading(html)),
  };
};

test('date: with values', () => {
  const { context, html, question: about } = dateAsked('with values');
  const ours = markup(<DateField {...about} values={context.values ?? {}} />);
  expect(normal(ours.replaceAll('name="x-', 'name="'))).toBe(html);
});

// In one of these fixtures the design system has swapped the two spellings of its parameters.
test.each(['day', 'month', 'year'] as const)('date: with error on the %s alone', (part) => {
  const {
    context,
    html,
    question: about,
  } = dateAsked(`with error on ${part} input${part === 'month' ? ' (using items)' : ''}`);
  const values = Object.fromEntries(
    (['day', 'month', 'year'] as const).map((one) => [one, context[one]?.value ?? context.values?.[one]]),
  );
  const ours = markup(<DateField {...about} values={values} wrong={[part]} />);
  expect(normal(ours.replaceAll('name="x-', 'name="'))).toBe(html);
});

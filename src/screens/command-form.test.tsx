import { describe, expect, test } from 'vitest';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { lifecycle, table, type Row } from '#kernel/lifecycle.ts';
import { choices, need } from '#kernel/need.ts';
import { fieldsOf, type Offer, type Verb } from '#kernel/offer.ts';
import { role } from '#kernel/party.ts';
import type { Citation } from '#policy/index.ts';
import { CommandForm } from './command-form.tsx';
import { brokenOut, payloads } from './testing-payloads.ts';
import { markup } from './testing-fixtures.tsx';
import { VerbButtons } from './verb-buttons.tsx';

interface Thing extends Row {
  state: 'open';
}
const id = '0190a1b2-0000-7000-8000-000000000001';
const thing = lifecycle('thing', {
  table: table<Thing>('things'),
  sight: { see: [role('communications')] },
  home: (one) => `/things/${one}`,
  steps: [
    { from: ['open'], by: 'change', to: 'same', who: [role('communications')], rule: 'inbox.check' },
    { from: ['open'], by: 'claim', to: 'same', who: [role('communications')], rule: 'inbox.check' },
    { from: ['open'], by: 'pick', to: 'same', who: [role('communications')], rule: 'inbox.check' },
  ],
});
const offices = need(async () => choices([]));
const change = command(thing, 'change', {
  label: 'Change it',
  about: 'Changes it.',
  needs: { offices },
  input: form({
    line: ask.line('Its name', { hint: 'As people say it', autocomplete: 'organization', width: 20 }),
    note: ask.maybe('A note', { lines: true }),
    office: ask.choice('Which office?', 'Choose an office', 'offices'),
    kind: ask.oneOf('Which kind?', 'Choose a kind', { big: 'A big one', small: 'A small one' }),
    days: ask.several('On which days?', { mon: 'Monday', tue: 'Tuesday' }),
    sure: ask.tick('I am sure'),
    from: ask.date('From which day?', 'Give a day'),
    until: ask.moment('Until when?', 'Give a moment'),
    count: ask.whole('How many?', { min: 1, max: 9 }),
    token: ask.secret('App password'),
  }),
  decide: () => ({}),
});
const claim = command(thing, 'claim', {
  label: 'Take it',
  about: 'Takes it.',
  input: form({}),
  decide: () => ({}),
});

const citation: Citation = {
  rule: 'inbox.check',
  clause: '6.3/a',
  title: 'Watching',
  words: 'read official channels in opening hours',
  basis: 'stated',
  policy: 'test/1',
};

const offerWith = (names: readonly string[]): Offer => ({
  command: change,
  row: { id, state: 'open', version: 4, policy: 'test/1' },
  fields: fieldsOf(change, { offices: choices(names.map((name) => ({ id: name.toLowerCase(), name }))) }),
  citation,
  version: 4,
});
const few = offerWith(['North', 'South']);
const typed = {
  line: 'Old <name>',
  note: 'Line one\nline two',
  office: 'south',
  kind: 'small',
  days: ['tue'],
  sure: 'yes',
  'from-day': '31',
  'from-month': '2',
  'from-year': '2026',
  'until-day': '1',
  'until-time': '25:00',
  count: '12',
  token: 'never shown',
};

describe('a form', () => {
  const html = markup(<CommandForm offer={few} idempotencyKey="key-1" back="/things" />);
  test('goes to its command with key, version and way back', () => {
    expect(html).toContain(`action="/do/thing.change/${id}" method="post"`);
    expect(html).toContain('name="_key" value="key-1"');
    expect(html).toContain('name="_version" value="4"');
    expect(html).toContain('name="_back" value="/things"');
  });
  test('says under which clause it will be done', () => {
    expect(html).toContain('href="/policy/6.3%2Fa"');
  });
  test('has a new key each time it is shown', () => {
    const keys = [1, 2].map(
      () => /name="_key" value="([^"]+)"/.exec(markup(<CommandForm offer={few} />))?.[1],
    );
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });
  test('begins with what it is given, dates in their boxes', () => {
    const begun = markup(
      <CommandForm offer={few} values={{ line: 'Now', from: '2026-12-24', sure: 'true' }} />,
    );
    expect(begun).toMatch(/name="line"[^>]*value="Now"/);
    expect(begun).toMatch(/name="from-day"[^>]*value="24"/);
    expect(begun).toMatch(/name="from-month"[^>]*value="12"/);
    expect(begun).toMatch(/name="sure"[^>]*checked/);
  });
  test('counts only where a network has a limit, and keeps drafts only when asked', () => {
    expect(html).not.toContain('character-count');
    const counted = markup(<CommandForm offer={few} limits={{ note: 300 }} keepDraft />);
    expect(counted).toContain('<character-count limit="300"><textarea');
    expect(counted).toContain(`<draft-keep name="/do/thing.change/${id} note">`);
  });
});

describe('a form that comes back', () => {
  const errors = [
    { field: 'line', message: 'Use fewer' },
    { field: 'kind', message: 'Choose a kind' },
    { field: 'from', message: 'Give a real date' },
    { field: 'until', message: 'Give a date and a time' },
    { field: '', message: 'Something about all of it' },
  ];
  const html = markup(<CommandForm offer={few} typed={{ errors, values: typed }} />);
  test('has every error above and at its field', () => {
    for (const { message } of errors) expect(html).toContain(message);
    expect(html).toContain('id="thing-change-line-error"');
    expect(html.split('Use fewer')).toHaveLength(3);
  });
  test('leads from each error to a control that is there', () => {
    const targets = [...html.matchAll(/<a href="#([^"]+)">/g)].map((match) => match[1]);
    expect(targets).toHaveLength(4);
    for (const target of targets)
      expect(html).toMatch(new RegExp(`<(?:input|select|textarea)[^>]* id="${target}"`));
    // 31 February: the day is at fault. Of the moment, month and year are missing.
    expect(targets).toContain('thing-change-from-day');
    expect(targets).toContain('thing-change-until-month');
  });
  test('keeps everything typed', () => {
    expect(html).toContain('value="Old &lt;name&gt;"');
    expect(html).toContain('>Line one\nline two</textarea>');
    expect(html).toMatch(/checked="" value="south"/);
    expect(html).toMatch(/checked="" value="small"/);
    expect(html).toMatch(/checked="" value="tue"/);
    expect(html).not.toMatch(/checked="" value="mon"/);
    expect(html).toMatch(/name="until-time"[^>]*value="25:00"/);
    expect(html).toMatch(/name="count"[^>]*value="12"/);
  });
  test('but no secret', () => {
    expect(html).not.toContain('never shown');
  });
});

describe('choices', () => {
  test('few are seen at once, many stand in a list that begins empty', () => {
    expect(markup(<CommandForm offer={few} />)).toContain(
      '<input class="nhsuk-radios__input" id="thing-change-office"',
    );
    const many = markup(
      <CommandForm offer={offerWith('A B C D E F G H'.split(' '))} values={{ office: 'c' }} />,
    );
    expect(many).toContain('<option value="">Choose from the list</option>');
    expect(many).toContain('<option value="c" selected="">C</option>');
  });
  test('none says so', () => {
    expect(markup(<CommandForm offer={offerWith([])} />)).toContain('Nothing to choose from yet');
  });
});

test.each(payloads)('%j typed into every field comes out as words', (payload) => {
  const values = Object.fromEntries(Object.keys(typed).map((name) => [name, payload]));
  const errors = few.fields.map((field) => ({ field: field.name, message: payload }));
  const html = markup(<CommandForm offer={offerWith([payload])} typed={{ errors, values }} back={payload} />);
  expect(brokenOut(html)).toBeUndefined();
});

describe('verbs', () => {
  const verbs: Verb[] = [
    { command: claim, citation },
    { command: change, citation },
    {
      command: { ...claim, name: 'thing.pick', verb: 'pick', label: 'Decide it' },
      citation,
      refused: { sentence: 'Not yours to do', whoCould: ['director of communications'] },
    },
  ];
  const html = markup(<VerbButtons verbs={verbs} row={{ id, version: 4 }} back="/things?view=mine" />);
  test('without questions are pressed on the spot', () => {
    expect(html).toContain(`<form class="sp-verbs__form" action="/do/thing.claim/${id}" method="post">`);
    expect(html).toContain('name="_version" value="4"');
    expect(html).toMatch(/<button[^>]*data-key="c">Take it<\/button>/);
  });
  test('with questions lead to their form, and back', () => {
    expect(html).toContain(`href="/do/thing.change/${id}?_back=%2Fthings%3Fview%3Dmine"`);
  });
  test('of others say who could', () => {
    expect(html).toContain('<strong>Decide it:</strong> director of communications');
    expect(html).not.toContain(`/do/thing.pick/${id}`);
  });
  test('that a page shows itself are left out', () => {
    const rest = markup(<VerbButtons verbs={verbs} row={{ id, version: 4 }} except={['thing.claim']} />);
    expect(rest).not.toContain('Take it');
  });
});

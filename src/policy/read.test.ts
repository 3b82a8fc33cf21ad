import { describe, expect, expectTypeOf, test } from 'vitest';
import { PolicyUnreadable, readPolicy } from './read.ts';
import { rules, type RuleName, type RuleValue } from './rules.ts';
import { filesOf, pack } from './testing-packs.ts';

type Written = {
  rule: string;
  clause: string;
  basis: string;
  value?: unknown;
  ours?: string[];
  note?: string;
};

/** A pack whose bindings, or whose document, were changed by hand. */
function changed(change: { bindings?: (all: Written[]) => Written[]; document?: Record<string, unknown> }) {
  const files = filesOf('icb002/1.0');
  const bindings = JSON.parse(files['bindings.json']) as Written[];
  const document = JSON.parse(files['policy.json']) as Record<string, unknown>;
  return {
    ...files,
    'bindings.json': JSON.stringify(change.bindings?.(bindings) ?? bindings),
    'policy.json': JSON.stringify({ ...document, ...change.document }),
  };
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof PolicyUnreadable) return error.problems;
    throw error;
  }
  return [];
}

const icb = pack('icb002/1.0');
const council = pack('lmc-sm/2.1');
const without = (name: RuleName) => (all: Written[]) => all.filter((one) => one.rule !== name);
const bindAs = (name: RuleName, more: Partial<Written>) => (all: Written[]) =>
  all.map((one) => (one.rule === name ? { ...one, ...more } : one));

describe('one rule under two policies', () => {
  test('is cited by each one’s clause, with each one’s value in its words', () => {
    expect(icb.cite('inbox.reply-within')).toEqual({
      rule: 'inbox.reply-within',
      clause: '6.4.b',
      title: 'Two hours',
      words: 'reply within 2 hours, working time',
      basis: 'stated',
      policy: 'icb002/1.0',
      note: icb.bindings.find((one) => one.rule === 'inbox.reply-within')?.note,
    });
    expect(council.cite('inbox.reply-within')).toEqual({
      rule: 'inbox.reply-within',
      clause: 'S4/2',
      title: 'A day and a night',
      words: 'reply within 24 hours',
      basis: 'stated',
      policy: 'lmc-sm/2.1',
    });
  });

  test('has a value of its own type', () => {
    expect(icb.value('inbox.reply-within')).toEqual({ minutes: 120, counts: 'working' });
    expect(council.value('inbox.reply-within')).toEqual({ minutes: 1440, counts: 'elapsed' });
    expect(council.value('hours.open').weekly.sat).toEqual([['08:00', '12:00']]);
    expect(icb.value('hours.show')).toBeNull();
    expectTypeOf<RuleValue<'inbox.target-share'>>().toEqualTypeOf<{ share: number }>();
    expectTypeOf<RuleValue<'hours.show'>>().toEqualTypeOf<null>();
  });

  test('a default is never said to be the policy’s, and says why it is what it is', () => {
    expect(icb.basis('inbox.target-share')).toBe('default');
    expect(icb.cite('inbox.target-share').note).toContain('no share');
    expect(council.basis('inbox.target-share')).toBe('stated');
    expect(icb.cite('inbox.pass-on').words).toBe('pass on to who can answer');
    expect(council.cite('inbox.pass-on').words).toBe('pass on; answer in 3 working days');
  });
});

describe('a clause', () => {
  test('knows the number that is printed over its section, or that none is', () => {
    expect(icb.clause('6.10.e').number).toBe('6.10');
    expect(icb.clause('1.a').number).toBe('1');
    expect(icb.clause('6.1.c').number).toBeNull();
    expect(icb.clause('6.2.i.1').number).toBeNull();
    expect(icb.clause('DC.1').number).toBeNull();
    expect(council.clause('S4/2').number).toBe('4');
    const sections = [{ number: '6.1', implied: '6.1', title: 'Alone' }];
    const bare = readPolicy(changed({ document: { sections } }));
    expect(bare.clause('6.1.c').number).toBe('6.1');
    expect(bare.clause('6.10.e').number).toBeNull();
  });

  test('that a policy does not have is an error that names both', () => {
    expect(() => icb.clause('S4/2')).toThrow('icb002/1.0 has no clause S4/2');
  });

  test('gives the rules that are bound to it', () => {
    expect(icb.boundTo('6.1.c').map((one) => one.rule)).toEqual(['hours.open', 'hours.show']);
    expect(icb.boundTo('11.a')).toEqual([]);
  });
});

describe('a pack that cannot be read', () => {
  test('says everything that is wrong at once, each with its file', () => {
    const problems = problemsOf(() =>
      readPolicy({ 'clauses.md': '', 'policy.json': '{', 'bindings.json': '[{"rule": 1}]' }),
    );
    expect(problems).toEqual([
      expect.stringContaining('policy.json is not JSON'),
      expect.stringContaining('bindings.json: 0.rule'),
      expect.stringContaining('bindings.json: 0.clause'),
      expect.stringContaining('bindings.json: 0.basis'),
      expect.stringContaining('clauses.md holds no clause'),
    ]);
  });

  const inbox = 'inbox.reply-within';
  test.each<[string, Parameters<typeof changed>[0], string]>([
    ['a rule that is not bound', { bindings: without(inbox) }, `the rule ${inbox} is not bound`],
    [
      'a misspelt rule',
      { bindings: bindAs(inbox, { rule: 'inbox.reply-withn' }) },
      'there is no rule inbox.reply-withn',
    ],
    [
      'a rule by the name of what every object has',
      { bindings: bindAs(inbox, { rule: 'toString' }) },
      'there is no rule toString',
    ],
    [
      'a rule that is bound twice',
      { bindings: (all) => [...all, ...all.slice(0, 1)] },
      'hours.open is bound twice',
    ],
    [
      'a clause that is not there',
      { bindings: bindAs(inbox, { clause: '9.z' }) },
      `${inbox} is bound to clause 9.z`,
    ],
    [
      'a value out of shape',
      { bindings: bindAs(inbox, { value: { minutes: 0, counts: 'working' } }) },
      `the value of ${inbox}: minutes`,
    ],
    [
      'a value for a rule that has none',
      { bindings: bindAs('hours.show', { value: 1 }) },
      'the value of hours.show',
    ],
    [
      'a statement out of an inference',
      { bindings: bindAs(inbox, { clause: '6.1.d' }) },
      'which is itself inferred',
    ],
    [
      'something of ours that is not there',
      { bindings: bindAs(inbox, { ours: ['share'] }) },
      `${inbox} has no share`,
    ],
    [
      'a default of which a part is said to be ours',
      { bindings: bindAs(inbox, { basis: 'default', ours: ['minutes'] }) },
      'all of its value is ours',
    ],
    [
      'a clause under a practice that is not there',
      { document: { practices: [{ clause: '99.p', practice: 'collects-passwords', limits: [] }] } },
      'policy.json names clause 99.p',
    ],
    [
      'a window of no length',
      {
        bindings: bindAs('hours.open', {
          value: { zone: 'Europe/London', holidays: null, weekly: { mon: [['09:00', '09:00']] } },
        }),
      },
      'must close later',
    ],
    [
      'a window that closes before it opens',
      {
        bindings: bindAs('hours.open', {
          value: { zone: 'Europe/London', holidays: null, weekly: { mon: [['17:00', '09:00']] } },
        }),
      },
      'must close later',
    ],
    [
      'windows that overlap',
      {
        bindings: bindAs('hours.open', {
          value: {
            zone: 'Europe/London',
            holidays: null,
            weekly: {
              mon: [
                ['09:00', '13:00'],
                ['12:00', '17:00'],
              ],
            },
          },
        }),
      },
      'must follow one another',
    ],
    [
      'hours that never open',
      {
        bindings: bindAs('hours.open', {
          value: { zone: 'Europe/London', holidays: null, weekly: { mon: [] } },
        }),
      },
      'Open on one day at least',
    ],
    [
      'a time zone that does not exist',
      { document: { zone: 'Europe/Lundon' } },
      'There is no such time zone',
    ],
    ['a month that does not exist', { document: { nextReview: '2024-13' } }, 'There is no such day or month'],
    [
      'a clause in its own data that is not there',
      { document: { stands: { history: '99.z' } } },
      'policy.json names clause 99.z',
    ],
    ['a word that the document does not know', { document: { colour: 'blue' } }, 'colour'],
  ])('has %s', (_, change, sentence) => {
    expect(problemsOf(() => readPolicy(changed(change))).join('\n')).toContain(sentence);
  });
});

describe('a rule that is newer than a pack', () => {
  const claim = rules['inbox.claim'];
  const newer = { ...rules, 'inbox.claim': { ...claim, since: 2, fallback: { leaseMinutes: 20 } } };

  test('holds by its fallback, and is cited as our default', () => {
    const policy = readPolicy(changed({ bindings: without('inbox.claim') }), newer);
    expect(policy.value('inbox.claim')).toEqual({ leaseMinutes: 20 });
    expect(policy.cite('inbox.claim')).toMatchObject({
      words: 'one person holds it for 20 minutes',
      basis: 'default',
      note: 'This rule is newer than the policy.',
    });
  });

  test('must be bound by a pack that says it knows it', () => {
    const files = changed({ bindings: without('inbox.claim'), document: { requires: 2 } });
    expect(problemsOf(() => readPolicy(files, newer))).toEqual([
      'bindings.json: the rule inbox.claim is not bound',
    ]);
  });

  test('must say what holds without it', () => {
    const files = changed({ bindings: without('inbox.claim') });
    const bare = { ...rules, 'inbox.claim': { ...claim, since: 2 } };
    expect(problemsOf(() => readPolicy(files, bare)).join()).toContain('has no fallback');
  });

  test('is taken from the pack where it is bound all the same', () => {
    expect(readPolicy(filesOf('icb002/1.0'), newer).basis('inbox.claim')).toBe('default');
    expect(readPolicy(filesOf('icb002/1.0'), newer).value('inbox.claim')).toEqual({ leaseMinutes: 15 });
  });
});

describe('the next review', () => {
  const problems = (document: Record<string, unknown>) => problemsOf(() => readPolicy(changed({ document })));
  test.each([
    ['2024-07-01', 'the last day that the policy allows'],
    ['2024-06', 'a month that ends before it'],
  ])('may be due by %s, %s', (nextReview) => {
    expect(problems({ nextReview })).toEqual([]);
  });
  test.each([
    ['2024-07-02', '2024-07-02'],
    ['2024-07', '2024-07-31'],
    ['2099-01', '2099-01-31'],
  ])('may not be due by %s: the version is not read', (nextReview, due) => {
    expect(problems({ nextReview })).toEqual([
      `policy.json: the next review is due by ${due}, later than 24 months after it began: give a day up to 2024-07-01`,
    ]);
  });
  test('is bound by the pack’s own value', () => {
    const bindings = bindAs('policy.review-every', { value: { months: 12 } });
    expect(problemsOf(() => readPolicy(changed({ bindings }))).join()).toContain('later than 12 months');
  });
});

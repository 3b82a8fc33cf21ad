import { assert, boolean, constantFrom, property, record, string, array, option } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules, ruleNames } from '#policy/index.ts';
import { everyCheck } from './every-check.ts';
import { checkDraft, severities, type Draft, type Medium } from './index.ts';
import { council, film, health, packOf, picture, verdict } from './testing-checks.ts';

const text = 'URGENT: utilise 111 online for your baby 💉💉 #mentalhealthawareness. Call Jo on 07700 900123';

describe('what is found', () => {
  test('every rule of checks is looked at by a check, and every check has a rule', () => {
    const looked = new Set(everyCheck.map((one) => one.rule));
    expect(ruleNames.filter((name) => name.startsWith('checks.')).sort()).toEqual([...looked].sort());
    for (const { ref, version } of everyCheck) {
      expect(ref).toMatch(/^(?:ACC|STY|CNT|BRD|PEP|LEN|PD)-\d\d$/);
      expect(version).toBeGreaterThan(0);
    }
    for (const name of looked) expect(rules[name].about.length).toBeGreaterThan(10);
  });

  test('all that match are told, the gravest first, and the highest decides', () => {
    const { findings, highest } = verdict(text);
    expect(new Set(findings.map((one) => one.rule)).size).toBeGreaterThan(6);
    const ranks = findings.map((one) => severities.indexOf(one.severity));
    expect(ranks).toEqual(ranks.toSorted((one, two) => two - one));
    expect(highest).toBe('block');
    expect(verdict('The clinic is open on Monday.').highest).toBeNull();
  });

  test('each finding says where, why, under which clause and rule version, and what to do', () => {
    for (const one of verdict(text).findings) {
      expect(one.end).toBeGreaterThanOrEqual(one.start);
      expect(one.message).toMatch(/[.?…]$/);
      expect(one.ruleVersion).toBeGreaterThan(0);
      if (one.basis === 'default') expect(one.clause).toBeNull();
      else expect(health.clause(one.clause ?? '').id).toBe(one.clause);
    }
  });

  test('what is our default is never given a clause', () => {
    const finding = verdict('At 17:30').findings.find((one) => one.rule === 'checks.times');
    expect(finding).toMatchObject({ basis: 'default', clause: null, severity: 'note' });
  });

  test('how grave it is comes from the policy: another body grades and cites otherwise', () => {
    const draft = { text: 'Look', media: [picture({ alt: '' })] };
    const alt = (policy: typeof health) =>
      verdict(draft, {}, policy).findings.find((one) => one.ref === 'ACC-01');
    expect(alt(health)).toMatchObject({ severity: 'block', clause: '6.2.i.1' });
    expect(alt(council)).toMatchObject({ severity: 'warn', clause: 'S5/2' });
    const many = { text: 'Come to us #Flu #Covid #Essex' };
    const tags = (policy: typeof health) =>
      verdict(many, {}, policy).findings.some((one) => one.ref === 'ACC-16' && one.severity === 'warn');
    expect([tags(health), tags(council)]).toEqual([true, false]);
  });

  test('kinds of personal data are graded one by one', () => {
    const grades = (said: string) =>
      verdict(said)
        .findings.filter((one) => one.rule === 'checks.personal-data')
        .map((one) => one.severity);
    expect(grades('NHS number 999 000 0018')).toEqual(['block']);
    expect(grades('Write to jo@example.com')).toEqual(['warn']);
    expect(grades('9990000018')).toEqual(['note']);
  });

  test('who may lift a block is named where somebody may', () => {
    expect(verdict('The inquest begins').findings[0]).toMatchObject({
      severity: 'block',
      role: 'governance',
    });
    expect(verdict('𝗕𝗼𝗼𝗸 now').findings[0]).toMatchObject({ severity: 'block', role: null });
  });

  test('a finding about personal data holds none of it', () => {
    const { findings } = verdict('Call Jo Bloggs on 07700 900123, NHS number 999 000 0018');
    for (const one of findings) expect(JSON.stringify(one)).not.toMatch(/07700|900123|999 000|Bloggs/);
  });

  test('descriptions of pictures are looked through for personal data and letters too', () => {
    const draft = {
      text: 'Look',
      media: [picture({ alt: 'A letter to Mrs Patel, NHS number 999 000 0018, in 𝗯𝗼𝗹𝗱' })],
    };
    const fields = verdict(draft)
      .findings.filter((one) => one.field === 'media[0].alt')
      .map((one) => one.ref);
    expect(fields).toEqual(expect.arrayContaining(['CNT-01', 'PD-08', 'ACC-20']));
  });

  test('a score of how hard a text is never stops anything', () => {
    for (const policy of [health, council]) expect(policy.value('checks.reading-age').severity).toBe('note');
  });
});

const media = record<Medium>({
  kind: constantFrom('image', 'gif', 'video', 'audio'),
  name: option(string({ unit: 'binary', maxLength: 20 }), { nil: undefined }),
  alt: option(string({ unit: 'binary', maxLength: 60 }), { nil: undefined }),
  decorative: option(boolean(), { nil: undefined }),
  people: option(boolean(), { nil: undefined }),
});
const drafts = record<Draft>({
  accountKind: constantFrom('corporate', 'departmental', 'personal'),
  network: option(constantFrom('x', 'bluesky', 'mastodon', 'tiktok', 'nowhere'), { nil: undefined }),
  text: string({ unit: 'binary', maxLength: 200 }),
  media: array(media, { maxLength: 2 }),
  context: option(
    record({
      preElection: boolean(),
      incident: boolean(),
      replyTo: option(string({ maxLength: 20 }), { nil: undefined }),
    }),
    { nil: undefined },
  ),
});

describe('whatever the draft is', () => {
  test('nothing throws, every place and fix lies inside its field, and the same draft gives the same answer', () => {
    assert(
      property(drafts, (draft) => {
        const first = checkDraft(draft, health);
        for (const { field, start, end, fix } of first.findings) {
          const at = /^media\[(\d+)\]\.alt$/.exec(field)?.[1];
          const whole =
            field === 'text' ? draft.text : at === undefined ? '' : (draft.media?.[Number(at)]?.alt ?? '');
          for (const span of fix ? [{ start, end }, fix] : [{ start, end }]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(whole.length);
          }
        }
        expect(JSON.stringify(checkDraft(draft, health))).toBe(JSON.stringify(first));
      }),
      { numRuns: 300 },
    );
  });

  test('a draft in order has no finding and asks only of what cannot be seen', () => {
    const good = verdict({
      text: 'Flu clinics are open this week. Book a place at your pharmacy. We are here to help. 💉 #FluClinic',
      media: [picture(), film()],
    });
    expect(good.findings).toEqual([]);
    expect(good.questions.map((one) => one.ref)).toEqual(['ACC-05', 'ACC-05', 'ACC-12', 'ACC-14']);
  });
});

test('the packs of the checkout grade every check', () => {
  for (const id of ['icb002/1.0', 'lmc-sm/2.1'])
    for (const { rule } of everyCheck) expect(severities).toContain(packOf(id).value(rule).severity);
});

import { describe, expect, test } from 'vitest';
import { severityInWords } from './severity.ts';
import { factsFor, packOf } from './testing-facts.ts';
import { rulesHere, topics } from './topics.ts';

test('every rule about a text, a handle or a profile stands under one topic, and no other does', () => {
  expect(topics.flatMap(({ rules }) => rules).toSorted()).toEqual([...rulesHere].toSorted());
  expect(rulesHere).toEqual(expect.arrayContaining(['checks.spelling', 'handles.personal', 'profiles.who']));
  expect(rulesHere.filter((rule) => /^(?:inbox|people|register|guidance)/.test(rule))).toEqual([]);
});

describe.each(['icb002/1.0', 'lmc-sm/2.1'])('what the page brings along of %s', (id) => {
  const policy = packOf(id);
  const facts = factsFor(policy);

  test('is what the policy binds, and nothing else of anybody', () => {
    expect(Object.keys(facts)).toEqual(['policy', 'organisation', 'asOf', 'rules']);
    expect(facts).toMatchObject({
      policy: id,
      asOf: '2026-11-27',
      organisation: policy.document.organisation,
    });
    for (const rule of rulesHere) {
      const { clause, basis, words } = policy.cite(rule);
      expect(facts.rules[rule]).toMatchObject({ clause, basis, words, value: policy.value(rule) });
    }
  });

  test('says how grave each thing is in words', () => {
    for (const { grave, value } of Object.values(facts.rules)) {
      const severity = (value as { severity?: string } | null)?.severity;
      if (severity !== undefined) expect(grave[severity]).toMatch(/^[A-Z][a-z]/);
      expect(Object.values(grave).join()).not.toMatch(/-role|-approval|undefined/);
    }
  });
});

test('severities are words, and a role is named as people name it', () => {
  expect(severityInWords('block', undefined)).toBe('Stops it');
  expect(severityInWords('block', 'information-governance')).toBe(
    'Stops it, unless agreed by: information governance lead',
  );
  expect(severityInWords('needs-role', 'incident-lead')).toBe('Needs agreement by: incident lead');
  expect(severityInWords('needs-approval', undefined)).toBe('Needs agreement by somebody else');
  expect(severityInWords('warn', undefined)).toBe('Better changed');
  expect(severityInWords('note', undefined)).toBe('Worth a thought');
});

import { describe, expect, test } from 'vitest';
import { InputRefused } from '#kernel/refusal.ts';
import { pack } from '#policy/testing-packs.ts';
import { refuseUnchecked, type Stayed } from './checked.ts';
import { givenOutBy } from './given-out.ts';

const policy = pack('icb002/1.0');
const enquiry = { network: 'bluesky', text: 'Where is the flu clinic?', visibility: 'public' } as const;
const nothing = givenOutBy([]);

type Over = Partial<Parameters<typeof refuseUnchecked>[0]>;
const reading = (words: string, over: Over = {}): Stayed =>
  refuseUnchecked({
    enquiry,
    words,
    field: 'text',
    policy,
    now: Temporal.Instant.from('2026-11-24T10:00:00Z'),
    givenOut: nothing,
    ...over,
  });

/** What stands at each field; nothing where the reply may go out. */
function saidOf(words: string, over: Over = {}): string[] {
  try {
    reading(words, over);
    return [];
  } catch (error) {
    if (error instanceof InputRefused)
      return error.errors.map(({ field, message }) => `${field}: ${message}`);
    throw error;
  }
}

const withNumber = 'Thank you, we will ring you on 07700 900123 today.';

describe('somebody’s details in a reply', () => {
  test.each([
    ['a telephone number', withNumber],
    ['an NHS number', 'We found it under NHS number 999 000 0018.'],
  ])('%s stops it, with the clause on replies and who could let it through', (_, words) => {
    const said = saidOf(words);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^text: This looks like somebody’s .*\(clause 6\.5\.k\)/);
    expect(said[0]).toContain('information governance lead');
  });
  test('no reason of the team lets it through', () => {
    expect(saidOf(withNumber, { mayStay: 'mistaken' })).toHaveLength(1);
  });
  test('a reason of whoever decides does, and what is kept of it holds none of the details', () => {
    const kept = reading(withNumber, { details: 'agreed' });
    expect(kept).toEqual({ pointedOut: 'checks.personal-data', stays: 'agreed' });
  });
  test('that reason lets nothing else through', () => {
    const said = saidOf(`You should take 400mg of ibuprofen every 4 hours. ${withNumber}`, {
      details: 'agreed',
    });
    expect(said.map((one) => /clause ([\w.]+)/.exec(one)?.[1])).toEqual(['6.5.c']);
  });
  test('nor is it a way to write a reply that holds no details', () => {
    expect(saidOf('Hello.', { details: 'agreed' })).toEqual([expect.stringContaining('no personal details')]);
  });
  test('where only the person reads it they are pointed out, and a reason is enough', () => {
    const alone = { enquiry: { ...enquiry, visibility: 'private' } } as const;
    expect(saidOf(withNumber, alone).map((one) => one.split(':')[0])).toEqual(['text', 'mayStay']);
    expect(reading(withNumber, { ...alone, mayStay: 'agreed' }).stays).toBe('agreed');
  });
  test('a number that the directory gives out is nobody’s', () => {
    const words = 'Please ring the helpline on 01632 960123.';
    expect(saidOf(words)).toHaveLength(1);
    const givenOut = givenOutBy([{ text: 'Helpline: (01632) 960 123', url: 'https://help.example.org/a' }]);
    expect(saidOf(words, { givenOut })).toEqual([]);
  });
});

describe('what else stops a reply', () => {
  test.each([
    ['a dose', 'You should take 400mg of ibuprofen every 4 hours.', '6.5.c'],
    ['talk of somebody’s care', 'Sorry about your operation last week, your surgeon has told us.', '6.7.P13'],
    ['a complaint', 'Your complaint was looked into by our solicitors.', '6.7.P14'],
    ['party politics', 'Vote Labour and the NHS is safe.', '6.7.P11'],
  ])('%s', (_, words, clause) => {
    expect(saidOf(words, { mayStay: 'mistaken', details: 'agreed' }).join()).toContain(`clause ${clause}`);
  });
  test('what governance decides says so, and offers no way past it here', () => {
    const said = saidOf('Your complaint was looked into by our solicitors.').join();
    expect(said).toContain('It stops this reply: the governance team decides');
  });
  test('what nobody may override says that', () => {
    expect(saidOf('You should take 400mg of ibuprofen every 4 hours.').join()).toContain(
      'nobody may override',
    );
  });
});

describe('what is only pointed out', () => {
  const blames = 'It is entirely your own fault.';
  test.each([
    ['aggression', blames],
    ['swearing', 'That is a load of crap.'],
  ])('%s is said at the words with its clause, and a reason is asked for', (_, words) => {
    const said = saidOf(words);
    expect(said[0]).toMatch(/^text: .*\(clause 6\.7\.P11\)\.$/);
    expect(said.at(-1)).toMatch(/^mayStay: /);
  });
  test('it stays with a reason; the rule and the reason are kept, and no words', () => {
    expect(reading(blames, { mayStay: 'quoted' })).toEqual({
      pointedOut: 'checks.aggression',
      stays: 'quoted',
    });
  });
  test('everything is said at once, what stops it first', () => {
    const said = saidOf(`${blames} ${withNumber}`);
    expect(said.map((one) => /clause ([\w.]+)/.exec(one)?.[1])).toEqual(['6.5.k', '6.7.P11', undefined]);
  });
});

test.each([
  'Thank you. The clinic is on Station Road, next to the library.',
  'Hello Jo, please call 111, or 999 if it is an emergency.',
  'We cannot talk about anybody’s care here. Please contact our patient advice team.',
  'You can make a complaint on our website: https://www.nhs.uk/contact-us/',
])('an ordinary reply goes out unasked: %s', (words) => {
  expect(reading(words)).toEqual({ pointedOut: null, stays: null });
});

test('what is said by telephone or letter is published nowhere and is not read', () => {
  expect(saidOf(withNumber, { enquiry: { ...enquiry, network: 'letter', visibility: 'private' } })).toEqual(
    [],
  );
});

test('how long it may be is left to what the network said of this message', () => {
  expect(saidOf('We are here to help you. '.repeat(20)).filter((one) => /characters long/.test(one))).toEqual(
    [],
  );
});

test('another policy grades and cites by its own bindings', () => {
  expect(saidOf(withNumber, { policy: pack('lmc-sm/2.1') })[0]).toContain('clause S7/2');
});

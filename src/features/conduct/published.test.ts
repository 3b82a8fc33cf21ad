import { askQuestion } from '#kernel/ask.ts';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { hide, hideDetails } from './commands/take.ts';
import { lastQuarter } from './quarter.ts';
import { houseRules } from './queries.ts';
import { openConduct } from './testing-conduct.ts';

const { at, desk, conduct, senior } = await openConduct();
type Published = z.output<(typeof houseRules)['output']>;
/** As anybody reads it, not signed in. */
const published = async (): Promise<Published> =>
  houseRules.output.parse(await askQuestion(at.house, houseRules, { actor: undefined, input: {} }));
const countOf = ({ rules }: Published, id: string) => rules.find((rule) => rule.id === id)?.count;
const author = { authorHandle: 'rude.rita', authorId: 'rita', authorName: 'Rita Rude', text: 'You cows' };
async function hidden(times: number) {
  for (let done = 0; done < times; done += 1) {
    const { id } = await conduct.takes(hide, (await desk.received(author)).id, { beyond: 'Names' });
    await conduct.carried(id);
  }
}

describe('the house rules', () => {
  test('stand open to everybody, each with its words and what it may bring', async () => {
    const { rules } = await published();
    expect(rules.length).toBeGreaterThan(4);
    for (const rule of rules) {
      expect(rule.words).toMatch(/\.$/);
      expect(rule.measures.length).toBeGreaterThan(0);
    }
  });
  test('say how often each brought something about, of a quarter that is over; few are not told, and nobody is named', async () => {
    await hidden(4);
    const { id } = await conduct.takes(hideDetails, (await desk.received(author)).id);
    await conduct.carried(id);
    expect(countOf(await published(), 'respect')).toBeNull();
    at.clock.set('2027-01-01T00:00:00Z');
    const few = await published();
    expect([few.from, few.to, countOf(few, 'respect'), countOf(few, 'private-details')]).toEqual([
      '2026-10-01',
      '2026-12-31',
      null,
      null,
    ]);
    at.clock.set('2026-12-31T12:00:00Z');
    await hidden(1);
    expect(countOf(await published(), 'respect')).toBeNull();
    at.clock.set('2027-01-01T00:00:00Z');
    const enough = await published();
    expect(countOf(enough, 'respect')).toBe(5);
    expect(JSON.stringify(enough)).not.toMatch(/rita|cows|Olu/i);
    at.clock.set('2027-04-01T00:00:00Z');
    expect(countOf(await published(), 'respect')).toBeNull();
  });
});

describe('a quarter that is over', () => {
  test.each([
    ['2026-11-24T10:00:00Z', '2026-07-01', '2026-09-30'],
    ['2027-01-01T00:00:00Z', '2026-10-01', '2026-12-31'],
    ['2026-03-31T22:59:59Z', '2025-10-01', '2025-12-31'],
    // Midnight of the first of April, by summer time.
    ['2026-03-31T23:00:00Z', '2026-01-01', '2026-03-31'],
  ])('at %s', (now, first, last) => {
    const quarter = lastQuarter(Temporal.Instant.from(now), 'Europe/London');
    expect([quarter.first.toString(), quarter.last.toString()]).toEqual([first, last]);
    expect(Temporal.Instant.compare(quarter.to, Temporal.Instant.from(now))).toBeLessThan(1);
  });
});

test('what is open, due and in force stands in one list', async () => {
  const list = await desk.asks('conduct.open', senior());
  expect(list.inForce.find((one: { kind: string }) => one.kind === 'hide').count).toBeGreaterThan(4);
  expect(list.byRule.length).toBeGreaterThan(4);
});

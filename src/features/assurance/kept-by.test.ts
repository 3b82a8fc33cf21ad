import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { autoReply } from '#features/auto-reply/index.ts';
import { conductIn } from '#features/conduct/index.ts';
import { deliveries } from '#features/deliveries/index.ts';
import { guidance } from '#features/guidance/index.ts';
import { handOvers } from '#features/hand-over/index.ts';
import { inbox } from '#features/inbox/index.ts';
import { onCallIn } from '#features/on-call/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { personalData } from '#features/personal-data/index.ts';
import { records } from '#features/records/index.ts';
import { register } from '#features/register/index.ts';
import type { DeclaredHouse } from '#kernel/question.ts';
import { ruleNames } from '#policy/index.ts';
import { savedReplies } from '#features/saved-replies/index.ts';
import { assurance } from './index.ts';
import { keptBy } from './kept-by.ts';

const rooms = [
  peopleIn('Europe/London'),
  register,
  savedReplies,
  inbox,
  autoReply,
  onCallIn('Europe/London'),
  conductIn('Europe/London'),
  handOvers,
  personalData,
  deliveries,
  guidance,
  records,
  assurance,
];
const house = {
  rooms,
  commands: new Map(rooms.flatMap((room) => room.commands).map((one) => [one.name, one])),
} as unknown as DeclaredHouse;

const source = resolve(import.meta.dirname, '../..');
/** The product without its tests, without the catalogue, and without the list that is under test. */
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|testing-|^policy\//.test(file))
  .filter((file) => file !== 'features/assurance/kept-by.ts')
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

describe('how a rule is kept', () => {
  test.each(ruleNames)('is said of %s', (rule) => {
    const { deeds, refusals, words } = keptBy(house, rule);
    expect(deeds.length + refusals.length + (words === null ? 0 : 1)).toBeGreaterThan(0);
  });

  test('is told in the words of the buttons, without a name of the code', () => {
    expect(keptBy(house, 'inbox.pass-on').deeds).toContainEqual({ room: 'Inbox', deed: 'Pass on' });
    expect(keptBy(house, 'inbox.pass-on').refusals).toContain('… does not answer enquiries.');
    for (const rule of ruleNames) {
      const { deeds, refusals, words } = keptBy(house, rule);
      for (const said of [...deeds.map((one) => one.deed), ...refusals, words ?? ''])
        expect(said).not.toMatch(/[a-z]+\.[a-z]+-|[a-z][A-Z]|\{/);
    }
  });

  test('of a rule that nothing goes by yet, nothing is claimed', () => {
    const idle = ruleNames.filter((rule) => !keptBy(house, rule).kept);
    expect(idle).not.toEqual([]);
    for (const rule of idle) {
      expect(keptBy(house, rule).deeds).toEqual([]);
      expect(keptBy(house, rule).words).toMatch(/ yet\b/);
      expect(code).not.toContain(`'${rule}'`);
    }
  });

  /** Kept by what the product is, where nobody does a deed: cited there all the same. */
  test('every other rule is named where the product keeps it', () => {
    const silent = ruleNames.filter((rule) => keptBy(house, rule).kept && !code.includes(`'${rule}'`));
    expect(silent).toEqual([]);
  });
});

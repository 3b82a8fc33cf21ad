import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { statesOf } from '#kernel/lifecycle.ts';
import { roles, systems } from '#kernel/roles.ts';
import { declaredRefusals } from '#kernel/refusal.ts';
import type { Declared } from '#entry/cli/index.ts';
import type { Policy } from '#policy/index.ts';
import { declared } from '../guest.ts';
import { root } from '../root.ts';
import { stateDiagram } from './diagram.ts';
import { differenceIn, leftOver, outOfDate } from './fresh.ts';
import { code, generated } from './markdown.ts';
import { operationsPage } from './operations-page.ts';

let all: Declared;
let policy: Policy;
beforeAll(async () => {
  all = await declared({ practice: false });
  // The newest version, whatever day it is: a page must not go out of date overnight.
  const newest = all.policies.all.at(-1);
  if (!newest) throw new Error('No policy is loaded');
  policy = newest;
});

const pageOf = (room: string): string => `docs/operations/${room}.md`;

describe('docs/operations', () => {
  test('has a page for every room, as its declarations are now', () => {
    const wrong = all.rooms.flatMap((room) => outOfDate(pageOf(room.name), operationsPage(room, policy)));
    expect(wrong).toEqual([]);
  });

  test('has an index, and no page of a room that is gone: docs/ as it should be', () => {
    const index = [
      generated,
      '# What the program does, room by room',
      '',
      'Each command and question with who may, from which state to which, under which clause, its fields and its ways in.',
      '',
      ...all.rooms.map(
        ({ name, title, commands, questions }) =>
          `- [${title}](${name}.md): ${commands.length} commands, ${questions.length} questions`,
      ),
      '',
    ].join('\n');
    const path = pageOf('README');
    expect([
      ...outOfDate(path, index),
      ...leftOver('docs/operations', [path, ...all.rooms.map(({ name }) => pageOf(name))]),
    ]).toEqual([]);
  });

  test('names every command, question, field, state and refusal of its room', () => {
    for (const room of all.rooms) {
      const page = operationsPage(room, policy);
      const names = [
        ...room.commands.map(({ name }) => code(name)),
        ...room.commands.flatMap(({ input }) => Object.keys(input.shape).map(code)),
        ...room.questions.map(({ name }) => code(name)),
        ...[...declaredRefusals().keys()].filter((one) => one.startsWith(`${room.name}.`)).map(code),
      ];
      expect(names.filter((name) => !page.includes(name))).toEqual([]);
      for (const of of room.lifecycles) {
        const diagram = stateDiagram(of);
        expect(page).toContain(diagram);
        for (const state of statesOf(of)) expect(diagram).toContain(`"${state.replaceAll('-', ' ')}"`);
        for (const { by } of of.steps) expect(page).toContain(by.replaceAll('-', ' '));
      }
    }
  });
});

describe('docs/words.md', () => {
  const words = readFileSync(join(root, 'docs/words.md'), 'utf8').toLowerCase();
  const rows = words.split('\n').filter((line) => line.startsWith('| **'));
  const names = rows.map((line) => /^\| \*\*(.+?)\*\*/.exec(line)?.[1] ?? '');

  test('has each kind of row with its states, each role, and each part that acts', () => {
    const lifecycles = all.rooms.flatMap((room) => room.lifecycles);
    const missing = [
      ...lifecycles.flatMap((of) => {
        const kind = of.name.replaceAll('-', ' ');
        const own = rows.filter((line) => line.startsWith(`| **${kind}**`));
        if (own.length === 0) return [`the kind ${kind}`];
        return statesOf(of)
          .map((state) => state.replaceAll('-', ' '))
          .filter((state) => !own.some((line) => line.includes(`*${state}*`)))
          .map((state) => `the state ${state} of ${kind}`);
      }),
      ...Object.values(roles).filter((role) => !names.includes(role.toLowerCase())),
      ...Object.keys(systems).filter((system) => !names.includes(system)),
    ];
    expect(missing.map((what) => `docs/words.md does not say what this is: ${what}`)).toEqual([]);
  });

  test('has the words in order, each once', () => {
    const terms = names.slice(0, names.lastIndexOf('worker') + 1);
    expect(terms).toEqual(terms.toSorted());
    expect(new Set(terms).size).toBe(terms.length);
  });
});

describe('a generated page', () => {
  test('that is out of date says where, and how to renew it', () => {
    expect(differenceIn('docs/x.md', 'one\ntwo\n', 'one\nthree\n')).toEqual([
      'docs/x.md is out of date at line 2. It says “two”; it should say “three”. Run script/docs, look at the difference, and commit it with your change.',
    ]);
    expect(differenceIn('docs/x.md', 'one\n', 'one\n')).toEqual([]);
    expect(differenceIn('docs/x.md', 'one\nmore\n', 'one\n')).toHaveLength(1);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { enquiry } from './lifecycle.ts';
import { reply } from './reply-lifecycle.ts';

const diagrams = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('```mermaid')
  .slice(1)
  .map((text) => text.split('```')[0] ?? '');

/** `from --> to: verb`, one for each verb of an arrow. */
const drawn = (text: string): string[] =>
  [...text.matchAll(/(\S+) --> (\S+): (.+)/g)].flatMap(([, from, to, verbs = '']) =>
    verbs.split(', ').map((verb) => `${from} --> ${to}: ${verb}`),
  );

const declared = (of: Lifecycle): string[] =>
  of.steps.flatMap((step) =>
    (step.from === 'nothing' ? ['[*]'] : step.from).flatMap((from) =>
      [step.to]
        .flat()
        .filter((to) => to !== 'same' && to !== from)
        .map((to) => `${from} --> ${to}: ${step.by}`),
    ),
  );
const verbsOf = (arrows: readonly string[]): string[] =>
  [...new Set(arrows.map((arrow) => arrow.split(': ')[1] ?? ''))].toSorted();

test.each([
  ['enquiry', 0, enquiry],
  ['reply', 1, reply],
] as const)(
  'the diagram of %s draws arrows that there are, and leaves no verb out that moves it',
  (_, place, of) => {
    const arrows = drawn(diagrams[place] ?? '');
    expect(arrows.filter((arrow) => !declared(of).includes(arrow))).toEqual([]);
    expect(verbsOf(arrows)).toEqual(verbsOf(declared(of)));
  },
);

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { factsFor, packOf } from '../testing-facts.ts';
import { answer } from './answer.ts';
import { Checker, type Beside } from './checker.ts';
import type { Answer, Typed } from './messages.ts';

const facts = factsFor(packOf('icb002/1.0'));
const about = (handle: string): Typed => ({ part: 'handle', handle, accountKind: 'personal' });
const profile: Typed = { part: 'profile', text: 'Runner', handle: '' };

/** A worker in little: it truly answers, once its turn comes; a text named `stuck` it never answers, at `broken` it breaks. */
class Small implements Beside {
  #heard: (event: { data: unknown }) => void = () => undefined;
  #broke: () => void = () => undefined;
  #facts: typeof facts | undefined;
  ended = false;

  addEventListener(kind: 'message' | 'error', heard: (event: { data: unknown }) => void): void {
    if (kind === 'message') this.#heard = heard;
    else this.#broke = heard as () => void;
  }
  postMessage(message: { facts: typeof facts } | { number: number; typed: Typed }): void {
    if ('facts' in message) {
      this.#facts = message.facts;
      return;
    }
    const { number, typed } = message;
    setTimeout(() => {
      if (this.ended || !this.#facts) return;
      if ('handle' in typed && typed.handle === 'stuck') return;
      if ('handle' in typed && typed.handle === 'broken') this.#broke();
      else this.#heard({ data: { number, answer: answer(this.#facts, typed) } });
    }, 10);
  }
  terminate(): void {
    this.ended = true;
  }
}

let begun: Small[];
let told: string[];
let checker: Checker;
beforeEach(() => {
  vi.useFakeTimers();
  [begun, told] = [[], []];
  checker = new Checker({
    facts,
    start: () => {
      const small = new Small();
      begun.push(small);
      return small;
    },
    heard: (_: Answer, typed) =>
      void told.push(`heard ${'handle' in typed ? typed.handle : ''}|${typed.part}`),
    gaveUp: (typed) => void told.push(`gave up ${'handle' in typed ? typed.handle : ''}`),
    broken: () => void told.push('broken'),
    patience: 1_000,
  });
});
afterEach(() => vi.useRealTimers());

test('of what is typed quickly only the newest is looked at, and each part has its turn', async () => {
  for (const handle of ['@a', '@ab', '@abc']) checker.ask(about(handle));
  checker.ask(profile);
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toEqual(['heard @a|handle', 'heard @abc|handle', 'heard |profile']);
  expect(begun).toHaveLength(1);
});

test('a text that takes too long is given up, and the next is looked at by a fresh worker', async () => {
  checker.ask(about('@a'));
  await vi.advanceTimersByTimeAsync(100);
  checker.ask(about('stuck'));
  checker.ask(about('@b'));
  await vi.advanceTimersByTimeAsync(1_500);
  expect(told).toEqual(['heard @a|handle', 'gave up stuck', 'heard @b|handle']);
  expect(begun.map(({ ended }) => ended)).toEqual([true, false]);
});

test('where it never once answers it cannot work here, and says so', async () => {
  checker.ask(about('broken'));
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual(['broken']);
  expect(begun[0]?.ended).toBe(true);
});

test('when it ends, nothing is heard any more', async () => {
  checker.ask(about('@a'));
  checker.end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([]);
  expect(begun[0]?.ended).toBe(true);
});

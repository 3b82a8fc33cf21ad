import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { countWords, lengthInCharacters } from './characters.ts';
import { codeIn } from './code-in-address.ts';
import { deedOf, nextRow } from './deeds.ts';
import { draftName, dropAll, dropDrafts, dropOthers } from './drafts.ts';
import { newsOf, newsWords } from './news.ts';

/** A small storage that keeps what it is given, as a browser tab does. */
function tab(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

const pageWith = (...paths: string[]) => ({
  querySelectorAll: () => paths.map((path) => ({ getAttribute: () => path })),
});

describe('characters', () => {
  test.each([
    ['', 0],
    ['Bore da', 7],
    ['e\u0301', 1],
    ['🏴󠁧󠁢󠁷󠁬󠁳󠁿', 1],
    ['👩🏽‍⚕️👨‍👩‍👧', 2],
    ['a\r\nb', 3],
  ])('%j are %i as people count them', (text, length) => {
    expect(lengthInCharacters(text)).toBe(length);
  });
  test.each([
    [0, 300, '300 characters left'],
    [299, 300, '1 character left'],
    [300, 300, '0 characters left'],
    [301, 300, '1 character too many'],
    [5000, 1000, '4,000 characters too many'],
  ])('%i of %i: %s', (used, limit, words) => {
    expect(countWords(used, limit)).toBe(words);
  });
});

const stroke = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('keys', () => {
  test('rest while somebody writes, and leave the browser its own', () => {
    expect(deedOf(stroke('j'), true)).toBeUndefined();
    expect(deedOf(stroke('r', { ctrlKey: true }), false)).toBeUndefined();
    expect(deedOf(stroke('r', { metaKey: true }), false)).toBeUndefined();
    expect(deedOf(stroke('c', { altKey: true }), false)).toBeUndefined();
    expect(deedOf(stroke('x'), false)).toBeUndefined();
  });
  test.each(['j', 'k', 'o', 'r', 'e', 'c', '/', '?'])('%s does something', (key) => {
    expect(deedOf(stroke(key), false)).toBeDefined();
  });
  test('rows end where the list ends', () => {
    expect(nextRow(-1, 1, 3)).toBe(0);
    expect(nextRow(-1, -1, 3)).toBe(0);
    expect(nextRow(-1, 1, 0)).toBe(-1);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(49),
        fc.constantFrom(1 as const, -1 as const),
        (of, at, step) => {
          const next = nextRow(Math.min(at, of - 1), step, of);
          return next >= 0 && next < of;
        },
      ),
    );
  });
});

describe('drafts', () => {
  test('of a form that was done go, others stay', () => {
    const storage = tab();
    storage.setItem(draftName('/do/enquiry.reply/1 text'), 'Hello');
    storage.setItem(draftName('/do/enquiry.reply/12 text'), 'Other');
    storage.setItem('theirs', 'x');
    dropDrafts(pageWith('/do/enquiry.reply/1'), storage);
    expect(storage.getItem(draftName('/do/enquiry.reply/1 text'))).toBeNull();
    expect(storage.getItem(draftName('/do/enquiry.reply/12 text'))).toBe('Other');
    expect(storage.getItem('theirs')).toBe('x');
  });
  test('belong to who wrote them, and outlive a session that ended', () => {
    const storage = tab();
    dropOthers('ann', storage);
    storage.setItem(draftName('/do/a b'), 'Hello');
    dropOthers(undefined, storage);
    dropOthers('ann', storage);
    expect(storage.getItem(draftName('/do/a b'))).toBe('Hello');
    dropOthers('bo', storage);
    expect(storage.getItem(draftName('/do/a b'))).toBeNull();
  });
  test('all go on signing out', () => {
    const storage = tab();
    for (const name of ['a', 'b', 'c']) storage.setItem(draftName(name), name);
    dropAll(storage);
    expect(storage.length).toBe(0);
  });
});

describe('news', () => {
  test.each([
    [{ fresh: 3, changed: 0 }, '3 new'],
    [{ fresh: 1, changed: 2 }, '1 new, 2 changed'],
    [{ fresh: 0, changed: 1 }, '1 changed'],
    [{ fresh: 0, changed: 0 }, ''],
  ])('%j: %s', (news, words) => {
    expect(newsWords(news)).toBe(words);
  });
  test('is read with care', () => {
    expect(newsOf('{"fresh":3}')).toEqual({ fresh: 3, changed: 0 });
    expect(newsOf('{"fresh":"<b>","changed":-1}')).toEqual({ fresh: 0, changed: 0 });
    expect(newsOf('null')).toEqual({ fresh: 0, changed: 0 });
  });
});

test('a sign-in code is read from the address of its link, and nothing else is', () => {
  expect(codeIn('#k7m4x-9pqrs-abcde-fghjk-23456')).toBe('k7m4x-9pqrs-abcde-fghjk-23456');
  for (const other of ['', '#code', '#main-content', '#k7m4x-9pqrs-abcde-fghjk', '#<img src=x>'])
    expect(codeIn(other)).toBeUndefined();
});

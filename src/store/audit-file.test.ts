import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AuditEntry, LinkedEntry } from '#kernel/audit-entry.ts';
import { exportLines, linkHash, nothingBefore, verifyLines } from './audit-file.ts';
import type { OpenStore } from './store.ts';
import type { StoreTables } from './tables.ts';
import { auditEntry } from './testing-entry.ts';
import { testStore } from './testing.ts';
import { canonicalText, entriesInOrder } from './trail.ts';

interface Vector extends Pick<LinkedEntry, 'text' | 'previous' | 'hash'> {
  readonly why: string;
  readonly entry: AuditEntry;
}
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'audit-vectors.json'), 'utf8')) as Vector[];

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function exported(entries: readonly LinkedEntry[]): Promise<string[]> {
  async function* each(): AsyncGenerator<LinkedEntry> {
    yield* entries;
  }
  return Array.fromAsync(exportLines(each()));
}

/** Links texts from an entry on, as somebody with the code would. */
function linked(texts: readonly string[], after: LinkedEntry[] = []): LinkedEntry[] {
  const entries = [...after];
  for (const text of texts) {
    const previous = entries.at(-1)?.hash ?? nothingBefore;
    entries.push({ sequence: entries.length + 1, text, previous, hash: linkHash(previous, text) });
  }
  return entries;
}

const texts = Array.from({ length: 6 }, (_, n) =>
  canonicalText(auditEntry({ id: `00000000-0000-7000-8000-00000000000${n + 1}`, version: n })),
);
const good = linked(texts);
const idOf = (sequence: number): string => `00000000-0000-7000-8000-00000000000${sequence}`;
const noted = { sequence: 6, hash: good[5]?.hash ?? '' };
const changed = (text: string): string => text.replace('"to":"open"', '"to":"shut"');

describe('the canonical text and its hash are fixed for ever', () => {
  test.each(vectors)('$why', ({ entry, text, previous, hash }) => {
    expect(canonicalText(entry)).toBe(text);
    expect(linkHash(previous, text)).toBe(hash);
  });

  test('each vector follows the one before it, and the order of keys makes no difference', () => {
    expect(vectors.map((one) => one.previous)).toEqual([
      nothingBefore,
      ...vectors.slice(0, -1).map((one) => one.hash),
    ]);
    for (const { entry, text } of vectors)
      expect(canonicalText(Object.fromEntries(Object.entries(entry).reverse()) as typeof entry)).toBe(text);
  });
});

describe('the database links as Node verifies', () => {
  let store: OpenStore;
  beforeAll(async () => {
    store = await testStore({ rooms: [], queues: [], root: resolve(import.meta.dirname, '../..') });
  });
  afterAll(() => store.close());

  test('the vectors get the same hashes in PostgreSQL, and the export verifies', async () => {
    for (const { entry } of vectors) await store.write((writing) => writing.audit(entry));
    const entries = await Array.fromAsync(entriesInOrder(store.read<StoreTables>()));
    expect(entries.map(({ text, previous, hash }) => ({ text, previous, hash }))).toEqual(
      vectors.map(({ text, previous, hash }) => ({ text, previous, hash })),
    );
    const head = await store.trail.head();
    expect(await verifyLines(from(await exported(entries)), head)).toEqual({
      ok: true,
      entries: vectors.length,
      head: head.hash,
    });
  });
});

describe('tampering is named with its entry', () => {
  const bad = async (
    entries: readonly LinkedEntry[],
    expected?: { sequence: number; hash: string },
  ): Promise<unknown> => verifyLines(from(await exported(entries)), expected);

  test('an untouched trail is good, with and without a noted head', async () => {
    const whole = { ok: true, entries: 6, head: noted.hash };
    expect(await bad(good)).toEqual(whole);
    expect(await bad(good, noted)).toEqual(whole);
    expect(await bad(good, { sequence: 3, hash: good[2]?.hash ?? '' })).toEqual(whole);
    expect(await bad([])).toEqual({ ok: true, entries: 0, head: nothingBefore });
  });

  test('a changed text', async () => {
    const entries = good.map((one) => (one.sequence === 3 ? { ...one, text: changed(one.text) } : one));
    expect(entries[2]?.text).not.toBe(good[2]?.text);
    expect(await bad(entries)).toEqual({
      ok: false,
      line: 4,
      sequence: 3,
      id: idOf(3),
      reason: 'its text was changed, or its hash was',
    });
  });

  test('a changed text with a hash made to fit it: the next one no longer follows', async () => {
    const entries = good.map((one) => {
      if (one.sequence !== 3) return one;
      const text = changed(one.text);
      return { ...one, text, hash: linkHash(one.previous, text) };
    });
    expect(await bad(entries)).toMatchObject({
      ok: false,
      sequence: 4,
      id: idOf(4),
      reason: 'does not follow from the entry before it',
    });
  });

  test.each([1, 3, 5])('entry %d removed', async (sequence) => {
    expect(await bad(good.filter((one) => one.sequence !== sequence))).toMatchObject({
      ok: false,
      sequence: sequence + 1,
      id: idOf(sequence + 1),
      reason: `entry ${sequence} is missing or out of order here`,
    });
  });

  test('a removed one whose followers were given its numbers', async () => {
    const entries = good
      .filter((one) => one.sequence !== 3)
      .map((one, index) => ({ ...one, sequence: index + 1 }));
    expect(await bad(entries)).toMatchObject({
      ok: false,
      sequence: 3,
      id: idOf(4),
      reason: 'does not follow from the entry before it',
    });
  });

  test('two swapped', async () => {
    const entries = good.toSpliced(2, 2, ...good.slice(2, 4).reverse());
    expect(await bad(entries)).toMatchObject({
      ok: false,
      sequence: 4,
      id: idOf(4),
      reason: 'entry 3 is missing or out of order here',
    });
  });

  test('one inserted', async () => {
    const text = canonicalText(auditEntry({ id: idOf(9) }));
    const previous = good[2]?.hash ?? '';
    const inserted = { sequence: 4, text, previous, hash: linkHash(previous, text) };
    expect(await bad(good.toSpliced(3, 0, inserted))).toMatchObject({
      ok: false,
      line: 6,
      sequence: 4,
      id: idOf(4),
      reason: 'entry 5 is missing or out of order here',
    });
  });

  test('a tail hashed anew is whole in itself; only a noted head betrays it', async () => {
    const entries = linked(texts.slice(2).map(changed), good.slice(0, 2));
    expect(await bad(entries)).toMatchObject({ ok: true, entries: 6 });
    expect(await bad(entries, noted)).toMatchObject({
      ok: false,
      sequence: 6,
      id: idOf(6),
      reason: 'differs from the head that was noted: it, or something before it, was rewritten',
    });
  });

  test('a tail cut off is whole in itself; only a noted head betrays it', async () => {
    expect(await bad(good.slice(0, 4))).toMatchObject({ ok: true, entries: 4 });
    expect(await bad(good.slice(0, 4), noted)).toMatchObject({
      ok: false,
      sequence: 4,
      reason: 'the trail ends at entry 4, before the noted head 6',
    });
  });

  test('lines that are no entries, and files that are no trails', async () => {
    const lines = await exported(good);
    const spoilt = lines.with(3, '{"sequence":3');
    expect(await verifyLines(from(spoilt))).toMatchObject({ ok: false, line: 4, sequence: null });
    expect(await verifyLines(from(lines.with(3, '{"sequence":3}')))).toMatchObject({ ok: false, line: 4 });
    expect(await verifyLines(from([]))).toMatchObject({ ok: false, reason: 'the file is empty' });
    expect(await verifyLines(from(lines.slice(1)))).toMatchObject({ ok: false, line: 1 });
    expect(await verifyLines(from(lines.with(0, '{"signpost":"audit-trail","format":2}')))).toMatchObject({
      ok: false,
      reason: 'this trail was exported by a newer version',
    });
  });
});

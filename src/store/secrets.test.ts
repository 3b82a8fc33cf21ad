import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keyOfSealed, rotateKey, secretsIn } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(['', 'token', 'zwei\nZeilen 👩🏽‍⚕️', 'x'.repeat(100_000)])(
  'what was sealed opens again (%#)',
  (text) => {
    const sealed = secretsIn(folder).seal(text);
    expect(secretsIn(folder).open(sealed)).toBe(text);
  },
);

test('the same text is never sealed twice alike, and a seal does not show it', () => {
  const secrets = secretsIn(folder);
  expect(secrets.seal('token')).not.toBe(secrets.seal('token'));
  expect(Buffer.from(secrets.seal('token').split('.')[3] ?? '', 'base64url').toString()).not.toContain(
    'token',
  );
});

test('after a rotation new text has the new key, and old text still opens', () => {
  const old = secretsIn(folder).seal('old');
  const id = rotateKey(folder);
  const secrets = secretsIn(folder);
  const fresh = secrets.seal('new');
  expect(fresh.split('.')[1]).toBe(id);
  expect(old.split('.')[1]).not.toBe(id);
  expect([secrets.open(old), secrets.open(fresh)]).toEqual(['old', 'new']);
});

test('a rotation keeps the salt: digests of one value stay one', () => {
  const before = secretsIn(folder).digest('07700 900123');
  rotateKey(folder);
  expect(secretsIn(folder).digest('07700 900123')).toBe(before);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
});

test('another installation has another salt and cannot open a seal', () => {
  const here = secretsIn(folder);
  const there = secretsIn(join(folder, 'another'));
  expect(there.digest('x')).not.toBe(here.digest('x'));
  expect(() => there.open(here.seal('token'))).toThrow(/which is not here\. Put back keys\.json/);
});

test('a change in any part of a seal is noticed', () => {
  const secrets = secretsIn(folder);
  const old = secrets.seal('something else');
  rotateKey(folder);
  const rotated = secretsIn(folder);
  const parts = rotated.seal('token').split('.');
  for (const index of [2, 3, 4]) {
    const bytes = Buffer.from(parts[index] ?? '', 'base64url');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    expect(() => rotated.open(parts.with(index, bytes.toString('base64url')).join('.'))).toThrow();
  }
  expect(() => rotated.open(parts.with(1, old.split('.')[1] ?? '').join('.'))).toThrow();
  expect(() => rotated.open(parts.with(0, 'v2').join('.'))).toThrow(/not a sealed secret/);
  expect(() => rotated.open(parts.slice(0, 4).join('.'))).toThrow();
});

test('a tag cut short is no tag: fewer bytes would be easier to guess', () => {
  const secrets = secretsIn(folder);
  const parts = secrets.seal('token').split('.');
  const tag = Buffer.from(parts[4] ?? '', 'base64url');
  for (const length of [4, 8, 12, 15])
    expect(() =>
      secrets.open(parts.with(4, tag.subarray(0, length).toString('base64url')).join('.')),
    ).toThrow();
});

test('a key from the environment seals, and the file’s keys still open', () => {
  const old = secretsIn(folder).seal('old');
  const given = randomBytes(32).toString('base64');
  const secrets = secretsIn(folder, given);
  expect(secrets.open(secrets.seal('new'))).toBe('new');
  expect(secrets.open(old)).toBe('old');
  expect(() => secretsIn(folder).open(secrets.seal('new'))).toThrow(/which is not here/);
  expect(() => secretsIn(folder, 'c2hvcnQ=')).toThrow(/32 bytes/);
});

test('nobody else may read the keys, and a second opening keeps them', () => {
  const sealed = secretsIn(folder).seal('x');
  expect(statSync(join(folder, 'keys.json')).mode & 0o077).toBe(0);
  expect(secretsIn(folder).open(sealed)).toBe('x');
});

test('a seal says which key it needs, and nothing else is taken for one', () => {
  const secrets = secretsIn(folder);
  const sealed = secrets.seal('token');
  const key = keyOfSealed(sealed) ?? '';
  expect([secrets.holds(key), secretsIn(join(folder, 'another')).holds(key)]).toEqual([true, false]);
  expect(['', 'v1.2.3', 'Version v1.a.b.c.d', `${sealed} and more`].map(keyOfSealed)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('programs that make the keys at the same moment end up with the same ones', async () => {
  const fresh = join(folder, 'fresh');
  const code = `
    const { secretsIn } = await import(${JSON.stringify(join(import.meta.dirname, 'secrets.ts'))});
    process.stdout.write(secretsIn(process.argv[1]).mark);`;
  const marks = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--input-type=module',
        '-e',
        code,
        fresh,
      ]);
      return stdout;
    }),
  );
  expect(new Set(marks)).toEqual(new Set([secretsIn(fresh).mark]));
  expect(statSync(join(fresh, 'keys.json')).mode & 0o077).toBe(0);
});

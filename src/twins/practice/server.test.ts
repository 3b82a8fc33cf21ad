import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';

const program = join(import.meta.dirname, 'server.ts');
const headers = { 'content-type': 'application/json', authorization: 'Bearer only for practice' };
let folder = '';
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-server-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) await kill(child);
  await rm(folder, { recursive: true });
});

async function start(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [program, '--folder', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  const { address } = JSON.parse(line) as { address: string };
  await fetch(`${address}/accounts/board`, {
    method: 'PUT',
    headers,
    body: '{"name":"Board","key":"only for practice"}',
  });
  return { child, address };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const put = (address: string, key: string, text: string) =>
  fetch(`${address}/accounts/board/posts/${key}`, { method: 'PUT', headers, body: JSON.stringify({ text }) });

const logged = async (address: string): Promise<{ number: number; text?: string }[]> =>
  (await (await fetch(`${address}/log`)).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { number: number; text?: string });

test('killed in the middle of its work it keeps all that it answered, each once, and goes on counting', async () => {
  const first = await start();
  const keys = Array.from({ length: 60 }, () => newId());
  const answered: string[] = [];
  const sending = keys.map(async (key) => {
    const answer = await put(first.address, key, key).catch(() => undefined);
    if (answer?.ok) answered.push(key);
  });
  await expect.poll(() => answered.length).toBeGreaterThan(5);
  await kill(first.child);
  await Promise.all(sending);
  const before = [...answered];
  expect(before.length).toBeLessThanOrEqual(keys.length);

  const second = await start();
  for (const key of keys) expect((await put(second.address, key, key)).status).toBe(200);
  const lines = await logged(second.address);
  expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
  const texts = lines.flatMap((line) => line.text ?? []);
  expect(texts.toSorted()).toEqual(keys.toSorted());
  expect(texts).toEqual(expect.arrayContaining(before));
});

test('a last line that was cut off is dropped; the file holds what the log gives', async () => {
  const first = await start();
  await put(first.address, newId(), 'Whole');
  await kill(first.child);
  await appendFile(join(folder, 'accepted.ndjson'), '{"number":3,"at":"2026-');
  const second = await start();
  await put(second.address, newId(), 'After');
  const lines = await logged(second.address);
  expect(lines.flatMap((line) => line.text ?? [])).toEqual(['Whole', 'After']);
  const file = await readFile(join(folder, 'accepted.ndjson'), 'utf8');
  expect(file).toBe(await (await fetch(`${second.address}/log`)).text());
});

test('what people write is text on its pages, and its pages may do nothing', async () => {
  const { address } = await start();
  const text = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const body = JSON.stringify({ text, name: '"><b>Amy', to: 'board' });
  await fetch(`${address}/people/amy/posts`, { method: 'POST', headers, body });
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  const page = await answer.text();
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toMatch(/<script|<b>|<img/);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('nobody writes for an account without its key, and no key stands in the log', async () => {
  const { address } = await start();
  const wrong = { ...headers, authorization: 'Bearer guess' };
  const url = `${address}/accounts/board/posts/${newId()}`;
  expect((await fetch(url, { method: 'PUT', headers: wrong, body: '{"text":"Hijacked"}' })).status).toBe(401);
  const body = '{"text":"Hijacked"}';
  expect(
    (await fetch(`${address}/people/board/posts`, { method: 'POST', headers: wrong, body })).status,
  ).toBe(401);
  expect(await (await fetch(`${address}/log`)).text()).not.toMatch(/Hijacked|only for practice/);
});

test('without a folder it says what it needs', async () => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [words] = (await once(child.stderr, 'data')) as [Buffer];
  expect(words.toString()).toContain('--folder');
});

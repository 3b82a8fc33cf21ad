import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startProgram, until, type Program } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-kills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rounds = Number(process.env['KILLS'] ?? 20);
const port = (): string => readFileSync(join(folder, 'practice-network/port'), 'utf8').trim();
const log = (): string => readFileSync(join(folder, 'practice-network/accepted.ndjson'), 'utf8');

/** Enters as somebody and gives the session's cookie. */
async function enter(address: string, name: string): Promise<string> {
  // While the database comes back the page says so: look again.
  const page = await until(async () => {
    const answer = await fetch(`${address}/practice`).catch(() => undefined);
    const text = (await answer?.text()) ?? '';
    return text.includes(name) ? text : undefined;
  }, 'the practice page');
  const id = new RegExp(`value="([0-9a-f-]{36})"[^>]*/?>\\s*<button[^>]*>${name}<`).exec(page)?.[1];
  if (id === undefined) throw new Error(`${name} is not on the practice page`);
  const answer = await fetch(`${address}/practice/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: new URLSearchParams({ person: id }).toString(),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

interface Waiting {
  readonly words: string;
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

const json = async (
  address: string,
  path: string,
  cookie: string,
  body?: unknown,
  key?: string,
): Promise<{ status: number; data: Record<string, unknown> }> => {
  const answer = await fetch(`${address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie,
      origin: address,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    data: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
};

const postmasterPid = (): number =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

test(
  `${rounds} kills of the program and of PostgreSQL: nothing acknowledged is lost, no reply is sent twice`,
  { timeout: 700_000 },
  async () => {
    const acknowledged = new Map<string, string>();
    const said: string[] = [];
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    let program: Program = await startProgram({ folder });
    for (let round = 0; round < rounds; round += 1) {
      const text = `Kill question ${round}`;
      const answer = await fetch(`http://127.0.0.1:${port()}/people/kay.illing/posts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, to: 'larkshire.x', kind: 'mention', name: 'Kay Illing' }),
      });
      expect(answer.status).toBe(200);
      said.push(text);
      const cookie = await enter(program.address, 'Amara Okafor');
      const row = await until(
        async () => {
          const { data } = await json(program.address, '/api/inbox/waiting?view=unclaimed', cookie).catch(
            () => ({ data: {} as Record<string, unknown> }),
          );
          const rows = (data['rows'] ?? data['enquiries'] ?? []) as Waiting[];
          // Its own questions: what practice begins with may want a second person before it goes out.
          return rows.find((one) => one.words.startsWith('Kill question') && !acknowledged.has(one.id));
        },
        'something waits',
        30,
      );
      const key = `kill-${round}`;
      const words = `Kill answer ${round}`;
      const reply = json(
        program.address,
        `/api/enquiry/${row.id}/reply`,
        cookie,
        { text: words, _version: row.version },
        key,
      ).catch(() => undefined);
      const timer = new Promise((done) => setTimeout(done, random() * 400));
      await timer;
      if (round % 2 === 0) program.process.kill('SIGKILL');
      else process.kill(postmasterPid(), 'SIGKILL');
      const outcome = await reply;
      process.stderr.write(`round ${round}: ${outcome?.status ?? 'no answer'}\n`);
      if (outcome && outcome.status < 300) acknowledged.set(row.id, words);
      if (round % 2 === 0) {
        await until(
          async () =>
            program.process.exitCode !== null || program.process.signalCode !== null ? true : undefined,
          'it is dead',
          10,
        );
        program = await startProgram({ folder });
      } else {
        await until(
          async () =>
            (await fetch(`${program.address}/health`).catch(() => undefined))?.status === 200
              ? true
              : undefined,
          'it is back',
          30,
        );
      }
    }
    const cookie = await enter(program.address, 'Amara Okafor');
    await until(
      async () =>
        [...acknowledged.values()].every((words) => log().includes(`"${words}"`)) ? true : undefined,
      'every acknowledged reply stands in the network’s record',
      200,
    );
    for (let round = 0; round < rounds; round += 1) {
      expect(log().split(`"Kill answer ${round}"`).length - 1).toBeLessThanOrEqual(1);
    }
    await until(
      async () => {
        const counts = execFileSync(
          join(import.meta.dirname, '../signpost'),
          ['audit', 'find', '--practice', '--command', 'enquiry.receive', '--limit', '200', '--json'],
          { encoding: 'utf8', env: { ...process.env, SIGNPOST_FOLDER: folder } },
        );
        return (counts.match(/enquiry\.receive/g) ?? []).length >= said.length ? true : undefined;
      },
      'every message was received',
      60,
    );
    expect(cookie).not.toBe('');
    const exported = join(folder, 'trail.jsonl');
    execFileSync(
      join(import.meta.dirname, '../signpost'),
      ['audit', 'export', '--practice', '--out', exported],
      { env: { ...process.env, SIGNPOST_FOLDER: folder } },
    );
    const verified = execFileSync(join(import.meta.dirname, '../signpost'), ['audit', 'verify', exported], {
      encoding: 'utf8',
    });
    expect(verified).toMatch(/\d+ entries|whole|verified/i);
    process.stdout.write(
      `${rounds} kills, ${acknowledged.size} replies acknowledged, each on the network once.\n`,
    );
    await program.stop();
  },
);

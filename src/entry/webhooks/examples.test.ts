import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellLines } from './examples.ts';
import { testDoor, type TestDoor } from './testing-door.ts';

const run = promisify(execFile);
const guide = readFileSync(join(import.meta.dirname, '../../../docs/relay.md'), 'utf8');

/** The example of the guide in this language, as it stands there. */
function example(language: string): string {
  const found = [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter((one) => one[1] === language);
  expect(found).toHaveLength(1);
  return found[0]?.[2] ?? '';
}

let door: TestDoor;
let address: string;
beforeAll(async () => {
  door = await testDoor();
  address = `${await door.app.listen({ port: 0, host: '127.0.0.1' })}/webhooks/relay/${door.account}`;
});
afterAll(() => door.close());

const languages = {
  sh: ['bash', ['-c']],
  python: ['python3', ['-c']],
  js: [process.execPath, ['--input-type=module', '-e']],
} as const;

test.each(Object.entries(languages))(
  'the guide’s example in %s hands a message in',
  async (language, [program, before]) => {
    const env = { ...process.env, ADDRESS: address, SECRET: door.secret };
    const { stdout } = await run(program, [...before, example(language)], { env });
    expect(stdout.trim()).toBe('200');
    await door.read();
    const words = { sh: 'From a shell', python: 'From Python', js: 'From Node' }[language];
    expect(await door.rows(`select 1 from enquiries where text = '${words}'`)).toHaveLength(1);
  },
);

test('the lines that the page shows beside a new secret hand a message in; with another secret they do not', async () => {
  const { stdout } = await run('bash', ['-c', shellLines(address, door.secret)]);
  expect(stdout.trim()).toBe('200');
  await door.read();
  expect(await door.rows("select 1 from enquiries where text = 'A first test'")).toHaveLength(1);
  const other = `whsec_${Buffer.alloc(32).toString('base64')}`;
  expect((await run('bash', ['-c', shellLines(address, other)])).stdout.trim()).toBe('401');
});

test('the guide’s message is one that the relay reads', async () => {
  expect((await door.send(example('json'))).statusCode).toBe(200);
  await door.read();
  expect(await door.rows("select 1 from enquiries where remote = 'post-8812'")).toHaveLength(1);
});

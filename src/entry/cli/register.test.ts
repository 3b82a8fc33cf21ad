import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIn } from '#features/people/index.ts';
import { register } from '#features/register/index.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import type { Run } from './index.ts';
import { ran } from './testing-cli.ts';

let at: TestHouse;
let ports: Partial<Run>;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), register] });
  const people = new Map<string, Actor>([
    ['olu', at.person('Olu Officer', 'communications')],
    ['ada', at.person('Ada Admin', 'administrator')],
  ]);
  ports = {
    declared: async () => at.house,
    open: async () => ({
      house: at.house,
      actorOf: async (headers) => people.get(headers.get('authorization')?.replace('Bearer ', '') ?? ''),
      actorNamed: async () => undefined,
      exportAudit: () => {
        throw new Error('not asked for here');
      },
      backup: async () => ({ tables: 0, rows: 0 }),
      origin: 'http://127.0.0.1',
      setPassword: async () => undefined,
      close: async () => undefined,
    }),
  };
});
afterAll(() => at.close());

const enter = (token: string) => ran(['do', 'account.enter-listed'], ports, { token });
const accounts = async () => {
  const { out } = await ran(['ask', 'register.accounts', '--json'], ports, { token: 'olu' });
  return (JSON.parse(out) as { accounts: unknown[] }).accounts.length;
};

test('the listed accounts are entered from the command line, once, under their clause', async () => {
  expect((await enter('ada')).exit).not.toBe(0);
  expect(await accounts()).toBe(0);
  const done = await enter('olu');
  expect(done).toMatchObject({ exit: 0, err: '' });
  expect(done.out).toContain('Under clause 6.1.a');
  expect(await accounts()).toBe(6);
  const again = await enter('olu');
  expect(again.exit).not.toBe(0);
  expect(again.err).toContain('Every account that the policy lists is in the register');
  expect(await accounts()).toBe(6);
});

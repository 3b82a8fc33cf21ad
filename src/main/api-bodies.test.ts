import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyCommand } from '#kernel/command.ts';
import { offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import { acts, type Acts } from './testing/acts.ts';
import { bodies } from './testing/bodies.ts';

let at: Acts;
beforeAll(async () => {
  at = await acts();
});
afterAll(() => at.whole.close());

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

describe('whatever a program sends', () => {
  test('is done, refused, or said to be wrong field by field; it is never a fault of ours', async () => {
    const wrong: string[] = [];
    for (const command of at.commands) {
      const good = await at.goodBody(command);
      const property = fc.asyncProperty(bodies(good), async (payload) => {
        const found = await answerTo(command, payload);
        if (found !== undefined) throw new Error(found);
      });
      // Always the same bodies, so that nobody's change meets what another's might have. Raise it to look further.
      const details = await fc.check(property, { numRuns: 25, seed: 2026 });
      if (details.failed) {
        wrong.push(`${details.counterexample?.[0].slice(0, 300)} ${String(details.errorInstance)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

/** What is wrong with the door's answer to this body; undefined where nothing is. */
async function answerTo(command: AnyCommand, payload: string): Promise<string | undefined> {
  const answer = await at.act(command, payload);
  const what = `${command.name} answers ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  if (answer.statusCode >= 500) return what;
  if (!isWrong(command, payload)) return undefined;
  const { code, errors = [] } = answer.json<Problem>();
  const named = errors.length > 0 || ['api.not-json', 'api.too-deep', 'api.shape'].includes(code);
  return [400, 422].includes(answer.statusCode) && named ? undefined : `not an input error: ${what}`;
}

/** Does the form refuse this body, by its own schema alone? */
function isWrong(command: AnyCommand, payload: string): boolean {
  try {
    const read: unknown = JSON.parse(payload === '' ? '{}' : payload);
    const { _version, ...input } = Object(read) as Record<string, unknown>;
    return !command.input.safeParse(input).success;
  } catch {
    return true;
  }
}

describe('what is there already', () => {
  test('is refused with what to do about it, where it would not be unique', async () => {
    const { whole, all, rows } = at;
    const headers = all.headers;
    const team = rows.find(({ of, state }) => of.name === 'team' && state === 'active');
    const payload = { name: 'Night team' };
    const added = await whole.send({ method: 'POST', url: '/api/team/add', headers, payload });
    expect(added.statusCode).toBe(201);
    const url = `/api/team/${team?.id}/rename`;
    const answer = await whole.send({ method: 'POST', url, headers, payload });
    expect(answer.json()).toMatchObject({ status: 409, code: 'kernel.already-there' });
  });
});

describe('what only another act brings', () => {
  test('cannot be asked for by itself, at any door', async () => {
    const { house } = at.whole;
    const brought = [...house.commands.values()].filter((command) => !command.alone);
    expect(brought.map(({ name }) => name)).toContain('enquiry.hear-again');
    for (const command of brought) {
      const id = at.rowFor(command)?.id;
      const request = { actor: person(at.all.id), id, input: {}, door: 'cli' } as const;
      const none = { code: 'kernel.not-found' };
      await expect(perform(house, command, request)).rejects.toMatchObject(none);
      await expect(offer(house, command, request)).rejects.toMatchObject(none);
      expect((await at.act(command, '{}')).statusCode).toBe(404);
    }
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyCommand } from '#kernel/command.ts';
import { offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import { acts, type Acts } from './testing/acts.ts';
import { allPages } from './doors.ts';
import { bodies, formTexts } from './testing/bodies.ts';

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

describe('whatever stands in a form or an address', () => {
  const numRuns = 10;
  const seed = 2026;
  const failure = async (names: readonly string[], ask: (text: string) => Promise<string | undefined>) => {
    const property = fc.asyncProperty(formTexts(names), async (text) => {
      const wrong = await ask(text);
      if (wrong !== undefined) throw new Error(wrong);
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns, seed });
    return failed ? [`${String(counterexample?.[0]).slice(0, 300)} ${String(errorInstance)}`] : [];
  };

  test('a page’s form is never a fault of ours', async () => {
    const wrong: string[] = [];
    for (const command of at.commands) {
      const row = at.rowFor(command);
      const url = `/do/${command.name}${row ? `/${row.id}` : ''}`;
      const names = [...Object.keys(command.input.shape), '_key', '_version', '_back'];
      const found = await failure(names, async (text) => {
        const answer = await at.submit(command, url, text);
        return answer.statusCode >= 500 ? `${command.name} answers ${answer.statusCode}` : undefined;
      });
      wrong.push(...found);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('a question is answered or said to be wrong, by the API and on the page', async () => {
    const wrong: string[] = [];
    const pages = allPages.flatMap((room) => room.pages).map(({ path }) => path);
    const questions = [...at.whole.house.questions.values()];
    const names = [...new Set(questions.flatMap(({ input }) => Object.keys(input.shape)))];
    const urls = [
      ...questions.map(({ name }) => `/api/${name.replaceAll('.', '/')}`),
      ...pages.map((path) => path.replaceAll(/:\w+/g, 'nothing')),
    ];
    for (const url of urls) {
      const found = await failure(names, async (text) => {
        const answer = await at.whole.send({ url: `${url}?${text}`, headers: at.all.headers });
        return answer.statusCode >= 500 ? `${url} answers ${answer.statusCode}` : undefined;
      });
      wrong.push(...found);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

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

/** Commands without a button that a person may still ask for, each with its reason. */
const withoutButton: Readonly<Record<string, string>> = {
  'account.connect-relay': 'Its secret is shown once, so it has a page of its own.',
  'account.renew-secret': 'Its secret is shown once, so it has a page of its own.',
  'account.end-old-secret': 'Asked for on the page that makes the secrets.',
  'hand-over.make-link': 'Its link is shown once, so the page makes it.',
  'hand-over.look-at-copy': 'What was sealed is opened for one answer, so the page does it.',
  'escalation.look-at-evidence': 'What was sealed is opened for one answer, so the page does it.',
  'invitation.make': 'Its code is shown once, so it has a page of its own.',
  'access-check.add': 'Puts a role that was given meanwhile into the open review, once.',
  'grant.end-by-review': 'Ends a role only where a review has removed it.',
};

describe('what only another act brings', () => {
  test('is every command without a button, but for those that stand with their reason on a short list', () => {
    const asked = at.commands.filter((command) => !command.button && command.alone);
    expect(asked.map(({ name }) => name).sort()).toEqual(Object.keys(withoutButton).sort());
  });

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

import { describe, expect, test } from 'vitest';
import { refusalOf, refusedWith } from '#features/inbox/builders.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { block, hide, hideDetails, report, restrict, warn } from './commands/take.ts';
import { wordsDigest } from './taking.ts';
import { openConduct } from './testing-conduct.ts';

const { at, desk, conduct, senior } = await openConduct();
const insult = 'You are all useless cows on reception';
/** What was said at a field of a form. */
const saidAt = async (field: string, promise: Promise<unknown>): Promise<string> => {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof InputRefused
    ? error.errors
        .filter((one) => one.field === field)
        .map((one) => one.message)
        .join()
    : `no errors: ${String(error)}`;
};
const received = async (over: Record<string, unknown> = {}) =>
  (await desk.received({ text: insult, ...over })).id;
/** Enough said for any message: for tests that are about something else. */
const explained = { beyond: 'It calls a colleague names' };

describe('a measure', () => {
  test.each([
    [hide, {}],
    [warn, { template: 'respect' }],
    [restrict, { skipped: 'hate' }],
    [block, { skipped: 'hate' }],
    [report, { of: 'post', as: 'abuse' }],
  ] as const)('needs a house rule and a reason: $name', async (command, more) => {
    const id = await received();
    const without = conduct.takes(command, id, { ...explained, ...more, houseRule: '', why: ' ' });
    expect(await refusedWith(without)).toBe('input: houseRule,why');
    const { id: taken } = await conduct.takes(command, id, { ...explained, ...more });
    expect(await conduct.rowOf(taken)).toMatchObject({ house_rule: 'respect', why: 'It insults a nurse' });
  });
  test('comes only under a house rule that may bring it', async () => {
    const id = await received();
    const refused = conduct.takes(block, id, { ...explained, houseRule: 'politics', skipped: 'hate' });
    expect(await refusedWith(refused)).toBe('input: houseRule');
    expect(await refusedWith(conduct.takes(hide, id, { ...explained, houseRule: 'politics' }))).toBe('done');
  });
  test('is cited with the clause, and the trail holds neither words nor names', async () => {
    const id = await received({ authorHandle: 'rude.rita', authorId: 'rita-1' });
    const { id: taken, citation } = await conduct.takes(hide, id, explained);
    expect([citation.rule, citation.clause]).toEqual(['conduct.in-steps', '6.3.h']);
    const line = JSON.stringify(await desk.lineOf(taken, 'measure.hide'));
    expect(line).toContain('respect');
    expect(line).not.toMatch(/useless|rita|nurse|calls a colleague/);
  });
  test('keeps of the words a salted digest alone, and of somebody’s details not even that', async () => {
    const [one, two] = [await received(), await received()];
    const first = await conduct.rowOf((await conduct.takes(hide, one, explained)).id);
    const second = await conduct.rowOf((await conduct.takes(hide, two, explained)).id);
    expect(first.words_digest).toBe(wordsDigest(first.id, insult));
    expect(first.words_digest).not.toBe(second.words_digest);
    const third = await conduct.takes(hideDetails, await received({ text: 'Ring Ann on 07700 900123' }));
    const row = await conduct.rowOf(third.id);
    expect([row.words_digest, row.details, row.author]).toEqual([null, true, null]);
    expect(JSON.stringify([first, row])).not.toMatch(/useless|07700/);
  });
  test('is taken once of a kind about a message', async () => {
    const id = await received();
    await conduct.takes(hide, id, explained);
    expect(await refusedWith(conduct.takes(hide, id, explained))).toBe('kernel.already-there');
  });
  test('is about a message that one sees, and nobody else may take one', async () => {
    const nowhere = '0199a4a0-0000-7000-8000-00000000bbbb';
    expect(await refusedWith(conduct.takes(hide, nowhere, explained))).toBe('kernel.not-found');
    expect(await refusedWith(conduct.takes(hide, 'no id', explained))).toBe('input: enquiry');
    const id = await received();
    const staff = at.person('Stan Staff', 'staff');
    expect(await refusedWith(conduct.takes(hide, id, explained, staff))).toBe('kernel.not-yours');
  });
  test('hides nothing that only we can see, and nothing that came over no network', async () => {
    const secret = await received({ visibility: 'private', kind: 'direct-message' });
    const refused = await refusalOf(conduct.takes(hide, secret, explained));
    expect([refused.code, refused.citation?.clause]).toEqual(['conduct.not-public', '6.3.h']);
    const { id: called } = await desk.captured({ network: 'telephone', text: insult });
    expect(await refusedWith(conduct.takes(warn, called, { ...explained, template: 'respect' }))).toBe(
      'conduct.no-network',
    );
  });
});

describe('the order of the steps', () => {
  const author = { authorId: 'stepwise', authorHandle: 'stepwise' };
  test('wants a reason where nothing milder was done about this person, and none afterwards', async () => {
    const id = await received(author);
    expect(await saidAt('skipped', conduct.takes(block, id, explained))).toMatch(
      /hide or warn or restrict first, or choose why not/,
    );
    expect(await saidAt('skipped', conduct.takes(restrict, id, explained))).toMatch(/hide or warn first/);
    const { id: quick } = await conduct.takes(restrict, id, { ...explained, skipped: 'threat' });
    expect(await conduct.rowOf(quick)).toMatchObject({ skipped: 'threat' });
    const next = await received(author);
    expect(await refusedWith(conduct.takes(block, next, explained))).toBe('done');
  });
  test('counts what was done about another message of the same person, and not about other people’s', async () => {
    const own = { authorId: 'twice', authorHandle: 'twice' };
    await conduct.takes(hide, await received(own), explained);
    expect(await refusedWith(conduct.takes(restrict, await received(own), explained))).toBe('done');
    const other = await received({ authorId: 'another', authorHandle: 'another' });
    expect(await refusedWith(conduct.takes(restrict, other, explained))).toBe('input: skipped');
  });
});

describe('critical opinion', () => {
  test('is no abuse: what reads like it wants to hear what goes beyond it', async () => {
    const id = await received({ text: 'The staff were slow and rude. I want to make a complaint.' });
    const said = await saidAt('beyond', conduct.takes(hide, id));
    expect(said).toMatch(/people may be critical of us/);
    expect(await refusedWith(conduct.takes(hide, id, explained))).toBe('done');
  });
  test('is also what somebody took for a complaint, whatever its words', async () => {
    const id = await received({ text: 'Xyz' });
    const start = at.house.commands.get('enquiry.start-law-clock');
    if (!start) throw new Error('No clock of the law can be started');
    await desk.act(start, id, { clock: 'complaint' });
    expect(await refusedWith(conduct.takes(hide, id))).toBe('input: beyond');
  });
  test('a plain threat is not asked about', async () => {
    const id = await received({ text: 'I will burn that surgery down with you in it' });
    expect(await refusedWith(conduct.takes(hide, id, {}, senior()))).toBe('done');
  });
});

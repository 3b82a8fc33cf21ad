import { describe, expect, test } from 'vitest';
import { change } from '#features/inbox/index.ts';
import { refusedWith } from '#features/inbox/builders.ts';
import { confirmByHand, passOnDetails } from './commands/pass-on.ts';
import { deleteNow, deleteUnconfirmed, dismiss } from './commands/decide.ts';
import { begin, settleOutside } from './commands/erasing.ts';
import { check } from './commands/spot-check.ts';
import { canary, departmentIn, isTrace, openCase } from './testing-case.ts';

const { at, work, people } = await openCase();
const { desk } = work;
const linesOf = async (id: string) => JSON.stringify(await at.house.store.trail.find({ row: id }));

describe('what is noticed', () => {
  test('has a record of its own with the kinds and none of the details', async () => {
    const { enquiry, removal } = await work.noticed();
    expect(removal).toMatchObject({ state: 'noticed', enquiry });
    expect(removal.kinds.list).toEqual(['nhs_number', 'phone', 'person']);
    expect(isTrace(JSON.stringify(removal))).toBe(false);
    expect(isTrace(await linesOf(removal.id))).toBe(false);
  });
  test('what holds no details has none', async () => {
    const { id } = await desk.received();
    await work.settle();
    await expect(work.removalOf(id)).rejects.toThrow('no result');
  });
  test('what its author adds later is noticed too', async () => {
    const { id } = await desk.received();
    await desk.bySystem('collector', change, id, {
      text: `Ring me on ${canary.phone}`,
    });
    await work.settle();
    expect((await work.removalOf(id)).kinds.list).toEqual(['phone']);
  });
  test('and dismissed, the message is shown as it is again', async () => {
    const { enquiry, removal } = await work.noticed();
    await work.act(dismiss, removal.id);
    await work.settle();
    const asked = await desk.asks('inbox.enquiry', people().officer, { id: enquiry });
    expect(asked.thread[0].text).toContain(canary.number);
  });
});

describe('passing on', () => {
  test('says which kinds, to which department and whom by name, and why; never the details', async () => {
    const { removal } = await work.passedOn();
    expect(removal).toMatchObject({ state: 'passed-on', receiver: 'Nell Archer', why: 'care' });
    expect(removal.hand_over).not.toBeNull();
    const line = await desk.lineOf(removal.id, 'removal.pass-on');
    expect(line?.facts).toEqual({
      department: removal.department,
      why: 'care',
      kinds: 'nhs_number phone person',
    });
    expect(line?.clause).toBe('6.5.d');
    expect(isTrace(await linesOf(removal.id))).toBe(false);
    expect(isTrace(await linesOf(removal.hand_over ?? ''))).toBe(false);
  });
  test('needs a department, a name and a reason of the policy', async () => {
    const { removal } = await work.noticed();
    expect(await refusedWith(work.act(passOnDetails, removal.id, {}))).toBe('input: department,receiver,why');
    const department = await departmentIn(at, people().officer);
    const input = { department, receiver: 'Nell', why: 'because' };
    expect(await refusedWith(work.act(passOnDetails, removal.id, input))).toBe('input: why');
  });
  test('to somebody else takes it back from the first', async () => {
    const { enquiry, removal } = await work.passedOn();
    const department = await departmentIn(at, people().officer);
    await work.act(passOnDetails, removal.id, { department, receiver: 'Ada Bell', why: 'care' });
    await work.settle();
    const now = await work.removalOf(enquiry);
    expect([now.receiver, now.hand_over === removal.hand_over]).toEqual(['Ada Bell', false]);
    expect(await desk.lineOf(removal.hand_over ?? '', 'hand-over.withdraw')).toBeDefined();
  });
});

describe('without a receipt', () => {
  test('the team is reminded at the second working day, and information governance told at the fourth', async () => {
    const { enquiry } = await work.passedOn();
    const marks = async (moment: string) => {
      at.clock.set(moment);
      await work.tick();
      const { reminded_at, told_at } = await work.removalOf(enquiry);
      return [reminded_at !== null, told_at !== null];
    };
    expect(await marks('2026-11-26T16:59:59Z')).toEqual([false, false]);
    expect(await marks('2026-11-26T17:00:00Z')).toEqual([true, false]);
    expect(await marks('2026-11-30T16:59:59Z')).toEqual([true, false]);
    expect(await marks('2026-11-30T17:00:00Z')).toEqual([true, true]);
  });
  test('nothing deletes it, however long it takes', async () => {
    const { enquiry, removal } = await work.passedOn();
    at.clock.set('2027-06-01T10:00:00Z');
    await work.tick();
    expect(await refusedWith(desk.bySystem('timer', begin, removal.id))).toBe('kernel.not-now');
    expect((await work.removalOf(enquiry)).state).toBe('passed-on');
    expect((await desk.rowOf(enquiry)).text).toContain(canary.number);
  });
  test('unless information governance says so, with a reason, and nobody else', async () => {
    const { enquiry, removal } = await work.passedOn();
    const why = { why: 'The ward was closed' };
    expect(await refusedWith(work.act(deleteUnconfirmed, removal.id, why))).toBe('kernel.not-yours');
    expect(await refusedWith(work.act(deleteUnconfirmed, removal.id, {}, people().lead))).toBe('input: why');
    await work.act(deleteUnconfirmed, removal.id, why, people().lead);
    at.clock.set('2026-11-25T09:00:00Z');
    await work.tick();
    expect((await work.removalOf(enquiry)).state).toBe('erased');
  });
  test('a receipt by telephone is recorded by a senior, not by whoever answers the public', async () => {
    const { removal } = await work.passedOn();
    const how = { how: 'They rang' };
    expect(await refusedWith(work.act(confirmByHand, removal.id, how))).toBe('kernel.not-yours');
    await work.act(confirmByHand, removal.id, how, at.person('Sen Senior', 'senior-manager'));
    expect((await work.removalOf(removal.enquiry)).state).toBe('due');
  });
});

describe('once the receiver has it', () => {
  test('it is deleted on the next working day, and not before', async () => {
    const { enquiry, removal } = await work.confirmed();
    expect(removal).toMatchObject({ state: 'due', confirmed_by: 'receiver' });
    expect(removal.due_at?.toString()).toBe('2026-11-25T17:00:00Z');
    await work.tick();
    expect((await desk.rowOf(enquiry)).text).toContain(canary.number);
    at.clock.set('2026-11-25T08:59:59Z');
    await work.tick();
    expect((await work.removalOf(enquiry)).state).toBe('due');
    at.clock.set('2026-11-25T09:00:00Z');
    await work.tick();
    expect((await work.removalOf(enquiry)).state).toBe('erased');
    expect(await desk.rowOf(enquiry)).toMatchObject({ text: '', author_name: '', author_handle: '' });
  });
  test('on a Friday that is Monday', async () => {
    at.clock.set('2026-11-27T15:00:00Z');
    const { removal } = await work.confirmed();
    expect(removal.due_at?.toString()).toBe('2026-11-30T17:00:00Z');
  });
  test('the proof says who, when, which kinds and how, and when backups are past; and holds no digest', async () => {
    const { enquiry } = await work.confirmed();
    at.clock.set('2026-11-25T09:00:00Z');
    await work.tick();
    const proof = await work.removalOf(enquiry);
    expect(proof.erased_at?.toString()).toBe('2026-11-25T09:00:00Z');
    expect(proof.backups_past_on?.toString()).toBe('2026-12-31');
    expect(proof).toMatchObject({ receiver: 'Nell Archer', confirmed_by: 'receiver' });
    expect(JSON.stringify(proof)).not.toMatch(/[0-9a-f]{40}/);
  });
  test('its address stays until somebody says what became of it there', async () => {
    const permalink = 'https://network.example/post/1';
    const { enquiry, removal } = await work.confirmed({ permalink });
    at.clock.set('2026-11-25T09:00:00Z');
    await work.tick();
    expect((await desk.rowOf(enquiry)).permalink).toBe(permalink);
    await work.act(settleOutside, removal.id, { what: 'deleted-there' });
    await work.settle();
    expect((await desk.rowOf(enquiry)).permalink).toBeNull();
    expect(await refusedWith(work.act(settleOutside, removal.id, { what: 'gone' }))).toBe(
      'personal-data.settled',
    );
  });
  test('reading the network again does not bring it back', async () => {
    const { enquiry, removal } = await work.confirmed({ remote: 'again-1' });
    at.clock.set('2026-11-25T09:00:00Z');
    await work.tick();
    await desk.received({ remote: 'again-1' });
    await desk.bySystem('collector', change, enquiry, { text: `Ring ${canary.phone}` });
    expect((await desk.rowOf(enquiry)).text).toBe('');
    expect((await work.removalOf(enquiry)).id).toBe(removal.id);
  });
  test('where the program was stopped in between, the next look goes on', async () => {
    const { enquiry, removal } = await work.confirmed();
    at.clock.set('2026-11-25T09:00:00Z');
    // Begun, and stopped before anything followed: the job is there and nobody took it.
    await desk.bySystem('timer', begin, removal.id);
    expect((await work.removalOf(enquiry)).state).toBe('erasing');
    expect((await desk.rowOf(enquiry)).text).not.toBe('');
    at.clock.set('2026-11-25T09:06:00Z');
    await work.tick();
    expect((await work.removalOf(enquiry)).state).toBe('erased');
    expect((await desk.rowOf(enquiry)).text).toBe('');
  });
});

describe('what nobody needs', () => {
  test('is deleted without passing on, for a reason of the policy, and counted by it', async () => {
    const { enquiry, removal } = await work.noticed();
    expect(await refusedWith(work.act(deleteNow, removal.id, { why: 'dull' }))).toBe('input: why');
    const before = await desk.asks('personal-data.report', people().lead);
    await work.act(deleteNow, removal.id, { why: 'unasked' });
    await work.tick();
    expect((await work.removalOf(enquiry)).state).toBe('erased');
    expect((await desk.rowOf(enquiry)).text).toBe('');
    const after = await desk.asks('personal-data.report', people().lead);
    const countOf = (report: { notNeeded: { why: string; count: number }[] }) =>
      report.notNeeded.find((one) => one.why === 'unasked')?.count ?? 0;
    expect(countOf(after) - countOf(before)).toBe(1);
    expect((await desk.lineOf(removal.id, 'removal.delete-now'))?.clause).toBe('6.5.h');
  });
});

describe('the spot check', () => {
  test('picks as many of each week as the policy says, and information governance says what they found', async () => {
    const made = [];
    for (let count = 0; count < 5; count += 1) made.push(await work.noticed());
    for (const { removal } of made) await work.act(deleteNow, removal.id, { why: 'unasked' });
    await work.tick();
    at.clock.set('2026-12-01T10:00:00Z');
    await work.tick();
    await work.tick();
    const { rows } = await desk.asks('personal-data.overview', people().lead, { list: 'check' });
    expect(rows).toHaveLength(3);
    const [first] = rows;
    const found = { found: 'nothing-left' };
    expect(await refusedWith(work.act(check, first.id, found))).toBe('kernel.not-yours');
    await work.act(check, first.id, found, people().lead);
    const left = await desk.asks('personal-data.overview', people().lead, { list: 'check' });
    expect(left.rows).toHaveLength(2);
    const unpicked = made.filter(({ removal }) => !rows.some((row: { id: string }) => row.id === removal.id));
    expect(await refusedWith(work.act(check, unpicked[0]?.removal.id ?? '', found, people().lead))).toBe(
      'personal-data.not-picked',
    );
  });
});

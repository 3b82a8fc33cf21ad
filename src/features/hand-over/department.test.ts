import { describe, expect, test } from 'vitest';
import { refusedWith } from '#features/inbox/builders.ts';
import { addressesIn } from '#features/people/index.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { answer, askDepartment, askMore, giveBack, receive } from './index.ts';
import { tellMore } from './commands/by-us.ts';
import { openDesk } from './testing-desk.ts';

const desk = await openDesk();
const { at } = desk;
const command = (name: string) => {
  const found = at.house.commands.get(name);
  if (!found) throw new Error(`There is no command ${name}`);
  return found;
};

/** Passed on from the inbox, told to the person, and known to the department. */
async function passedOn(contact?: string) {
  const department = await desk.department(contact);
  const { id: enquiry } = await desk.desk.received({ text: 'No nurse came to Elm ward all night' });
  await desk.desk.act(command('enquiry.pass-on'), enquiry, {
    department,
    summary: 'Please call her back.',
    contact: '07700 900123',
    consent: true,
  });
  await desk.desk.sent(enquiry);
  return { enquiry, department, row: await desk.ofEnquiry(enquiry) };
}
const answerNow = { how: 'telephone', on: '2026-11-24' };

describe('what was passed on to a department', () => {
  test('reaches it: what is asked, what they wrote and the agreed contact, sealed, with its due time', async () => {
    const { row, department } = await passedOn();
    expect(row).toMatchObject({ state: 'open', kind: 'question', department, letter: 'to-send' });
    expect(row.due_at?.toString()).toBe('2026-11-26T17:00:00Z');
    expect(row.addresses.list).toEqual(['ward@board.example', 'deputy@board.example']);
    const content = desk.opened(row.content);
    for (const words of ['Please call her back.', 'No nurse came to Elm ward', '07700 900123'])
      expect(content).toContain(words);
    expect(String(row.content)).not.toContain('Elm ward');
    expect(await desk.lettersAsked(row.id)).toEqual(['new']);
  });

  test('is asked once, however often the job that asks it runs', async () => {
    const { row, enquiry } = await passedOn();
    const again = await perform(at.house, askDepartment, {
      actor: systemActor('reaction'),
      input: {
        enquiry,
        department: row.department,
        receiver: row.receiver,
        addresses: [],
        passedOn: '2026-11-24T10:00:00Z',
        due: '2026-11-26T17:00:00Z',
        reason: 'It was passed on to be answered',
        content: '{"parts":[]}',
      },
      door: 'worker',
    });
    expect(again.id).toBe(row.id);
  });

  test('is closed when the department says that it has answered, how and when', async () => {
    const { enquiry, row } = await passedOn();
    at.clock.set('2026-11-25T09:00:00Z');
    await desk.byReceiver(receive, row.id);
    await desk.byReceiver(answer, row.id, { ...answerNow, note: 'She is content' });
    await desk.desk.reactions();
    expect(await desk.rowOf(row.id)).toMatchObject({
      state: 'answered',
      content: null,
      answered_how: 'By telephone. She is content',
    });
    const closed = await desk.desk.rowOf(enquiry);
    expect(closed).toMatchObject({ state: 'closed', close_reason: 'passed-on' });
    expect(closed.department_answered_at?.toString()).toBe('2026-11-25T09:00:00Z');
    expect((await desk.desk.lineOf(enquiry, 'enquiry.hear-answered'))?.facts).toMatchObject({ inTime: true });
  });

  test('does not end by reading, reminding or asking: only an answer or the director ends it', async () => {
    const { enquiry, row } = await passedOn();
    await desk.byReceiver(receive, row.id);
    await desk.byReceiver(askMore, row.id, { question: 'Which ward?' });
    await desk.timersAt('2026-11-27T10:00:00Z');
    await desk.desk.reactions();
    expect((await desk.desk.rowOf(enquiry)).state).toBe('with-department');
    const director = at.person('Dee Director', 'director');
    await desk.desk.act(command('enquiry.override'), enquiry, { why: 'The ward was closed' }, director);
    await desk.desk.reactions();
    expect(await desk.rowOf(row.id)).toMatchObject({ state: 'withdrawn', content: null });
  });

  test('comes back with a reason where it is not theirs, and the enquiry waits again with a fresh clock', async () => {
    const { enquiry, row } = await passedOn();
    at.clock.set('2026-11-24T14:00:00Z');
    await desk.byReceiver(giveBack, row.id, { why: 'That is for estates' });
    await desk.desk.reactions();
    expect(await desk.rowOf(row.id)).toMatchObject({
      state: 'returned',
      returned_why: 'That is for estates',
    });
    const back = await desk.desk.rowOf(enquiry);
    expect(back).toMatchObject({ state: 'waiting', department: null, due_department_at: null });
    expect(back.aim_at.toString()).toBe('2026-11-24T16:00:00Z');
  });

  test('given back before the person was told waits again, and the late notice does not take it away', async () => {
    const department = await desk.department();
    const { id: enquiry } = await desk.desk.received();
    await desk.desk.act(command('enquiry.pass-on'), enquiry, {
      department,
      summary: 'Please answer',
      consent: false,
    });
    await desk.desk.reactions();
    const row = await desk.ofEnquiry(enquiry);
    await desk.byReceiver(giveBack, row.id, { why: 'Not ours' });
    await desk.desk.reactions();
    expect((await desk.desk.rowOf(enquiry)).state).toBe('waiting');
    await desk.desk.sent(enquiry);
    expect((await desk.desk.rowOf(enquiry)).state).toBe('waiting');
  });

  test('answered before the person was told is closed all the same', async () => {
    const department = await desk.department();
    const { id: enquiry } = await desk.desk.received();
    await desk.desk.act(command('enquiry.pass-on'), enquiry, {
      department,
      summary: 'Please answer',
      consent: false,
    });
    await desk.desk.reactions();
    await desk.byReceiver(answer, (await desk.ofEnquiry(enquiry)).id, answerNow);
    await desk.desk.reactions();
    expect((await desk.desk.rowOf(enquiry)).state).toBe('closed');
    await desk.desk.sent(enquiry);
    expect((await desk.desk.rowOf(enquiry)).state).toBe('closed');
  });

  test('is asked of one department at a time', async () => {
    const { enquiry, row } = await passedOn();
    await desk.byReceiver(giveBack, row.id, { why: 'Not ours' });
    await desk.desk.reactions();
    const other = await desk.department('estates@board.example');
    at.clock.set('2026-11-24T10:02:00Z');
    await desk.desk.act(command('enquiry.pass-on'), enquiry, {
      department: other,
      summary: 'Please answer',
      consent: false,
    });
    await desk.desk.reactions();
    const first = await desk.ofEnquiry(enquiry);
    expect(first).toMatchObject({ state: 'open', department: other });
    await desk.desk.refused(enquiry);
    at.clock.set('2026-11-24T10:05:00Z');
    await desk.desk.act(command('enquiry.pass-on'), enquiry, {
      department: other,
      summary: 'Please answer',
      consent: false,
    });
    await desk.desk.reactions();
    expect((await desk.rowOf(first.id)).state).toBe('withdrawn');
    expect((await desk.ofEnquiry(enquiry)).state).toBe('open');
  });
});

describe('a department that needs to know more', () => {
  test('asks us, is told on its page alone, and the letter says only that it is there', async () => {
    const { row } = await passedOn();
    await desk.lettersAsked(row.id);
    await desk.byReceiver(askMore, row.id, { question: 'Which ward was it?' });
    expect(await desk.rowOf(row.id)).toMatchObject({ state: 'asking', asked_back: 'Which ward was it?' });
    const { version } = await desk.rowOf(row.id);
    await perform(at.house, tellMore, {
      actor: desk.officer(),
      id: row.id,
      input: { words: 'Elm ward, on Monday' },
      version,
      door: 'web',
    });
    const told = await desk.rowOf(row.id);
    expect(told.state).toBe('received');
    expect(String(told.more)).not.toContain('Elm');
    expect(desk.opened(told.more)).toBe('Elm ward, on Monday');
    expect(await desk.lettersAsked(row.id)).toEqual(['told-more']);
  });
});

describe('a department that says nothing', () => {
  test('is reminded at half its open time and when it is over, and not again', async () => {
    const { row } = await passedOn();
    await desk.byReceiver(receive, row.id);
    await desk.lettersAsked(row.id);
    // Tuesday 10:00 to Thursday 17:00 are 23 open hours: half of them are over on Wednesday at 13:30.
    await desk.timersAt('2026-11-25T13:29:59Z');
    expect(await desk.lettersAsked(row.id)).toEqual([]);
    await desk.timersAt('2026-11-25T13:30:00Z');
    expect(await desk.lettersAsked(row.id)).toEqual(['reminder']);
    await desk.timersAt('2026-11-26T16:59:59Z');
    expect(await desk.lettersAsked(row.id)).toEqual([]);
    await desk.timersAt('2026-11-26T17:00:00Z');
    expect(await desk.lettersAsked(row.id)).toEqual(['late']);
    await desk.timersAt('2026-11-30T17:00:00Z');
    expect(await desk.lettersAsked(row.id)).toEqual([]);
  });

  test('has its deputy asked after the policy’s open minutes, and then nobody is left', async () => {
    const { row } = await passedOn();
    await desk.lettersAsked(row.id);
    await desk.timersAt('2026-11-24T13:59:59Z');
    expect((await desk.rowOf(row.id)).asked).toBe(0);
    await desk.timersAt('2026-11-24T14:00:00Z');
    const asked = await desk.rowOf(row.id);
    expect([asked.asked, asked.acknowledge_by?.toString()]).toEqual([1, '2026-11-25T10:00:00Z']);
    expect(await desk.lettersAsked(row.id)).toEqual(['next']);
    await desk.timersAt('2026-11-25T10:00:00Z');
    expect(await desk.rowOf(row.id)).toMatchObject({ asked: 1, acknowledge_by: null, state: 'open' });
    expect((await desk.lettersAsked(row.id)).filter((why) => why === 'next')).toEqual([]);
  });

  test('is not passed over while we are closed', async () => {
    at.clock.set('2026-11-27T16:00:00Z');
    const { row } = await passedOn();
    expect(row.acknowledge_by?.toString()).toBe('2026-11-30T12:00:00Z');
  });
});

test('a question is only the department’s to answer, and details are nobody’s to acknowledge for them', async () => {
  const { row } = await passedOn();
  const by = (name: string, input: object) =>
    refusedWith(
      perform(at.house, command(name), {
        actor: desk.officer(),
        id: row.id,
        input,
        version: row.version,
        door: 'api',
      }),
    );
  expect(await by('hand-over.answer', answerNow)).toBe('kernel.not-yours');
  expect(await by('hand-over.give-back', { why: 'x' })).toBe('kernel.not-yours');
  expect(await by('hand-over.receive', { how: 'They rang' })).toBe('done');
});

test('addresses are read from the line of the directory, in their order', () => {
  expect(addressesIn('Ward <Ward@Board.example>, then deputy@board.example; ward@board.example')).toEqual([
    'ward@board.example',
    'deputy@board.example',
  ]);
  expect(addressesIn('Pigeon hole 12, 01632 960 101')).toEqual([]);
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { addDepartment } from '#features/people/index.ts';
import { refusedWith } from './builders.ts';
import { close } from './commands/close.ts';
import { departmentAnswered, override } from './commands/department.ts';
import { passOn } from './commands/pass-on.ts';
import { reopen } from './commands/reopen.ts';
import { figures } from './figures.ts';
import { openDesk } from './testing-desk.ts';

const { at, desk, officer } = await openDesk();
let director: Actor;
let department: string;
beforeAll(async () => {
  const input = {
    name: `Nursing ${newId()}`,
    publicContact: 'x',
    internalContact: 'y',
    hours: 'z',
    answers: true,
  };
  ({ id: department } = await perform(at.house, addDepartment, { actor: officer(), input, door: 'api' }));
});
beforeEach(() => {
  director = at.person('Dee Director', 'director');
});

const handedOver = async () => {
  const { id } = await desk.received();
  await desk.act(passOn, id, {
    department,
    summary: 'No nurse came.',
    contact: '07700 900123',
    consent: true,
  });
  await desk.sent(id);
  return id;
};

describe('what was passed on', () => {
  test('is due at the close of the second working day, under its clause', async () => {
    const id = await handedOver();
    const row = await desk.rowOf(id);
    expect([row.state, row.due_department_at?.toString()]).toEqual([
      'with-department',
      '2026-11-26T17:00:00Z',
    ]);
    const line = await desk.lineOf(id, 'enquiry.pass-on');
    expect(line?.clause).toBe(at.house.policies.get('icb002/1.0').cite('inbox.pass-on').clause);
  });
  test('gives the department the contact that the person agreed to, and keeps it out of the trail', async () => {
    const id = await handedOver();
    expect((await desk.rowOf(id)).contact).toBe('07700 900123');
    expect(JSON.stringify(await at.house.store.trail.find({ row: id }))).not.toContain('900123');
  });
  test('ends only when the department has answered: no reason closes it before', async () => {
    const id = await handedOver();
    for (const reason of ['passed-on', 'answered', 'no-reply', 'spam'])
      expect(await refusedWith(desk.act(close, id, { reason, why: 'thanks' }))).toBe('kernel.not-now');
    await desk.act(departmentAnswered, id, { how: 'They copied us in' });
    expect(await desk.rowOf(id)).toMatchObject({ state: 'closed', close_reason: 'passed-on' });
    expect((await desk.lineOf(id, 'enquiry.department-answered'))?.facts).toMatchObject({ inTime: true });
  });
  test('or when the director ends it and says why, which never counts as answered', async () => {
    const id = await handedOver();
    for (const role of ['communications', 'duty-manager', 'senior-manager'] as const)
      expect(await refusedWith(desk.act(override, id, { why: 'x' }, at.person('One', role)))).toBe(
        'kernel.not-yours',
      );
    expect(await refusedWith(desk.act(override, id, {}, director))).toBe('input: why');
    await desk.act(override, id, { why: 'The department is closed down' }, director);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'closed', department_answered_at: null });
  });
  test('is measured by when the department answered: at the moment is in time, a second later is not', async () => {
    const inTime = async (moment: string) => {
      at.clock.set('2026-11-24T10:00:00Z');
      const id = await handedOver();
      at.clock.set(moment);
      await desk.act(departmentAnswered, id);
      return (await desk.lineOf(id, 'enquiry.department-answered'))?.facts['inTime'];
    };
    expect([await inTime('2026-11-26T17:00:00Z'), await inTime('2026-11-26T17:00:01Z')]).toEqual([
      true,
      false,
    ]);
    const period = {
      from: Temporal.Instant.from('2026-11-26T00:00:00Z'),
      to: Temporal.Instant.from('2026-11-27T00:00:00Z'),
    };
    const figure = figures.find((one) => one.rule === 'inbox.pass-on');
    const policy = at.house.policies.get('icb002/1.0');
    // Six were handed over in these tests: two answered in time, one late, one ended, two still open.
    expect(await figure?.read(readerOf(at.house.store.read()), period, policy)).toMatchObject({
      of: 6,
      value: 2 / 6,
    });
  });
  test('shows late in the list of what waits for others', async () => {
    const id = await handedOver();
    at.clock.set('2026-11-27T09:30:00Z');
    const { rows } = await desk.asks('inbox.waiting', officer(), { view: 'waiting-on-others' });
    expect(rows.find((row: { id: string }) => row.id === id)).toMatchObject({ minutesLeft: -30 });
  });
  test('can be opened again where the person was not answered after all', async () => {
    const id = await handedOver();
    await desk.act(departmentAnswered, id);
    at.clock.set('2026-11-27T10:00:00Z');
    await desk.act(reopen, id, { why: 'They wrote that nobody called' });
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting', closed_at: null });
    expect((await desk.rowOf(id)).aim_at.toString()).toBe('2026-11-27T12:00:00Z');
  });
});

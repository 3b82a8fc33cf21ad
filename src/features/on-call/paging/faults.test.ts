import { describe, expect, test } from 'vitest';
import { NetworkFault } from '#networks/fault.ts';
import type { Pager } from '#networks/pager/index.ts';
import { acknowledgePage } from '../commands/acknowledge-page.ts';
import { openNight } from './testing-night.ts';

const night = await openNight();
const channels = () => night.twin.arrived.map(({ channel }) => channel);
const fates = async (enquiry: string) =>
  (await night.messagesOf(enquiry)).map(({ channel, round, state, why }) => [channel, round, state, why]);
const without = (...names: string[]) => new Map([...night.pagers].filter(([name]) => !names.includes(name)));
const instead = (channel: 'text' | 'email', change: Partial<Pager>) => {
  const own = night.pagers.get(channel)!;
  return new Map([...night.pagers, [channel, { ...own, ...change }] as const]);
};
const down = async () => {
  throw new NetworkFault('away', 'Down.');
};

describe('a channel that fails', () => {
  test.each([
    ['says 429', { status: 429, headers: { 'retry-after': '900' } }, 'busy'],
    ['says 500 and has not taken it', { status: 500 }, 'unknown'],
    ['refuses it', { status: 400 }, 'refused'],
    ['gives no answer in time', 'silent' as const, 'taken'],
  ])('because it %s is followed by the next one at once', async (_, trouble, why) => {
    night.twin.troubles.push(trouble);
    const enquiry = await night.flagged();
    await night.after(0, 10);
    if (why === 'taken') {
      // It had taken it and only its answer was lost: it was found, and nothing more was sent.
      expect(await fates(enquiry)).toEqual([['text', 0, 'taken', null]]);
      return;
    }
    expect(await fates(enquiry)).toEqual([
      ['text', 0, 'failed', why],
      ['email', 0, 'taken', null],
    ]);
    expect(channels()).toEqual(['email']);
    expect(await night.pageOf(enquiry)).toMatchObject({ fault_at: null, state: 'ringing' });
  });
  test('that had taken it although it said 500 is found by asking, and nothing goes out twice', async () => {
    night.twin.troubles.push({ status: 500, takes: true });
    const enquiry = await night.flagged();
    await night.after(0, 10);
    expect(channels()).toEqual(['text']);
    expect(await fates(enquiry)).toEqual([['text', 0, 'taken', null]]);
  });
  test('that takes it and loses it is followed by the next one after two minutes, once', async () => {
    night.twin.troubles.push('loses');
    const enquiry = await night.flagged();
    await night.after(0, 10);
    await night.after(1, 50);
    expect(channels()).toEqual(['text']);
    await night.after(2, 20);
    await night.after(3);
    await night.after(4);
    expect(channels()).toEqual(['text', 'email']);
    expect(await fates(enquiry)).toMatchObject([
      ['text', 0, 'taken', 'no-receipt'],
      ['email', 0, 'delivered', null],
    ]);
  });
  test('that says it could not deliver is followed by the next one', async () => {
    const enquiry = await night.flagged();
    await night.after(0, 1);
    const [text] = night.twin.arrived;
    text!.status = 'permanent-failure';
    await night.after(0, 40);
    expect((await fates(enquiry)).at(-1)).toEqual(['email', 0, 'taken', null]);
  });
  test('that is not set up is left out, and the log names no number', async () => {
    night.pagers = without('text');
    const enquiry = await night.flagged();
    await night.after(0, 10);
    expect(await fates(enquiry)).toEqual([
      ['text', 0, 'failed', 'not-set-up'],
      ['email', 0, 'taken', null],
    ]);
    expect(night.logged()).not.toMatch(/07700|@board/);
  });
});

describe('where every channel fails', () => {
  test('it is shown in red, tried again after a minute, and the steps go on; then the red is gone', async () => {
    const all = night.pagers;
    night.pagers = new Map([...all].map(([name, pager]) => [name, { ...pager, send: down }]));
    const enquiry = await night.flagged();
    await night.after(0, 10);
    const page = await night.pageOf(enquiry);
    expect(page.fault_at?.toString()).toBe('2026-11-28T23:00:10Z');
    expect(page.paged_at).toBeNull();
    expect(channels()).toEqual([]);
    night.pagers = all;
    await night.after(0, 50);
    expect(channels()).toEqual([]);
    await night.after(2, 15);
    expect(night.texts()).toEqual(['duty']);
    expect(await night.pageOf(enquiry)).toMatchObject({ fault_at: null, state: 'ringing' });
    await night.after(10);
    await night.after(20);
    expect(night.texts()).toEqual(['duty', 'duty', 'deputy']);
  });
  test('nothing is tried again once somebody has it', async () => {
    const all = night.pagers;
    night.pagers = new Map();
    const enquiry = await night.flagged();
    await night.after(0, 10);
    await night.does('deputy', acknowledgePage, (await night.pageOf(enquiry)).id);
    night.pagers = all;
    await night.after(2, 15);
    expect(channels()).toEqual([]);
    expect(await night.pageOf(enquiry)).toMatchObject({ fault_at: null });
  });
});

describe('a worker that dies', () => {
  test('after it had sent and before it wrote so: the message is found and not sent again', async () => {
    const own = night.pagers.get('text')!;
    night.pagers = instead('text', {
      send: async (wakeup, now) => {
        await own.send(wakeup, now);
        throw new Error('The worker was killed');
      },
    });
    const enquiry = await night.flagged();
    await expect(night.after(0, 10)).rejects.toThrow('killed');
    night.pagers = instead('text', own);
    await night.after(2, 30);
    expect(channels()).toEqual(['text']);
    expect((await fates(enquiry))[0]).toEqual(['text', 0, 'taken', null]);
  });
  test('before it had sent: the message goes out with the next turn', async () => {
    const own = night.pagers.get('text')!;
    night.pagers = instead('text', {
      send: async () => {
        throw new Error('The worker was killed');
      },
    });
    const enquiry = await night.flagged();
    await expect(night.after(0, 10)).rejects.toThrow('killed');
    night.pagers = instead('text', own);
    await night.after(2, 30);
    expect(night.texts()).toEqual(['duty']);
    expect(await night.pageOf(enquiry)).toMatchObject({ fault_at: null });
  });
  test('on a channel that nobody can ask: the next channel goes on, so that nobody is woken twice by it', async () => {
    const { find: _, ...own } = night.pagers.get('text')!;
    const dying: Pager = { ...own, send: () => Promise.reject(new Error('The worker was killed')) };
    night.pagers = new Map([...night.pagers, ['text', dying]]);
    const enquiry = await night.flagged();
    await expect(night.after(0, 10)).rejects.toThrow('killed');
    night.pagers = new Map([...night.pagers, ['text', own]]);
    await night.after(2, 30);
    expect(channels()).toEqual(['email']);
    expect((await fates(enquiry))[0]).toEqual(['text', 0, 'failed', 'unknown']);
  });
});

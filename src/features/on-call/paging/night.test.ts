import { describe, expect, test } from 'vitest';
import { refusedWith } from '#features/inbox/builders.ts';
import { acknowledgePage } from '../commands/acknowledge-page.ts';
import { judgePage, waitUntilMorning } from '../commands/decide-page.ts';
import { changeContact, confirmContact, testContact } from '../commands/duty-contact.ts';
import { tellDanger } from '../commands/tell-danger.ts';
import { openNight } from './testing-night.ts';

const night = await openNight();
const asks = (who: 'duty' | 'officer' | 'director', name: string, input: Record<string, unknown> = {}) =>
  night.desk.asks(name, night.who[who], input);

describe('what can wait a little', () => {
  const digests = () => night.twin.arrived.filter((one) => one.subject.startsWith('To look at first'));
  test('comes together at the next set time, once, to whoever is on call', async () => {
    night.house.clock.set('2026-11-28T19:30:00Z');
    await night.flagged({ tier: 'look-first', severity: 2 });
    await night.flagged({ tier: 'look-first', severity: 2 });
    await night.work();
    expect(digests()).toEqual([]);
    night.house.clock.set('2026-11-28T20:00:30Z');
    await night.work();
    await night.flagged({ tier: 'look-first', severity: 2 });
    await night.work();
    expect(digests()).toMatchObject([{ subject: 'To look at first: 2', to: '07700 900001' }]);
    night.house.clock.set('2026-11-28T22:31:00Z');
    await night.work();
    await night.work();
    expect(digests().map(({ subject }) => subject)).toEqual(['To look at first: 2', 'To look at first: 1']);
  });
  test('is counted on the page of duty while we are closed', async () => {
    const before = (await asks('duty', 'on-call.pages')).lookFirst;
    await night.flagged({ tier: 'look-first', severity: 2 });
    expect(await asks('duty', 'on-call.pages')).toMatchObject({ lookFirst: before + 1, open: false });
  });
});

describe('the morning', () => {
  test('has a report: who was woken when, what was decided, and what is left', async () => {
    night.house.clock.set('2027-01-16T23:00:00Z');
    const enquiry = await night.flagged();
    const later = await night.flagged({ tier: 'look-first', severity: 2, lead: 'data_exposed' });
    await night.work();
    const { id } = await night.pageOf(enquiry);
    night.house.clock.set('2027-01-16T23:04:00Z');
    await night.does('director', acknowledgePage, id);
    night.house.clock.set('2027-01-16T23:06:00Z');
    await night.does('director', waitUntilMorning, id, { reason: 'Ring the ward at nine' });
    night.house.clock.set('2027-01-18T09:00:00Z');
    const report = await asks('officer', 'on-call.night');
    expect(report).toMatchObject({ from: '2027-01-15T17:00:00Z', to: '2027-01-18T09:00:00Z' });
    const [one] = report.pages;
    expect(one).toMatchObject({ left: true, page: { id, minutesToAcknowledge: 4, decision: 'wait' } });
    expect(one.history.map((step: { what: string }) => step.what)).toEqual(
      expect.arrayContaining([
        'It came in',
        'It was found to be dangerous',
        'Somebody has it',
        'Waits until the morning',
      ]),
    );
    expect(JSON.stringify(one.history)).toContain('Ring the ward at nine');
    expect(report.lookFirst).toMatchObject([
      { enquiry: later, label: 'Somebody’s details may be public', left: true },
    ]);
    expect(await asks('officer', 'on-call.night', { night: '2027-01-16' })).toEqual(report);
    expect((await asks('officer', 'on-call.night', { night: '2027-01-18' })).pages).toEqual([]);
  });
  test('no longer counts as left what was answered', async () => {
    night.house.clock.set('2027-01-23T23:00:00Z');
    const enquiry = await night.flagged();
    await night.work();
    await night.desk.act(
      night.command('enquiry.reply'),
      enquiry,
      { text: 'Please call 999.' },
      night.who.duty,
    );
    await night.desk.sent(enquiry);
    const { pages } = await asks('officer', 'on-call.night');
    expect(pages).toMatchObject([
      { left: false, page: { decision: 'replied', decidedBy: 'duty of the night' } },
    ]);
  });
});

describe('somebody is in danger', () => {
  test('the director and the manager on call are told at once, and the note goes nowhere', async () => {
    const id = await night.does('officer', tellDanger, undefined, {
      called: '999',
      reference: 'INC 7',
      note: 'An invented man at the back door',
    });
    await night.after(0, 5);
    expect(night.texts()).toEqual(['director', 'duty']);
    expect(JSON.stringify(night.twin.arrived)).not.toMatch(/invented man|INC 7/);
    expect(night.twin.arrived[0]!.words).toContain('Called: 999');
    expect((await night.desk.lineOf(id, 'danger.tell'))?.clause).toBe('6.3.g');
    expect((await asks('director', 'on-call.night')).dangers).toMatchObject([
      { id, called: '999', told: true, at: '2026-11-28T23:00:00Z' },
    ]);
  });
});

describe('how somebody is reached', () => {
  test('is sealed, shown to nobody, tried by a message, and confirmed by its owner', async () => {
    const { contacts } = await asks('duty', 'on-call.contacts');
    const [own] = contacts;
    expect(contacts).toMatchObject([{ own: true, phone: true, email: true }]);
    const rows = await night.house.house.store
      .read<{ duty_contacts: { id: string } }>()
      .selectFrom('duty_contacts')
      .selectAll()
      .execute();
    expect(JSON.stringify([rows, contacts])).not.toMatch(/07700|board\.example/);
    await night.does('duty', testContact, own.id);
    await night.after(0, 5);
    expect(night.twin.arrived.map(({ channel, subject }) => [channel, subject])).toEqual([
      ['text', 'This is a test'],
      ['email', 'This is a test'],
    ]);
    await night.does('duty', confirmContact, own.id);
    expect((await asks('duty', 'on-call.contacts')).contacts[0].confirmedAt).not.toBeNull();
    expect(await refusedWith(night.does('deputy', confirmContact, own.id))).toBe('kernel.not-found');
  });
  test('must look like a number and an address, and a new one is not confirmed', async () => {
    const [own] = (await asks('duty', 'on-call.contacts')).contacts;
    const wrong = night.does('duty', changeContact, own.id, { phone: 'my mobile', email: 'me' });
    expect(await refusedWith(wrong)).toBe('input: phone,email');
    await night.does('duty', changeContact, own.id, { phone: '07700 900001', email: 'duty@board.example' });
    expect((await asks('duty', 'on-call.contacts')).contacts[0].confirmedAt).toBeNull();
  });
});

describe('the figures', () => {
  const figure = async (rule: string, from: string, to: string) => {
    const { house } = night.house;
    const found = house.rooms.flatMap(({ figures }) => figures).find((one) => one.rule === rule)!;
    const [policy] = house.policies.all;
    const period = { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
    return found.read({ tables: <T>() => house.store.read<T>() }, period, policy!);
  };
  test('say how soon somebody was woken, how soon one answered, and how often for nothing', async () => {
    night.house.clock.set('2027-02-06T23:00:00Z');
    const first = await night.flagged();
    const second = await night.flagged();
    await night.work();
    for (const [enquiry, minute, verdict] of [
      [first, 4, 'right'],
      [second, 8, 'for-nothing'],
    ] as const) {
      night.house.clock.set(Temporal.Instant.from('2027-02-06T23:00:00Z').add({ minutes: minute }));
      const { id } = await night.pageOf(enquiry);
      await night.does('director', acknowledgePage, id);
      await night.does('director', judgePage, id, { verdict });
    }
    const week = ['2027-02-01T00:00:00Z', '2027-02-08T00:00:00Z'] as const;
    expect(await figure('paging.out-of-hours', ...week)).toMatchObject({ value: 1, of: 2 });
    expect((await figure('paging.out-of-hours', ...week)).sentence).toContain('2 pages a week');
    expect(await figure('paging.acknowledge', ...week)).toMatchObject({ value: 6, unit: 'minutes' });
    expect(await figure('paging.false-pages', ...week)).toMatchObject({ value: 0.5, of: 2 });
    expect(await figure('paging.false-pages', '2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z')).toMatchObject({
      value: null,
    });
  });
});

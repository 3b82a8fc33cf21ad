import { describe, expect, test } from 'vitest';
import published from './bank-holidays.json' with { type: 'json' };
import { readBankHolidays } from './holidays.ts';
import { bundledHolidays as holidays } from './named.ts';
import { CalendarError } from './problem.ts';
import { nthWorkingDay, statutoryDue } from './statutory.ts';
import { statutoryClockNames, statutoryClocks, type StatutoryClockName } from './statutory-clocks.ts';

const zone = 'Europe/London';

/** At ten in the morning, local time. */
const on = (date: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '10:00' }).toInstant();

const dueOn = (clock: StatutoryClockName, date: string, extended = false): string =>
  statutoryDue(clock, { received: on(date), zone, holidays, extended }).dueOn.toString();

const foi: [received: string, due: string, withEnglandOnly: string][] = [
  ['2026-11-18', '2026-12-17', '2026-12-16'],
  ['2026-11-21', '2026-12-21', '2026-12-18'],
  ['2026-12-24', '2027-01-27', '2027-01-26'],
  ['2026-12-31', '2027-02-01', '2027-01-29'],
  ['2026-03-02', '2026-03-31', '2026-03-30'],
  ['2026-05-29', '2026-06-29', '2026-06-26'],
  ['2026-07-01', '2026-07-30', '2026-07-29'],
  ['2027-12-10', '2028-01-13', '2028-01-12'],
];

describe('worked dates', () => {
  test.each(foi)('freedom of information request of %s: %s, and not %s', (received, due, withEnglandOnly) => {
    expect(dueOn('foi', received)).toBe(due);
    const wrong = nthWorkingDay(Temporal.PlainDate.from(received), 20, holidays['england-and-wales']);
    expect(wrong.toString()).toBe(withEnglandOnly);
  });

  test.each([
    ['2026-11-18', '2026-11-23'],
    ['2026-11-21', '2026-11-25'],
    ['2026-12-24', '2026-12-31'],
    ['2026-04-02', '2026-04-09'],
    ['2027-12-24', '2027-12-31'],
  ])('complaint of %s: acknowledged by %s', (received, due) => {
    expect(dueOn('complaint-acknowledgement', received)).toBe(due);
  });

  test.each([
    ['2026-11-18', '2026-12-18'],
    ['2026-11-21', '2026-12-21'],
    ['2026-11-25', '2026-12-29'],
    ['2026-12-24', '2027-01-25'],
    ['2026-12-31', '2027-02-01'],
    ['2026-05-29', '2026-06-29'],
    ['2026-01-31', '2026-03-02'],
    ['2026-09-03', '2026-10-05'],
    ['2027-11-27', '2027-12-29'],
  ])('rights request of %s: %s', (received, due) => {
    expect(dueOn('rights-request', received)).toBe(due);
  });

  test("England's holidays alone never give a later day than the UK's", () => {
    for (let date = Temporal.PlainDate.from('2026-01-01'); date.year < 2028; date = date.add({ days: 1 })) {
      const wrong = nthWorkingDay(date, 20, holidays['england-and-wales']);
      expect(
        Temporal.PlainDate.compare(wrong, nthWorkingDay(date, 20, holidays['uk-union'])),
      ).toBeLessThanOrEqual(0);
    }
  });
});

describe('where the organisation is', () => {
  test.each<[StatutoryClockName, string, string, string]>([
    // St Andrew’s Day 2026, and Easter Monday, which is no bank holiday in Scotland.
    ['rights-request', '2026-10-30', '2026-11-30', '2026-12-01'],
    ['data-protection-complaint', '2026-10-31', '2026-11-30', '2026-12-01'],
    ['rights-request', '2026-03-06', '2026-04-07', '2026-04-06'],
    ['complaint-explanation', '2026-05-30', '2026-11-30', '2026-11-30'],
    ['data-breach', '2026-11-27', '2026-11-30', '2026-11-30'],
  ])('%s received %s: %s in England, %s in Scotland', (clock, received, england, scotland) => {
    const [unless, told] = [undefined, 'scotland' as const].map((division) =>
      statutoryDue(clock, { received: on(received), zone, holidays, division }).dueOn.toString(),
    );
    expect([unless, told]).toEqual([england, scotland]);
  });
});

describe('other clocks', () => {
  test.each<[StatutoryClockName, string, string]>([
    ['data-protection-complaint', '2026-11-18', '2026-12-18'],
    ['data-protection-complaint', '2026-11-25', '2026-12-29'],
    ['data-protection-complaint', '2026-11-26', '2026-12-29'],
    ['data-protection-complaint', '2026-06-19', '2026-07-20'],
    ['duty-of-candour', '2026-11-18', '2026-12-02'],
    ['duty-of-candour', '2026-12-18', '2027-01-06'],
    ['complaint-explanation', '2026-08-31', '2027-02-28'],
    ['complaint-time-bar', '2026-02-28', '2027-02-28'],
    ['foi-review-request', '2026-11-18', '2027-01-20'],
  ])('%s received %s', (clock, received, due) => {
    expect(dueOn(clock, received)).toBe(due);
  });

  test('an internal review has an aim and a limit', () => {
    const due = statutoryDue('foi-internal-review', { received: on('2026-11-18'), zone, holidays });
    expect([due.aimOn.toString(), due.dueOn.toString()]).toEqual(['2026-12-17', '2027-01-20']);
  });

  test('an extended rights request counts three months from receipt', () => {
    expect(dueOn('rights-request', '2026-09-30', true)).toBe('2026-12-30');
    expect(dueOn('rights-request', '2026-11-30', true)).toBe('2027-03-01');
    expect(dueOn('rights-request', '2026-09-25', true)).toBe('2026-12-29');
  });

  test('other clocks cannot be extended', () => {
    expect(() => dueOn('foi', '2026-11-18', true)).toThrow(CalendarError);
  });

  test.each([
    ['2026-12-24T16:30:00Z', '2026-12-27T16:30:00Z', '2026-12-27'],
    ['2026-03-28T12:00:00Z', '2026-03-31T12:00:00Z', '2026-03-31'],
    ['2026-10-23T22:30:00Z', '2026-10-26T22:30:00Z', '2026-10-26'],
  ])('a breach known at %s: 72 true hours', (received, dueAt, day) => {
    const due = statutoryDue('data-breach', { received: Temporal.Instant.from(received), zone, holidays });
    expect([due.dueAt.toString(), due.dueOn.toString()]).toEqual([dueAt, day]);
  });
});

describe('the day and the moment', () => {
  test('the local date decides, not the UTC date', () => {
    const justAfterMidnight = Temporal.Instant.from('2026-06-30T23:30:00Z');
    const due = statutoryDue('foi', { received: justAfterMidnight, zone, holidays });
    expect(due.dueOn.toString()).toBe(dueOn('foi', '2026-07-01'));
  });

  test('due until the end of the day there', () => {
    const winter = statutoryDue('foi', { received: on('2026-11-18'), zone, holidays });
    expect(winter.dueAt.toString()).toBe('2026-12-17T23:59:59.999Z');
    const summer = statutoryDue('foi', { received: on('2026-07-01'), zone, holidays });
    expect(summer.dueAt.toString()).toBe('2026-07-30T22:59:59.999Z');
  });

  test('a holiday proclaimed meanwhile: work to the earlier day, break the promise after the later', () => {
    const list = structuredClone(published);
    const proclaimed = { title: 'Day of mourning', date: '2026-12-02', notes: '', bunting: false };
    list['england-and-wales'].events.push(proclaimed);
    const now = readBankHolidays(list);
    const due = statutoryDue('foi', {
      received: on('2026-11-18'),
      zone,
      holidays: now,
      holidaysWhenReceived: holidays,
    });
    expect([due.aimOn.toString(), due.dueOn.toString()]).toEqual(['2026-12-17', '2026-12-18']);
  });

  test.each<[StatutoryClockName, string, boolean]>([
    ['foi', '2028-11-20', true],
    ['foi', '2028-12-15', false],
    ['data-breach', '2028-12-30', true],
  ])('%s of %s: bank holidays known: %s', (clock, received, known) => {
    expect(statutoryDue(clock, { received: on(received), zone, holidays }).holidaysKnown).toBe(known);
  });

  test('every clock answers, and carries the mark of its source', () => {
    for (const name of statutoryClockNames) {
      const due = statutoryDue(name, { received: on('2026-11-18'), zone, holidays });
      expect(due).toMatchObject({
        clock: name,
        mark: statutoryClocks[name].mark,
        note: statutoryClocks[name].note,
      });
      expect(Temporal.Instant.compare(due.dueAt, on('2026-11-18'))).toBe(1);
      expect(Temporal.PlainDate.compare(due.aimOn, due.dueOn)).toBeLessThanOrEqual(0);
    }
  });
});

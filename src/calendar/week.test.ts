import { describe, expect, test } from 'vitest';
import type { WorkingHours } from './hours.ts';
import { alwaysOpen, bundledCalendars } from './named.ts';
import { closedReason, describeWeek, timeInWords, weekInWords } from './week.ts';
import type { Window } from './windows.ts';

const ew = bundledCalendars.calendars.get('england-and-wales') ?? alwaysOpen;
const day: readonly Window[] = [['09:00', '17:00']];
const week = (weekly: WorkingHours['weekly']): WorkingHours => ({ ...ew, weekly });

describe('why a day is closed', () => {
  const hours: WorkingHours = {
    ...ew,
    exceptions: {
      '2026-11-18': { windows: [], reason: 'Staff training', author: 'Ada Example' },
      '2026-11-19': { windows: [] },
      '2026-12-24': { windows: [['09:00', '12:00']], reason: 'Early close' },
    },
  };

  test.each([
    ['2026-11-17', null],
    ['2026-11-18', { kind: 'closure', words: 'Staff training' }],
    ['2026-11-19', { kind: 'closure', words: 'Closed' }],
    ['2026-11-21', { kind: 'weekend', words: 'Saturday' }],
    ['2026-12-24', null],
    ['2026-12-25', { kind: 'bank-holiday', words: 'Christmas Day' }],
    ['2026-12-28', { kind: 'bank-holiday', words: 'Boxing Day (substitute day)' }],
  ])('%s', (date, reason) => {
    expect(closedReason(hours, Temporal.PlainDate.from(date))).toEqual(reason);
  });

  test('a weekday without hours', () => {
    const reason = closedReason(week({ mon: day }), Temporal.PlainDate.from('2026-11-18'));
    expect(reason).toEqual({ kind: 'not-a-working-day', words: 'Wednesday' });
  });
});

describe('the week in words', () => {
  test.each<[string, WorkingHours]>([
    ['Monday to Friday, 9am to 5pm', ew],
    ['At all hours, every day', alwaysOpen],
    ['Closed', week({})],
    ['Monday and Tuesday, 9am to 5pm; Thursday, 9am to 5pm', week({ mon: day, tue: day, thu: day })],
    [
      'Monday to Wednesday, 9am to 5pm; Thursday, 8:30am to midday and 1pm to 8pm; Saturday and Sunday, all day',
      week({
        mon: day,
        tue: day,
        wed: day,
        thu: [
          ['08:30', '12:00'],
          ['13:00', '20:00'],
        ],
        sat: [['00:00', '24:00']],
        sun: [['00:00', '24:00']],
      }),
    ],
    [
      'Saturday, midnight to 2am; Sunday, 10pm to midnight',
      week({ sat: [['00:00', '02:00']], sun: [['22:00', '24:00']] }),
    ],
  ])('%s', (words, hours) => {
    expect(weekInWords(hours)).toBe(words);
  });

  test('the runs behind the words', () => {
    expect(describeWeek(ew)).toEqual([{ from: 'mon', to: 'fri', windows: day }]);
    expect(describeWeek(week({ mon: day, wed: day })).map(({ from, to }) => [from, to])).toEqual([
      ['mon', 'mon'],
      ['wed', 'wed'],
    ]);
  });

  test.each([
    ['00:00', 'midnight'],
    ['00:30', '12:30am'],
    ['09:05', '9:05am'],
    ['12:00', 'midday'],
    ['12:15', '12:15pm'],
    ['17:30', '5:30pm'],
    ['24:00', 'midnight'],
  ])('%s is %s', (time, words) => {
    expect(timeInWords(time)).toBe(words);
  });
});

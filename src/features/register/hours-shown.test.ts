import { describe, expect, test } from 'vitest';
import { dueTimes } from '#calendar/due.ts';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import { pack, packIds } from '#policy/testing-packs.ts';
import { hoursShown } from './hours-shown.ts';

const shown = (id: (typeof packIds)[number], at: string) => hoursShown(pack(id), Temporal.Instant.from(at));

describe('the hours that the public sees', () => {
  test.each([
    ['a working morning', '2026-11-18T09:00:00Z', true, null],
    ['the last second', '2026-11-18T16:59:59Z', true, null],
    ['closing', '2026-11-18T17:00:00Z', false, null],
    ['before opening in summer, an hour earlier on the world’s clock', '2026-07-01T07:59:59Z', false, null],
    ['opening in summer', '2026-07-01T08:00:00Z', true, null],
    ['a Saturday', '2026-11-28T12:00:00Z', false, 'Saturday'],
    ['a bank holiday', '2026-12-25T12:00:00Z', false, 'Christmas Day'],
    ['a substitute day', '2026-12-28T12:00:00Z', false, 'Boxing Day (substitute day)'],
  ])('%s', (_, at, openNow, closedToday) => {
    expect(shown('icb002/1.0', at)).toEqual({ words: 'Monday to Friday, 9am to 5pm', openNow, closedToday });
  });

  test('another policy has other days and other holidays, from its own data', () => {
    const standrew = '2026-11-30T12:00:00Z';
    expect(shown('icb002/1.0', standrew)).toMatchObject({ openNow: true, closedToday: null });
    const council = shown('lmc-sm/2.1', standrew);
    expect(council.closedToday).toMatch(/Andrew/);
    expect(council.words).toMatch(/Monday to Friday, 8am to 6pm; Saturday, 8am to midday/);
    expect(shown('lmc-sm/2.1', '2026-11-28T11:59:59Z').openNow).toBe(true);
  });

  test.each(packIds)(
    'in %s are those that start the clocks: open exactly when a clock would start at once',
    (id) => {
      const parsed = parseCalendar(pack(id).value('hours.open'), bundledCalendars);
      if (!parsed.ok) throw new Error('The hours cannot be read');
      const start = Temporal.Instant.from('2026-11-20T00:17:00Z');
      for (let step = 0; step < 24 * 40; step += 1) {
        const at = start.add({ hours: step });
        const { inHours } = dueTimes({ received: at, targetMinutes: 60, hours: parsed.hours });
        expect([at.toString(), hoursShown(pack(id), at).openNow]).toEqual([at.toString(), inHours]);
      }
    },
  );
});

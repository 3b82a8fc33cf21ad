import type { Reader } from '#kernel/need.ts';
import type { Timer } from '#kernel/room.ts';
import { callForNote } from '../commands/handover-note.ts';
import { checkRota } from '../commands/check-rota.ts';
import { lapseSwap } from '../commands/swap-shift.ts';
import { callForTest, runOutTest } from '../commands/test-page.ts';
import { newNotes, newTests, testsOver } from './due.ts';
import { dayAt } from './hours.ts';
import { of } from './needs.ts';
import { lapsed } from './swap-needs.ts';

/** From this hour on, by the organisation's clock: a warning by night would wake those who can do nothing yet. */
const CHECK_HOUR = 8;

/** @param zone where the organisation's days begin and end. */
export const rotaTimersIn = (zone: string): readonly Timer[] => [
  {
    name: 'look at the rota of each day',
    everySeconds: 300,
    perform: checkRota,
    due: async (read, now) => {
      if (now.toZonedDateTimeISO(zone).hour < CHECK_HOUR) return [];
      return (await isChecked(read, dayAt(now, zone))) ? [] : ['new'];
    },
  },
  { name: 'test pages that are due', everySeconds: 30, perform: callForTest, due: newTests },
  { name: 'test pages whose time is over', everySeconds: 30, perform: runOutTest, due: testsOver },
  { name: 'handover notes that may be written', everySeconds: 60, perform: callForNote, due: newNotes },
  { name: 'swaps that nobody took', everySeconds: 60, perform: lapseSwap, due: lapsed },
];

async function isChecked(read: Reader, day: Temporal.PlainDate): Promise<boolean> {
  const row = await of(read).selectFrom('rota_checks').select('id').where('day', '=', day).executeTakeFirst();
  return row !== undefined;
}

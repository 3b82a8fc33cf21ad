import type { AnyCommand } from '#kernel/command.ts';
import { room } from '#kernel/room.ts';
import { checkRota } from './commands/check-rota.ts';
import { callForNote, readNote, writeNote } from './commands/handover-note.ts';
import { planPattern } from './commands/plan-pattern.ts';
import { cancelShift, changeShift, planShift, takeOver } from './commands/plan-shift.ts';
import { relieve } from './commands/relieve.ts';
import { askSwap } from './commands/swap-shift.ts';
import * as swaps from './commands/swap-shift.ts';
import * as tests from './commands/test-page.ts';
import * as kinds from './rota/lifecycle.ts';
import { rotaFigures } from './rota/figures.ts';
import { rotaQuestions } from './rota/questions.ts';
import { rotaTimersIn } from './rota/timers.ts';

const { shift, rotaPattern, swap, handoverNote, testPage, rotaCheck } = kinds;

const rotaCommands: readonly AnyCommand[] = [
  planShift,
  takeOver,
  changeShift,
  cancelShift,
  relieve,
  planPattern,
  ...Object.values(swaps),
  callForNote,
  writeNote,
  readNote,
  ...Object.values(tests),
  checkRota,
];

/** @param zone where the organisation's days begin and end. */
export const onCallIn = (zone: string) =>
  room({
    name: 'on-call',
    title: 'On call',
    lifecycles: [shift, handoverNote, rotaPattern, swap, testPage, rotaCheck],
    commands: rotaCommands,
    questions: rotaQuestions,
    figures: rotaFigures,
    timers: rotaTimersIn(zone),
    migrations: 'src/features/on-call/migrations',
  });

export { onDuty, type OnDuty } from './rota/on-duty.ts';
export { holeFound, noteWritten, testPageDue, testPageFailed } from './rota/events.ts';
export { askSwap, callForNote, cancelShift, planPattern, planShift, readNote, writeNote };
export { turnsWithin } from './rota/needs.ts';

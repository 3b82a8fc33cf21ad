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
import {
  pagingCommands,
  pagingEffects,
  pagingFigures,
  pagingLifecycles,
  pagingQuestions,
  pagingReactions,
  pagingTimers,
} from './paging/index.ts';
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
    lifecycles: [shift, handoverNote, ...pagingLifecycles, rotaPattern, swap, testPage, rotaCheck],
    commands: [...rotaCommands, ...pagingCommands],
    reactions: pagingReactions,
    timers: [...rotaTimersIn(zone), ...pagingTimers],
    effects: pagingEffects,
    questions: [...rotaQuestions, ...pagingQuestions],
    figures: [...rotaFigures, ...pagingFigures],
    migrations: 'src/features/on-call/migrations',
  });

export { onDuty, type OnDuty } from './rota/on-duty.ts';
export { holeFound, noteWritten, testPageDue, testPageFailed } from './rota/events.ts';
export { confirmContact, giveContact } from './commands/duty-contact.ts';
export { stepPage } from './commands/open-page.ts';
export {
  beginMessage,
  letGo,
  lookLater,
  markDelivered,
  markFailed,
  markTaken,
} from './commands/send-message.ts';
export { messageToSend, type MessageToSend } from './paging/for-worker.ts';
export { askSwap, callForNote, cancelShift, planPattern, planShift, readNote, writeNote };
export { turnsWithin } from './rota/needs.ts';

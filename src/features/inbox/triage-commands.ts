import type { AnyCommand } from '#kernel/command.ts';
import { choosePaging } from './commands/choose-paging.ts';
import { markMissed, markNeedless, takeBackMark } from './commands/marks.ts';
import { markRead } from './commands/read.ts';
import { relabel } from './commands/relabel.ts';
import { lower, raise } from './commands/severity.ts';
import { triageAgain } from './commands/triage-again.ts';

/** What can be done about triage: beside the answer, and never instead of it. */
export const triageCommands: readonly AnyCommand[] = [
  raise,
  lower,
  relabel,
  markMissed,
  markNeedless,
  takeBackMark,
  markRead,
  triageAgain,
  choosePaging,
];

import { room } from '#kernel/room.ts';
import { confirm, retry } from './commands/by-person.ts';
import { begin, handOn, hold, markDone, markRefused, markUnknown, wake } from './commands/carrying-out.ts';
import {
  approve,
  askAgain,
  askToRemove,
  decideAgain,
  drop,
  endAtReview,
  lift,
  renew,
} from './commands/decide.ts';
import { block, hide, hideDetails, report, restrict, warn } from './commands/take.ts';
import { recordNotWarned, recordWarned } from './commands/warned.ts';
import { carryOut } from './events.ts';
import { figures } from './figures.ts';
import { measure } from './lifecycle.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { timersIn } from './timers.ts';

/** @param zone where the organisation's days begin and end. */
export const conductIn = (zone: string) =>
  room({
    name: 'conduct',
    title: 'Conduct under our posts',
    lifecycles: [measure],
    commands: [
      hideDetails,
      hide,
      warn,
      restrict,
      report,
      block,
      approve,
      confirm,
      retry,
      askToRemove,
      renew,
      lift,
      askAgain,
      decideAgain,
      drop,
      begin,
      hold,
      handOn,
      markDone,
      markRefused,
      markUnknown,
      wake,
      recordWarned,
      recordNotWarned,
      endAtReview,
    ],
    questions,
    reactions,
    timers: timersIn(zone),
    figures,
    effects: [carryOut.effect],
    migrations: 'src/features/conduct/migrations',
  });

export { begin, handOn, hold, markDone, markRefused, markUnknown };
export { approve, block, hide, hideDetails };
export { measureToCarryOut, type MeasureToCarryOut } from './for-worker.ts';
export {
  authorBlocked,
  authorRestricted,
  authorWarned,
  carryOut,
  measureEnded,
  messageHidden,
  reportedToNetwork,
} from './events.ts';
export { measure };

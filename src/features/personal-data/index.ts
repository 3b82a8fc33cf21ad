import { room } from '#kernel/room.ts';
import { remind, tell } from './commands/chase.ts';
import { deleteNow, deleteUnconfirmed, dismiss } from './commands/decide.ts';
import { begin, recordErased, settleOutside } from './commands/erasing.ts';
import { comeTooLate, holdIt, liftHold, placeHold, putInPlace, resume, reviewHold } from './commands/hold.ts';
import { notice, noticeAgain } from './commands/notice.ts';
import { confirm, confirmByHand, passOnDetails, recordHandOver } from './commands/pass-on.ts';
import { check, pick } from './commands/spot-check.ts';
import { figures } from './figures.ts';
import { hold, removal } from './lifecycle.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { timers } from './timers.ts';

export const personalData = room({
  name: 'personal-data',
  title: 'Personal data',
  lifecycles: [removal, hold],
  commands: [
    notice,
    noticeAgain,
    passOnDetails,
    recordHandOver,
    deleteNow,
    dismiss,
    remind,
    tell,
    confirm,
    confirmByHand,
    deleteUnconfirmed,
    holdIt,
    resume,
    begin,
    recordErased,
    settleOutside,
    pick,
    check,
    placeHold,
    putInPlace,
    comeTooLate,
    reviewHold,
    liftHold,
  ],
  questions,
  reactions,
  timers,
  figures,
  migrations: 'src/features/personal-data/migrations',
});

export { removal, hold };
export { detailsErased, detailsPassedOn, holdLifted, holdPlaced } from './events.ts';

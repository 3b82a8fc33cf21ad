import { room } from '#kernel/room.ts';
import { askDepartment, passDetails } from './commands/begin.ts';
import { answer, askMore, giveBack } from './commands/by-receiver.ts';
import { askNext, expire, remind } from './commands/by-timer.ts';
import { lookAtCopy, tellMore, withdraw } from './commands/by-us.ts';
import { endLinks, keepLink, makeLink, markLetter, openLink, writeAgain } from './commands/links.ts';
import { lookIn, receive } from './commands/receive.ts';
import { toWipe, wipe } from './commands/wipe.ts';
import { sendLetter } from './events.ts';
import { figures } from './figures.ts';
import { handOver, link } from './lifecycle.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { timers } from './timers.ts';

export const handOvers = room({
  name: 'hand-over',
  title: 'Hand-overs',
  lifecycles: [handOver, link],
  commands: [
    askDepartment,
    passDetails,
    makeLink,
    endLinks,
    writeAgain,
    markLetter,
    lookIn,
    receive,
    answer,
    askMore,
    tellMore,
    giveBack,
    remind,
    askNext,
    expire,
    withdraw,
    lookAtCopy,
    keepLink,
    openLink,
    wipe,
  ],
  questions,
  reactions,
  timers,
  figures,
  effects: [sendLetter.effect],
  migrations: 'src/features/hand-over/migrations',
});

export { askDepartment, passDetails, toWipe, wipe, withdraw };
export { answer, askMore, giveBack, lookAtCopy, lookIn, makeLink, markLetter, receive };
export { answered, contentWiped, expired, givenBack, opened, received, sendLetter } from './events.ts';
export { letterToWrite, openedBy, sealedCopy, usedUp, type LetterToWrite, type Linked } from './for-link.ts';
export { handOver };
export type { Content, HandOverKind } from './words.ts';

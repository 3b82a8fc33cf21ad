import { room } from '#kernel/room.ts';
import { askDepartment, passDetails } from './commands/begin.ts';
import { answer, askMore, giveBack } from './commands/by-receiver.ts';
import { askNext, expire, remind } from './commands/by-timer.ts';
import { lookAtCopy, tellMore, withdraw } from './commands/by-us.ts';
import { askNextPerson, handOn, lookAtEvidence, raise, settle, take } from './commands/escalate.ts';
import { endLinks, keepLink, makeLink, markLetter, openLink, writeAgain } from './commands/links.ts';
import { addPartner, changePartner, closePartner, confirmPartner } from './commands/partners.ts';
import { prepareShare, sendShare } from './commands/share.ts';
import { lookIn, receive } from './commands/receive.ts';
import { evidenceToWipe, toWipe, wipe, wipeEvidence } from './commands/wipe.ts';
import { sendLetter, tellPerson } from './events.ts';
import { escalation, partner } from './escalation.ts';
import { figures } from './figures.ts';
import { handOver, link } from './lifecycle.ts';
import { escalationQuestions } from './escalation-queries.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { timers } from './timers.ts';

export const handOvers = room({
  name: 'hand-over',
  title: 'Hand-overs',
  lifecycles: [handOver, link, escalation, partner],
  commands: [
    sendShare,
    tellMore,
    prepareShare,
    askDepartment,
    passDetails,
    makeLink,
    writeAgain,
    markLetter,
    lookIn,
    receive,
    answer,
    askMore,
    giveBack,
    remind,
    askNext,
    expire,
    withdraw,
    endLinks,
    lookAtCopy,
    keepLink,
    openLink,
    wipe,
    wipeEvidence,
    raise,
    take,
    askNextPerson,
    handOn,
    settle,
    lookAtEvidence,
    addPartner,
    changePartner,
    confirmPartner,
    closePartner,
  ],
  questions: [...questions, ...escalationQuestions],
  reactions,
  timers,
  figures,
  effects: [sendLetter.effect, tellPerson.effect],
  migrations: 'src/features/hand-over/migrations',
});

export { askDepartment, evidenceToWipe, passDetails, toWipe, wipe, wipeEvidence, withdraw };
export { answer, askMore, giveBack, lookAtCopy, lookIn, makeLink, markLetter, receive };
export { addPartner, lookAtEvidence, prepareShare, raise, sendShare };
export {
  answered,
  contentWiped,
  escalated,
  evidenceWiped,
  expired,
  givenBack,
  opened,
  received,
  sendLetter,
  tellPerson,
} from './events.ts';
export {
  letterToWrite,
  openedBy,
  personToTell,
  sealedCopy,
  sealedEvidence,
  usedUp,
  type LetterToWrite,
  type Linked,
} from './for-link.ts';
export { forDepartment } from './content.ts';
export { escalation, handOver };
export type { Content, HandOverKind } from './words.ts';

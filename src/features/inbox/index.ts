import { room } from '#kernel/room.ts';
import { answerAutomatically } from './commands/answer-automatically.ts';
import { askBack, waitOnThem } from './commands/ask-back.ts';
import { capture } from './commands/capture.ts';
import { change, withdraw } from './commands/changed-outside.ts';
import { claim, release } from './commands/claim.ts';
import { close } from './commands/close.ts';
import { departmentAnswered, hearAnswered, hearGivenBack, override } from './commands/department.ts';
import { follow, join, setApart } from './commands/join.ts';
import { lookAtPictures, markDetails, unmask } from './commands/details.ts';
import { erase, forgetAddress, takeOutOfNote, takeOutOfReply } from './commands/erase.ts';
import { holdBack, letBack } from './commands/hold-back.ts';
import { endLawClock, startLawClock } from './commands/law-clocks.ts';
import { flag } from './commands/flag.ts';
import { note as addNote, writeNote } from './commands/note.ts';
import { passOn } from './commands/pass-on.ts';
import { receive } from './commands/receive.ts';
import { hearAgain, hearBack, letGo, reckon } from './commands/reckon.ts';
import { recordLook } from './commands/record-look.ts';
import { flagUnknown, putBack, recordSent, sendAgain } from './commands/record-sent.ts';
import { reveal } from './commands/reveal.ts';
import { reopen, reviewSample } from './commands/reopen.ts';
import { confirm, drop, retry } from './commands/reply-by-person.ts';
import { reply as answer } from './commands/reply.ts';
import { replySaved } from './commands/reply-saved.ts';
import { agreeReply, sendBackReply } from './commands/second-person.ts';
import { unlock } from './commands/unlock.ts';
import { replyWithDetails } from './commands/reply-with-details.ts';
import { beginSending, markHeld, markRefused, markSent, markUnknown, wake } from './commands/sending.ts';
import { signpost } from './commands/signpost.ts';
import { warn, writeWarning } from './commands/warn.ts';
import { writeReply } from './commands/write-reply.ts';
import { sendReply } from './events.ts';
import { figures } from './figures.ts';
import { enquiry } from './lifecycle.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { look, note, reply } from './reply-lifecycle.ts';
import { timers } from './timers.ts';
import { triageCommands } from './triage-commands.ts';
import { triageSetting } from './triage-lifecycle.ts';

/** Before the first answer is checked, so that nobody waits for it. */
export { warmChecks } from '#checks/index.ts';
/** Before the first message comes in, so that it does not wait for the model. */
export { warmTriage } from '#triage/index.ts';

export const inbox = room({
  name: 'inbox',
  title: 'Inbox',
  lifecycles: [enquiry, reply, note, look, triageSetting],
  commands: [
    answer,
    replySaved,
    replyWithDetails,
    unlock,
    signpost,
    passOn,
    askBack,
    claim,
    release,
    close,
    waitOnThem,
    departmentAnswered,
    hearAnswered,
    hearGivenBack,
    override,
    reopen,
    startLawClock,
    endLawClock,
    addNote,
    join,
    follow,
    setApart,
    withdraw,
    reviewSample,
    capture,
    flag,
    receive,
    change,
    reckon,
    hearAgain,
    letGo,
    hearBack,
    recordSent,
    putBack,
    flagUnknown,
    sendAgain,
    agreeReply,
    sendBackReply,
    confirm,
    retry,
    drop,
    writeReply,
    answerAutomatically,
    warn,
    writeWarning,
    beginSending,
    markHeld,
    markSent,
    markRefused,
    markUnknown,
    wake,
    writeNote,
    recordLook,
    ...triageCommands,
    reveal,
    lookAtPictures,
    markDetails,
    unmask,
    holdBack,
    letBack,
    erase,
    forgetAddress,
    takeOutOfReply,
    takeOutOfNote,
  ],
  questions,
  reactions,
  timers,
  figures,
  effects: [sendReply.effect],
  migrations: 'src/features/inbox/migrations',
});

export { answerAutomatically, capture, change, receive, recordLook, warn, withdraw };
export { hearAnswered, hearGivenBack };
export { enquiryToHandOver, type EnquiryToHandOver } from './to-hand-over.ts';
export { erase, forgetAddress, holdBack, letBack, unmask };
export { workingDayAfter } from './due.ts';
export { beginSending, markHeld, markRefused, markSent, markUnknown };
export { one as oneEnquiry } from './queries/one.ts';
export { authorOfReply, stillOpen, whereAndWhen } from './for-on-call.ts';
export {
  enquiriesOfAuthor,
  enquiryToMeasure,
  inWorkingDays,
  warnedBy,
  type MeasuredEnquiry,
} from './for-conduct.ts';
export { enquiryOf, recentRemotes, replyToSend, wordsToPassOn, type ReplyToSend } from './for-worker.ts';
export {
  detailsSpotted,
  enquiryClosed,
  enquiryErased,
  enquiryFlagged,
  enquiryReceived,
  heldBack,
  holdTooLate,
  passedOn,
  replyDropped,
  replyRefused,
  replySent,
  replyUnknown,
  sendReply,
  signpostRechecked,
} from './events.ts';
export { clocksFrom } from './due.ts';
export { messageToAnswer } from './for-automatic-reply.ts';
export { openHours } from './hours.ts';
export { enquiry, reply, look };
export { handlers, overDetails, readers } from './lifecycle.ts';
export { maskedText, picturesFor, textFor, viewerOf, type Viewer } from './text-for.ts';
export type { EnquiryKind, InboxTables } from './words.ts';

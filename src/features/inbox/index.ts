import { room } from '#kernel/room.ts';
import { askBack, waitOnThem } from './commands/ask-back.ts';
import { capture } from './commands/capture.ts';
import { change, withdraw } from './commands/changed-outside.ts';
import { claim, release } from './commands/claim.ts';
import { close } from './commands/close.ts';
import { departmentAnswered, override } from './commands/department.ts';
import { follow, join, setApart } from './commands/join.ts';
import { endLawClock, startLawClock } from './commands/law-clocks.ts';
import { markRisk } from './commands/mark-risk.ts';
import { note as addNote, writeNote } from './commands/note.ts';
import { passOn } from './commands/pass-on.ts';
import { receive } from './commands/receive.ts';
import { hearAgain, hearBack, letGo, reckon } from './commands/reckon.ts';
import { recordLook } from './commands/record-look.ts';
import { flagUnknown, putBack, recordSent, sendAgain } from './commands/record-sent.ts';
import { reopen, reviewSample } from './commands/reopen.ts';
import { confirm, drop, retry } from './commands/reply-by-person.ts';
import { reply as answer } from './commands/reply.ts';
import { replyWithDetails } from './commands/reply-with-details.ts';
import { beginSending, markHeld, markRefused, markSent, markUnknown, wake } from './commands/sending.ts';
import { signpost } from './commands/signpost.ts';
import { writeReply } from './commands/write-reply.ts';
import { sendReply } from './events.ts';
import { figures } from './figures.ts';
import { enquiry } from './lifecycle.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { look, note, reply } from './reply-lifecycle.ts';
import { timers } from './timers.ts';

/** Before the first answer is checked, so that nobody waits for it. */
export { warmChecks } from '#checks/index.ts';

export const inbox = room({
  name: 'inbox',
  title: 'Inbox',
  lifecycles: [enquiry, reply, note, look],
  commands: [
    answer,
    replyWithDetails,
    signpost,
    passOn,
    askBack,
    claim,
    release,
    close,
    waitOnThem,
    departmentAnswered,
    override,
    reopen,
    markRisk,
    startLawClock,
    endLawClock,
    addNote,
    join,
    follow,
    setApart,
    withdraw,
    reviewSample,
    capture,
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
    confirm,
    retry,
    drop,
    writeReply,
    beginSending,
    markHeld,
    markSent,
    markRefused,
    markUnknown,
    wake,
    writeNote,
    recordLook,
  ],
  questions,
  reactions,
  timers,
  figures,
  effects: [sendReply.effect],
  migrations: 'src/features/inbox/migrations',
});

export { capture, change, receive, recordLook, withdraw };
export { beginSending, markHeld, markRefused, markSent, markUnknown };
export { one as oneEnquiry } from './queries/one.ts';
export { authorOfReply, stillOpen, whereAndWhen } from './for-on-call.ts';
export { enquiryOf, recentRemotes, replyToSend, type ReplyToSend } from './for-worker.ts';
export {
  enquiryClosed,
  enquiryFlagged,
  enquiryReceived,
  passedOn,
  replyDropped,
  replyRefused,
  replySent,
  replyUnknown,
  sendReply,
  signpostRechecked,
} from './events.ts';
export { enquiry, reply, look };
export type { EnquiryKind, InboxTables } from './words.ts';

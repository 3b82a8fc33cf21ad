import type { AnyCommand } from '#kernel/command.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { acknowledgePage, escalatePage } from '../commands/acknowledge-page.ts';
import {
  callSomebody,
  hideIt,
  judgePage,
  recordEnd,
  recordReply,
  waitUntilMorning,
  writeDecision,
} from '../commands/decide-page.ts';
import { changeContact, confirmContact, giveContact, testContact } from '../commands/duty-contact.ts';
import { noteFault, noteTaken } from '../commands/note-page.ts';
import { alertTeam, noteNightItem, openPage, stepPage, wakeDuty } from '../commands/open-page.ts';
import { sendDigest } from '../commands/send-digest.ts';
import * as sending from '../commands/send-message.ts';
import { tellDanger } from '../commands/tell-danger.ts';
import { writeMessage, writeTest } from '../commands/write-message.ts';
import { lookAfterPage, nextPageStep, sendPage } from './events.ts';
import * as kinds from './lifecycle.ts';

/** What this half of the room adds to its front door. */
export const pagingLifecycles: readonly Lifecycle[] = [
  kinds.page,
  kinds.pageMessage,
  kinds.pageDecision,
  kinds.nightItem,
  kinds.nightDigest,
  kinds.danger,
  kinds.dutyContact,
];

export const pagingCommands: readonly AnyCommand[] = [
  openPage,
  wakeDuty,
  alertTeam,
  stepPage,
  acknowledgePage,
  escalatePage,
  callSomebody,
  hideIt,
  waitUntilMorning,
  recordReply,
  recordEnd,
  judgePage,
  noteFault,
  noteTaken,
  writeDecision,
  writeMessage,
  writeTest,
  ...Object.values(sending),
  noteNightItem,
  sendDigest,
  tellDanger,
  giveContact,
  changeContact,
  testContact,
  confirmContact,
];

export const pagingEffects: readonly string[] = [sendPage.effect, lookAfterPage.effect, nextPageStep.effect];
export { pagingReactions } from './reactions.ts';
export { pagingTimers } from './timers.ts';
export { pagingFigures } from './figures.ts';
export { pagingQuestions } from './questions.ts';

import type { Question } from '#kernel/question.ts';
import { day } from './queries/day.ts';
import { morning } from './queries/morning.ts';
import { noReply, sample } from './queries/no-reply.ts';
import { one } from './queries/one.ts';
import { times } from './queries/times.ts';
import { triageMarks } from './queries/triage-marks.ts';
import { triageQuestion } from './queries/triage.ts';
import { toAgree } from './queries/to-agree.ts';
import { waiting } from './queries/waiting.ts';

/** What screens, the API and the command line may ask of this room. */
export const questions = [
  waiting,
  one,
  morning,
  day,
  times,
  noReply,
  sample,
  triageQuestion,
  triageMarks,
  toAgree,
] as unknown as readonly Question[];

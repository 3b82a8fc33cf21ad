import type { Question } from '#kernel/question.ts';
import { fairness } from './questions/fairness.ts';
import { notes } from './questions/notes.ts';
import { oneShift } from './questions/one-shift.ts';
import { rotaDays } from './questions/rota.ts';
import { swaps } from './questions/swaps.ts';
import { testPages } from './questions/test-pages.ts';
import { tonight } from './questions/tonight.ts';

/** What screens, the API and the command line may ask of the rota. */
export const rotaQuestions = [
  tonight,
  rotaDays,
  oneShift,
  swaps,
  notes,
  testPages,
  fairness,
] as unknown as readonly Question[];

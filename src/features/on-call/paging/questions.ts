import type { Question } from '#kernel/question.ts';
import { nightReport } from './questions/night.ts';
import { pageOfEnquiry, pagesNow } from './questions/now.ts';
import { onePage } from './questions/page.ts';
import { ownContact } from './questions/contact.ts';

export const pagingQuestions: readonly Question[] = [
  pagesNow,
  pageOfEnquiry,
  onePage,
  nightReport,
  ownContact,
];

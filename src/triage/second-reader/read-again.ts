import type { OwnDetails } from '#text/index.ts';
import type { Label } from '../labels.ts';
import type { Triage } from '../triage.ts';
import { opinionIn } from './answer.ts';
import { questionAbout } from './question.ts';
import { raisedBy, unchanged, type ReadTwice } from './raise.ts';

/** Where the question goes. Whatever it is, it has two seconds; it never throws. */
export interface SecondReader {
  /** The name by which the endpoint knows its model. */
  readonly model: string;
  ask(question: string): Promise<SecondAnswer>;
}

export type SecondAnswer = { readonly body: string } | { readonly failed: 'no-answer' | 'late' };

export interface ReadAgainSettings {
  readonly pagingLabels?: readonly Label[] | undefined;
  readonly own?: OwnDetails;
}

/** A message that was triaged, read once more by a second reader, which may only raise. */
export async function readAgain(
  text: string,
  before: Triage,
  reader: SecondReader,
  { pagingLabels, own }: ReadAgainSettings = {},
): Promise<ReadTwice> {
  const answer = await reader.ask(questionAbout(text, reader.model, own));
  if ('failed' in answer) return unchanged(before, answer.failed);
  const opinion = opinionIn(answer.body);
  return opinion ? raisedBy(before, opinion, text, pagingLabels) : unchanged(before, 'not-understood');
}

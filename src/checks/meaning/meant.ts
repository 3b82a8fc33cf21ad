import { check, inBody, type Asked, type Check, type Found } from '../check.ts';
import type { ReadDraft } from '../draft.ts';
import { isAnswer } from './addressed.ts';
import { featuresOf } from './features.ts';
import { heads } from './heads.ts';
import { keeps } from './kept.ts';
import { cuts, judged, type Judged } from './model.ts';

/** That the draft speaks to one person. */
export const answerFlag = 1;

export const readMeaning = (draft: ReadDraft) =>
  featuresOf(draft.body.text, isAnswer(draft) ? [answerFlag] : []);

const seen = new WeakMap<ReadDraft, readonly Judged[]>();

function judgedOnce(draft: ReadDraft): readonly Judged[] {
  const before = seen.get(draft);
  if (before) return before;
  const its = judged(readMeaning(draft));
  seen.set(draft, its);
  return its;
}

/**
 * What a text means where no telling word stands in it: learned from drafts that people judged. Each raises a finding
 * of the row’s own rule where the patterns found nothing: sure enough, it is as grave as the rule; else it asks.
 */
export const meant: readonly Check[] = heads.map(({ ref, rule, period, says }, head) => ({
  ...check(rule, ref, function* look(draft): Generator<Found | Asked> {
    if (period && (!draft.preElection || draft.replyTo !== undefined)) return;
    const its = judgedOnce(draft)[head];
    const cut = cuts[head];
    if (!its || !cut || its.score < cut.ask) return;
    const said = draft.body.text.slice(its.span.start, its.span.end).toLowerCase().replaceAll('’', "'");
    if (keeps[ref]?.(draft, said)) return;
    if (its.score >= cut.stop) yield inBody(its.span, says);
    else yield { field: 'text', ask: `${says} Is that so of sentence ${sentenceOf(draft.body.text, its)}?` };
  }),
  second: true,
}));

/** Which sentence it begins in, counted from 1: what is asked holds no words of the draft. */
const sentenceOf = (text: string, { span }: Judged): number =>
  text.slice(0, span.start).split(/[.!?…]+\s+|\n+/).length;

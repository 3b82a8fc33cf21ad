import type { ReadDraft } from '../draft.ts';

/** Nobody in particular: these are said to all. */
const everybody =
  '(?:all|everyone|everybody|folks?|guys|team|there|ladies|gents|mums?|dads?|mams?|parents|families|carers|friends|neighbours|colleagues|students?|runners|volunteers|essex|south|mid|southend|basildon|chelmsford|and|from|to|for|of|the|our|we|it|its|today|tonight|this|that|a|an|as|what|who|how|if|with|on|in|at|is|world|news|nhs|you|your|again|so|very|much|but|about|heads?|lovely people|if|staff|nurses|doctors|patients|kids|children|residents|visitors|commuters|drivers|gardeners|cyclists|fans|lads|loves?|big|world|day|afternoon|evening|morning|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const one = `(?!${everybody}\\b)(?:@[a-z0-9_]+|(?:mr|mrs|ms|miss|dr)\\.? [a-z'-]+|[a-z][a-z'-]{1,14})`;
const opening = new RegExp(
  [
    // `@sam`, `Replying to @sam`
    '^\\W{0,3}(?:replying to |reply to |in reply to |re: ?|to )?@[a-z0-9_]+',
    '^\\W{0,3}(?:replying to|in reply to|in answer to)\\b',
    `^\\W{0,3}(?:hi+|hiya|hello|hey|dear|morning|good (?:morning|afternoon|evening))(?: there)?,? ${one}\\W`,
    `^\\W{0,3}(?:hi+|hiya|hello|hey)[,!.] `,
    `^\\W{0,3}(?:(?:thanks?|thank you|cheers|sorry|apologies|aw+|ah+|oh|bless you|yes|no|yep|nope|well done|congratulations|glad|great)(?: so much| very much| a lot| for (?:that|this|your (?:message|comment|kind words|question)|getting in touch|the lovely comment))?),? ${one}(?:[,.!-]| (?:but|you|your|you're|you've|that|we|as|there)\\b)`,
    `^\\W{0,3}(?:mr|mrs|ms|miss) [a-z'-]+,`,
  ].join('|'),
);
/** Told as an answer, whoever it is to. */
const answering =
  /^\W{0,3}(?:(?:thanks|thank you) for (?:(?:your|the) (?:lovely |kind |nice )?(?:message|comment|question|note|review|feedback|words|post)|getting in touch|telling us|letting us|asking)|(?:we(?:'re| are)|i'm|i am|so|very|really) sorry (?:to hear |that |about )|sorry (?:to hear|that|about|for|you) |in your case|(?:yes|no|yeah|nope|yep)[,.!] )/;
/** A name set apart by stops, beside `you`: `sorry Bex.`, `you worked hard at it, Neil!` */
const named =
  /(?:,|\bsorry|\bthanks|\bcheers|\bhun|\blove|\bno|\byes|\bok|\btime|\blist) (?!(?:Essex|Southend|Basildon|Chelmsford|NHS|We|I|The|Our|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Samaritans|Mind|Facebook|Instagram|Twitter|GP|GPs)\b)\p{Lu}\p{Ll}{1,12}(?:[.!?,]|$| (?:but|you|your|we|it|the|as|because|that|this)\b)/u;
const you = /\b(?:you|your|you're|you've|you'd|you'll)\b/;

const seen = new WeakMap<ReadDraft, boolean>();

/** Whether a draft speaks to one person: it answers somebody, or it begins or ends as an answer does. */
export function isAnswer(draft: ReadDraft): boolean {
  if (draft.replyTo !== undefined) return true;
  const before = seen.get(draft);
  if (before !== undefined) return before;
  const { text } = draft.body.folded;
  const head = text.slice(0, 160);
  const its =
    opening.test(head) ||
    (you.test(text) && (answering.test(head) || named.test(draft.body.text.slice(0, 2000))));
  seen.set(draft, its);
  return its;
}

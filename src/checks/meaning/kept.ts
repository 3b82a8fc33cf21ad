import { hostOn } from '#text/index.ts';
import type { ReadDraft } from '../draft.ts';
import { noSide } from '../election/politics.ts';
import { aboutTheTime } from '../election/restrictions.ts';
import { signpost } from '../proper/advice.ts';
import { label } from '../proper/money.ts';
import { agreed } from '../proper/patients.ts';
import { ofTheBody } from '../proper/symptoms.ts';
import { isAnswer } from './addressed.ts';

/** What keeps a row for certain, whatever the rest sounds like. The second text holds the sentences that sound so, folded. */
type Keeps = (draft: ReadDraft, said: string) => boolean;

const sendsOn: Keeps = (draft, said) => {
  if (!isAnswer(draft) && draft.body.links.some((link) => hostOn(link.host, ['nhs.uk']))) return true;
  if (
    draft.replyTo !== undefined &&
    !ofTheBody.test(`${draft.replyTo.toLowerCase()} ${draft.body.folded.text}`)
  )
    return true;
  return said
    .split(/[.!?\n]+/)
    .filter((sentence) => sentence.trim() !== '')
    .every((sentence) => signpost.test(sentence));
};
const period: Keeps = ({ body }) => aboutTheTime.test(body.folded.text) || noSide.test(body.folded.text);

/** `Order your repeat prescription early`: what everybody is asked to do, and nothing else. */
const request =
  /^\s*(?:please )?(?:order|bring|ask|call|ring|phone|book|check|see|visit|read|find|use|keep|tell|come|join|remember) (?:your|a|an|the|us|to|our|any) [^,;]*$/;
const onlyAsks = (said: string): boolean =>
  said
    .split(/[.!?\n]+/)
    .filter((sentence) => sentence.trim() !== '')
    .every((sentence) => request.test(sentence));

export const keeps: Readonly<Record<string, Keeps>> = {
  'CNT-03': (draft, said) =>
    onlyAsks(said) || (draft.replyTo === undefined && agreed.test(draft.body.folded.text)),
  'CNT-04': sendsOn,
  'CNT-16': ({ body }) => label.test(body.text),
  'PEP-15': ({ body }) => noSide.test(body.folded.text),
  'PEP-01': period,
  'PEP-02': period,
  'PEP-04': period,
  'PEP-06': period,
};

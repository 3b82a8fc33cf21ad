import type { Reading, Span } from '#text/index.ts';
import { clinicalWords } from '../clinical.ts';

const whom =
  /\b(?:you|your|he|she|him|her|his|mum|mam|dad|nan|gran|grandad|son|daughter|wife|husband|partner|brother|sister|baby)\b/;
/** Somebody did something, or it is so now. */
const happened =
  /\b(?:was|were|had|has been|have been|did|didn't|came|went|saw|told|said|gave|took|got|left|made|kept|found|is (?:in|on|now|still|back|being)|are (?:in|on|now|still|back|being)|[a-z]{3,}ed)\b/;
/** Said to anybody, or of how it felt to them: nothing is told. */
const nothingTold =
  /\b(?:if|when|whenever|whether|unless|please|can|can't|cannot|could|couldn't|may|might|must|would|should|never|any|anyone|anybody|how|where|why|don't|do not|not able|unable|sorry|glad|thank|thanks|happy|pleased|hear|heard|feel|felt|feels|experience|feedback|share|shared|pass|passed|comments?|words|told us about|letting|raised|mentioned|asked about|everyone|people|need|letter|nhs app)\b/;
/** Said outright, whatever stands around it. */
const outright =
  /\b(?:pleasure|privilege|honour|good|nice|lovely) to (?:look after|care for|treat|meet|see|help) (?:you|him|her|your (?:mum|mam|dad|nan|gran|grandad|son|daughter|wife|husband|partner|brother|sister|baby|\w+))\b|\b(?:your (?:mum|mam|dad|nan|gran|grandad|son|daughter|wife|husband|partner|brother|sister|baby|child|\w+'s)|he|she) (?:was|has been|is being|had been|will be)(?: \w+ly| now| also| just)? (?!pleased|delighted|thrilled|called|named|born|asked|interested|invited|involved|amazed|moved by)(?:[a-z]{3,}ed|seen|given|taken|fed|sent|shown)\b|\b(?:could not|couldn't|cannot|can't|unable to|did not|didn't|were not able to) (?:offer|give|book|do|carry out) (?:you|him|her) (?:the|a|an|any|that|your) (?:[a-z]+ ){0,3}(?:operation|surgery|scan|treatment|procedure|injections?|appointment|transplant|replacement|therapy)\b/;

/** A clause that tells what was done for, or found in, the one who is answered, or somebody of theirs. */
export function* toldCare(reading: Reading): Generator<Span> {
  const { folded } = reading;
  let clinical: readonly Span[] | undefined;
  for (const { text, start } of clausesToldIn(folded.text)) {
    const said = outright.exec(text);
    if (said) yield folded.span(start + said.index, start + said.index + said[0].length);
    if (!whom.test(text) || !happened.test(text) || nothingTold.test(text)) continue;
    const span = folded.span(start, start + text.length);
    clinical ??= clinicalWords(reading);
    const care = clinical.find((one) => span.start <= one.start && one.end <= span.end);
    if (care) yield care;
  }
}

/** What is asked is not told. */
function* clausesToldIn(text: string): Generator<{ text: string; start: number }> {
  for (const { 0: sentence, index } of text.matchAll(/[^.!?\n]+\??/g)) {
    if (sentence.endsWith('?')) continue;
    let start = index;
    for (const part of sentence.split(/([,;]| (?:and|but|so) )/)) {
      yield { text: part, start };
      start += part.length;
    }
  }
}

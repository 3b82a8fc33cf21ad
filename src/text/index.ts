/** Text: where things stand in it, how long it is, what a reader meets, and whose details it holds. Pure. */
export { read, type Reading } from './reading.ts';
export type { Span } from './span.ts';
export { overlaps, spanOf, withoutOverlap } from './span.ts';
export { fold, type Folded } from './fold.ts';
export { wordsOf, type Word } from './words.ts';
export { sentencesOf, paragraphsOf } from './sentences.ts';
export { linksOf, hostOn, type Link } from './links.ts';
export { emojiOf, type Emoji } from './emoji.ts';
export { hashtagsOf, withCapitals, type Hashtag } from './hashtags.ts';
export { styledOf, plainOf, foreignLetters, type Styled } from './styled.ts';
export { lengthOf, counters, type Counter } from './length.ts';
export { limitsOf, networksKnown, type NetworkLimits } from './networks.ts';
export { isRomanised, languagesOf, rightToLeft } from './script.ts';
export { readabilityOf, syllablesOf, type Readability } from './readability.ts';
export { isCommonWord, inWords } from './split-words.ts';
export { loadDictionary, type Dictionary } from './dictionary.ts';
export { isFirst as isFirstName } from './personal/name-words.ts';
export { findPersonalData } from './personal/find.ts';
export { kindInWords, mask } from './personal/mask.ts';
export { isNhsNumber } from './personal/nhs-number.ts';
export { datesIn, type WrittenDate } from './personal/dates.ts';
export {
  personalKinds,
  type OwnDetails,
  type PersonalDatum,
  type PersonalKind,
  type Sureness,
} from './personal/datum.ts';

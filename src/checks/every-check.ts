import type { Check } from './check.ts';
import {
  electionAnnouncement,
  electionCampaign,
  electionConsultation,
  electionContracts,
  electionEvents,
} from './election/restrictions.ts';
import { electionPictures, electionVisits } from './election/pictures.ts';
import { partiesBefore, partiesNamed, partyPolitics } from './election/politics.ts';
import { meant } from './meaning/meant.ts';
import { acronyms } from './plain/acronyms.ts';
import { dates, weekdays } from './plain/dates.ts';
import { conditionNames, singular } from './plain/names.ts';
import { numbers, percentages, ranges } from './plain/numbers.ts';
import { misplacedApostrophes } from './plain/apostrophes.ts';
import { repeatedWords } from './plain/repeated.ts';
import { paragraphs, readingAge, sentenceLength } from './plain/sentences.ts';
import { apostrophes, contractions, latinWords, passive, titleCase, tone, units } from './plain/style.ts';
import { spelled } from './plain/spelled.ts';
import { times } from './plain/times.ts';
import {
  ageWords,
  ethnicity,
  noPromises,
  officeWords,
  peopleWords,
  plainWords,
  spelling,
} from './plain/words.ts';
import { medicalAdvice } from './proper/advice.ts';
import { children, healthDetails, placeDetails, staffAccused } from './proper/people.ts';
import { rightAccount } from './proper/right-account.ts';
import { patients } from './proper/patients.ts';
import { skin } from './proper/skin.ts';
import { underFives } from './proper/young.ts';
import { legal } from './proper/law.ts';
import { length } from './proper/length.ts';
import { consent, licence } from './proper/media.ts';
import { endorsement, paid } from './proper/money.ts';
import { announcement, credit, incident, statistics } from './proper/news.ts';
import { namedPerson, personalData } from './proper/personal.ts';
import { contentWarning, suicideMethod, suicideWords } from './proper/suicide.ts';
import { aggression, swearing } from './proper/tone.ts';
import { altLength, altTooLong } from './reachable/alt-length.ts';
import { altText } from './reachable/alt-text.ts';
import { altOpening, altReal, altUnsupported } from './reachable/alt-words.ts';
import { capitals } from './reachable/capitals.ts';
import { captions, captionsChecked, described, transcript } from './reachable/captions.ts';
import { emojiCount, emojiPlace, emojiWords } from './reachable/emoji.ts';
import { hashtagCapitals, hashtagCount } from './reachable/hashtags.ts';
import { styledLetters } from './reachable/letters.ts';
import { fileLinks, linkCount, linkWords, shortLinks, trustedHosts } from './reachable/links.ts';
import { charts, contrast, designLetters, designPeople, pictureText } from './reachable/designed.ts';
import { background, live, signLanguage } from './reachable/film.ts';
import { language } from './reachable/language.ts';
import { formatting, reposts, thread } from './reachable/thread.ts';
import { flashing, moving } from './reachable/moving.ts';
import { pictureWords } from './reachable/picture-words.ts';
import { colourAlone, offNetwork } from './reachable/senses.ts';
import { symbols } from './reachable/symbols.ts';
import { textArt } from './reachable/text-art.ts';

const reachable = [
  altText,
  altLength,
  altTooLong,
  altOpening,
  altReal,
  altUnsupported,
  pictureWords,
  captions,
  captionsChecked,
  described,
  transcript,
  flashing,
  moving,
  hashtagCapitals,
  hashtagCount,
  emojiCount,
  emojiPlace,
  emojiWords,
  textArt,
  styledLetters,
  symbols,
  capitals,
  linkCount,
  linkWords,
  shortLinks,
  trustedHosts,
  fileLinks,
  colourAlone,
  offNetwork,
  pictureText,
  charts,
  contrast,
  background,
  live,
  signLanguage,
  thread,
  reposts,
  language,
  formatting,
  designLetters,
  designPeople,
];
const plain = [
  sentenceLength,
  paragraphs,
  readingAge,
  acronyms,
  plainWords,
  officeWords,
  spelling,
  spelled,
  misplacedApostrophes,
  repeatedWords,
  numbers,
  dates,
  weekdays,
  times,
  ranges,
  percentages,
  contractions,
  apostrophes,
  titleCase,
  latinWords,
  units,
  passive,
  singular,
  conditionNames,
];
const proper = [
  tone,
  ageWords,
  peopleWords,
  ethnicity,
  skin,
  noPromises,
  underFives,
  swearing,
  aggression,
  personalData,
  namedPerson,
  consent,
  licence,
  patients,
  medicalAdvice,
  legal,
  incident,
  announcement,
  credit,
  statistics,
  suicideWords,
  suicideMethod,
  contentWarning,
  endorsement,
  paid,
  healthDetails,
  placeDetails,
  staffAccused,
  children,
  rightAccount,
  length,
];
const election = [
  partyPolitics,
  partiesBefore,
  partiesNamed,
  electionAnnouncement,
  electionContracts,
  electionConsultation,
  electionCampaign,
  electionEvents,
  electionPictures,
  electionVisits,
];

/** Every check there is, each under the rule that a policy binds. */
export const everyCheck: readonly Check[] = [...reachable, ...plain, ...proper, ...election, ...meant];

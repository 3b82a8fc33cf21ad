import { check, inBody, matching, together, type Found } from '../check.ts';
import { detailsIn } from './personal.ts';
import { conditionPattern, namedMedicinePattern } from '../clinical.ts';

const whose =
  "(?:my|his|her|(?:my|his|her|our|a|the) (?:patient|mum|mother|dad|father|son|daughter|wife|husband|partner|child|baby|nan|gran|grandad|grandma|brother|sister|colleague|friend|neighbour)(?:'s)?|mum's|dad's|nan's|grandad's)";
const health = new RegExp(
  `\\b(?:${conditionPattern}|${namedMedicinePattern}|diagnosis|operation|chemo(?:therapy)?|radiotherapy|biopsy|scan results?|test results?|medication|treatment|miscarriage|pregnancy)\\b`,
  'g',
);
const theirs = new RegExp(`\\b${whose} (?:[a-z]+ ){0,2}$`);
const has =
  /\b(?:he|she|i|(?:my|his|her|our|a) (?:patient|mum|mother|dad|father|son|daughter|wife|husband|partner|nan|grandad|colleague|friend)) (?:has|have|had|was|is|am|been|got)(?: been)?(?: diagnosed with| living with| treated for| being treated for| taking| on| in for)? (?:a |an |his |her |my |got )?$/;

/** An illness, a medicine or a treatment of somebody who could be found out. */
export const healthDetails = check(
  'checks.health-details',
  'PD-09',
  function* look({ body }): Generator<Found> {
    const { text } = body.folded;
    const first = matching(body, health).find(({ match }) => {
      const ahead = text.slice(Math.max(0, match.index - 70), match.index);
      return theirs.test(ahead) || has.test(ahead);
    });
    if (first)
      yield inBody(
        first.span,
        'This tells of somebody’s health. Say it only with their consent on record, or leave it out.',
      );
  },
);

const plate = /(?<![a-z0-9])[a-hj-pr-y]{2}(?:0[2-9]|[1-7]\d) ?[a-hj-pr-z]{3}(?![a-z0-9])/g;
/** Older plates look like anything: only beside the words. */
const oldPlate =
  /\b(?:reg(?:istration)?(?: number| plate| no)?|number ?plate|car|van)[: ]+(?:is |was )?((?:[a-z]\d{1,3} ?[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z]?))(?![a-z0-9])/g;
const threeWords =
  /\/\/\/[a-z]{2,}\.[a-z]{2,}\.[a-z]{2,}|\bw(?:hat)?3w(?:ords)?(?:\.com)?[: /]+[a-z]{2,}\.[a-z]{2,}\.[a-z]{2,}/g;
const spot =
  /(?<![\d.])-?\d{1,2}\.\d{4,}, ?-?\d{1,3}\.\d{4,}(?!\d)|\b(?:live location|sharing (?:my|our) location)\b/g;

/** A car, a spot on the map: low certainty, so it is only pointed out. */
export const placeDetails = check(
  'checks.place-details',
  'PD-13',
  function* look({ body }): Generator<Found> {
    for (const pattern of [plate, oldPlate, threeWords, spot])
      for (const { span } of matching(body, pattern))
        yield inBody(
          span,
          'This may show whose car it is, or where somebody is. Take it out unless it is ours to tell.',
        );
  },
);

const accusation =
  /\b(?:rude|bull(?:y|ied|ies|ying)|abus(?:e|ed|ive)|assault(?:ed)?|hit|shouted|lied|lying|liar|stole|stolen|theft|fraud|neglect(?:ed)?|incompetent|racist|sexist|harass(?:ed|ment)?|negligen(?:t|ce)|drunk|suspended|sacked|misconduct|investigat(?:ed|ion)|killed|refused to|ignored|mistreated|threatened|accused|struck off|discriminat\w+|touched|groped|falsif\w+|blame[sd]?|fault|dangerous|useless|unprofessional|disgrace\w*|cruel|laughed at)\b/;
const title =
  /\b(?:dr|doctor|nurse|sister|matron|midwife|mr|mrs|ms|miss|prof|professor|consultant|surgeon|staff nurse)\.? [a-z'-]{2,}/;

/** A member of staff by name beside an accusation goes to those who look into it, and to nobody else. */
export const staffAccused = check(
  'checks.staff-accused',
  'PD-14',
  function* look({ body }, _, settings): Generator<Found> {
    const { staff = [] } = settings;
    const message =
      'A member of staff is named beside an accusation. Take the name out, and pass it to Human Resources or the speak-up guardian.';
    const ours = staff.filter((one) => one.trim().length > 3).map((one) => one.toLowerCase());
    const known = ours.find((one) => body.folded.text.includes(one));
    if (known !== undefined && accusation.test(body.folded.text)) {
      const start = body.folded.text.indexOf(known);
      yield inBody(body.folded.span(start, start + known.length), message);
      return;
    }
    if (!accusation.test(body.folded.text) || !title.test(body.folded.text)) return;
    const people = detailsIn(body, settings).filter((one) => one.kind === 'person');
    for (const { sentence, span } of together(body, title, accusation)) {
      if (sentence === '' || !people.some((one) => one.start < span.end && span.start < one.end)) continue;
      yield inBody(span, message);
      return;
    }
  },
);

const young =
  /\b(?:aged? (?:[1-9]|1[0-7])\b(?! (?:and|or|to)\b)|(?:[1-9]|1[0-7])[- ]?(?:years?|yrs?|months?|weeks?)[- ]old\b|(?:[1-9]|1[0-7])yo\b|\b(?:in )?year (?:[1-9]|1[0-3])\b|(?:my|his|her|their|our) (?:\w+ )?(?:son|daughter|little (?:boy|girl)|baby|toddler|grandson|granddaughter|child)\b)/;
const told =
  /\b(?:goes to|attends|pupil at|in (?:reception|nursery|year \d+) at|at) (?:[a-z'.]+ ){1,4}(?:school|academy|nursery|college|pre-?school|primary|infants|juniors)\b|\b(?:called|named|name is) [a-z]+/;

/** A child who could be found: an age or a parent’s words, beside a name or a school. */
export const children = check(
  'checks.children',
  'PD-15',
  function* look({ body }, _, settings): Generator<Found> {
    if (!young.test(body.folded.text)) return;
    const message =
      'This may single out a child. Leave out the name, the age or the school, and keep a parent’s consent on record.';
    const people = detailsIn(body, settings).filter((one) => one.kind === 'person');
    for (const { span, sentence } of together(body, young)) {
      const beside = people.some((one) => one.end > span.start - 80 && one.start < span.end + 80);
      if (!beside && !told.test(sentence)) continue;
      yield inBody(span, message);
      return;
    }
  },
);

import { datum, type Detector } from './datum.ts';

const whose =
  '(?:hospital|hosp|patient|pt|unit|district|medical|health|clinic|ward|pas|pathway|case ?note|notes|record|nhs trust|k|r|x|a&e|wristband)';
const word = '(?:no\\b\\.?|number|numb|num\\b|nr\\b|id\\b|identifier|#|ref\\b\\.?|reference|code)';
const shape = new RegExp(
  `\\b(?:${whose}(?: records?| reg(?:istration)?)? ?${word}|mrn|medical record|patient id|number (?:on|from) (?:my|his|her|the) (?:wristband|letter|notes|hospital letter))(?: ?${word})?(?:'s)?(?: (?:on|from) (?:my|the|his|her) (?:sticker|letter|card|wristband|form|notes))? ?(?:which |that )?(?:is|was|:|=|#|-|of)* ?([a-z]{0,3}[ -]?\\d(?:[ -]?\\d){4,8}[a-z]?)(?![a-z0-9]|[ -]?\\d)`,
  'g',
);

/** A record number needs the words: figures alone are anything. */
export const hospitalNumber: Detector = function* hospitalNumber(reading) {
  for (const match of reading.folded.text.matchAll(shape)) {
    const number = (match[1] ?? '').trimStart();
    // Ten and more figures are a phone or an NHS number.
    const end = match.index + match[0].length;
    yield datum(reading, 'hospital_number', { start: end - number.length, end }, 'high');
  }
};

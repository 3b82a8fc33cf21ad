import { after, before, datum, type Detector } from './datum.ts';
import { runsOf, windowsOf, type Window } from './digits.ts';

/**
 * Modulus 11 over the first nine figures with weights 10 to 2; the tenth is 11 less the remainder, 11 counts as 0,
 * and 10 is never given out. Scotland and Northern Ireland count alike.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

const cue =
  /\bnhs(?: ?(?:no|num|number|id))?\b[^\d]{0,24}$|\b(?:chi|h&c|health and care) (?:no|num|number)\b[^\d]{0,16}$/;
const numberCue = /\bnhs ?(?:no|num|number|id)\b[^\d]{0,24}$/;
const cueAfter = /^[\s,.()-]{0,4}(?:\(?(?:is )?(?:my|his|her|the|their)? ?nhs (?:no|num|number))/;
const patientCue = /\b(?:patient|pt|number|no|my|his|her|their)\b[^\d\n]{0,12}$/;
/** `ring re pt 999…`: the patient is nearer than the call. */
const ofPatient = /\b(?:patient|pt)\b[^\d\n]{0,6}$/;
const otherCue =
  /\b(?:order|ref(?:erence)?|invoice|tracking|booking|ticket|parcel|account|acct|charity|company|vat|isbn|case|job|policy|licence|receipt|tel|phone|mobile|call|ring|fax|text)(?: (?:no|num|number|id|code|on|is|me))*\b[^\d\n]{0,12}$/;

const anywhere = /nhs|\bchi\b|h&c|health and care/;

export const nhsNumber: Detector = function* nhsNumber(reading) {
  const { text } = reading.folded;
  const named = anywhere.test(text);
  for (const run of runsOf(reading.folded)) {
    if (run.plus) continue;
    for (const window of windowsOf(run, 10, 10, (digits) => named || isNhsNumber(digits))) {
      const sureness = surenessOf(window, before(reading, window.start, 40), after(reading, window.end, 30));
      if (sureness) yield datum(reading, 'nhs_number', window, sureness);
    }
  }
};

function surenessOf(window: Window, ahead: string, behind: string): 'high' | 'medium' | undefined {
  const { digits, shape, whole, spaced } = window;
  const grouped = shape === '3-3-4';
  if (!whole && !grouped && shape !== '10') return undefined;
  const named = cue.test(ahead) || cueAfter.test(behind);
  // People mistype: next to the words, a wrong check digit is still somebody's number.
  if (numberCue.test(ahead) || cueAfter.test(behind)) return 'high';
  if (!isNhsNumber(digits) || (otherCue.test(ahead) && !ofPatient.test(ahead))) return undefined;
  if (named || grouped || spaced) return 'high';
  if (digits.startsWith('0')) return undefined;
  return patientCue.test(ahead) ? 'high' : 'medium';
}

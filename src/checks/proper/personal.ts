import {
  findPersonalData,
  kindInWords,
  wordsOf,
  type OwnDetails,
  type PersonalDatum,
  type Reading,
  type Span,
} from '#text/index.ts';
import { check, type Found } from '../check.ts';
import type { Settings } from '../draft.ts';
import { clinicalWords } from '../clinical.ts';

const ownOf = ({ allowedNumbers = [], trustedHosts = [], ownPlaces = [], asOf }: Settings): OwnDetails => ({
  allowedNumbers,
  ownHosts: trustedHosts,
  ownPlaces,
  ...(asOf === undefined ? {} : { asOf }),
});

const seen = new WeakMap<Reading, { readonly settings: Settings; readonly data: readonly PersonalDatum[] }>();

/** Whose details stand in a text. Four rules ask; it is looked for once. */
export function detailsIn(reading: Reading, settings: Settings): readonly PersonalDatum[] {
  const before = seen.get(reading);
  if (before?.settings === settings) return before.data;
  const data = findPersonalData(reading, ownOf(settings));
  seen.set(reading, { settings, data });
  return data;
}

/** Details that single somebody out, in the post or in a description. A name alone is another rule’s. */
export const personalData = check(
  'checks.personal-data',
  'CNT-01',
  function* look({ fields }, _, settings): Generator<Found> {
    for (const field of fields) {
      const data = detailsIn(field.reading, settings);
      const people = data.filter((one) => one.kind === 'person');
      for (const one of data) {
        if (one.kind === 'person') continue;
        // Shape alone is no reason to stop anybody: it is pointed out.
        const unsure =
          one.kind === 'address'
            ? !isHome(field.reading.text, one, people)
            : one.sureness === 'medium' && one.kind !== 'postcode' && one.kind !== 'dob';
        yield {
          field: field.name,
          start: one.start,
          end: one.end,
          kind: one.kind,
          message: `This looks like somebody’s ${kindInWords(one.kind)}. Take it out, or write how people reach a service.`,
          ...(unsure ? { lesser: true } : {}),
        };
      }
    }
  },
);

/** Where somebody lives, not where a clinic is: posts give the addresses of venues every day, and then say so. */
function isHome(text: string, { start, end }: Span, people: readonly Span[]): boolean {
  const around = text.slice(Math.max(0, start - 60), end + 40);
  return (
    living.test(around) ||
    people.some((one) => one.end > start - 60 && one.start < end + 60) ||
    !(inviting.test(around) || selfNamed.test(text.slice(Math.max(0, start - 60), start)))
  );
}
/** Everybody is asked to come, or to write. */
const inviting =
  /\b(?:(?:come|came) (?:to|along|and|in|down)|visit(?:ing)? (?:us|the|our)|(?:find|join|see|meet) us|(?:drop|pop|call) (?:in|into|by|over)|pop[- ]up|drop[- ]in|head (?:to|over|down)|our (?:new )?(?:address|office|offices|base|home)|write to us|post (?:it|them) to|open(?:s|ing)? (?:at|from|on|to|until|every|day|its)|(?:is|are) (?:now )?(?:open|closed|moving)|has moved|have moved|sessions?|stalls?|events?|opening hours|book|free parking|car park|next to|opposite|donors?|vaccin\w+|polling|market)\b/i;
/** The place has a name, and then its street: `Plume Library, 12 Market Hill`. */
const selfNamed =
  /\b(?:clinic|cent(?:re|er)|hub|surgery|practice|hospital|pharmacy|chemist|library|hall|church|mosque|temple|school|college|cafe|museum|theatre|stadium|supermarket|office|offices|club|pub|gym|pool|park|van|bus|unit)(?: \w+)?(?: is| are)?(?: now)?(?:,| at| on| in|:| \()[^.!?\n]{0,20}$/i;
const living =
  /\b(?:live|lives|living|lived|home (?:is|address|of)|(?:his|her|their|my) (?:home|house|flat|address|door)|residents? (?:of|at)|neighbours?|tenant|stays at|door|patient|visited (?:him|her|them) at|(?:your|their) (?:hoist|bed|commode|equipment|delivery|parcel))\b/i;

const near = 12;
const byRole = /^(?:dr|prof|professor|sir|dame|cllr|councillor|lord|lady|rev)\b/i;

/** Whoever wrote to us may be called by name in the answer. */
const greeting =
  /(?:^|[.!?\n] ?)(?:hi|hiya|hello|hey|dear|morning|good (?:morning|afternoon|evening)|(?:thanks|thank you|sorry|cheers)(?: so much)?)(?: there)?,? $/i;

/** A name in public takes consent; a name beside an illness takes it even more. */
export const namedPerson = check(
  'checks.named-person',
  'PD-08',
  function* look({ fields, replyTo }, _, settings): Generator<Found> {
    for (const field of fields) {
      const people = detailsIn(field.reading, settings).filter(
        (one) =>
          one.kind === 'person' &&
          !(replyTo !== undefined && greeting.test(field.reading.text.slice(0, one.start))),
      );
      const clinical = people.length === 0 ? [] : clinicalWords(field.reading);
      for (const { start, end } of people) {
        const beside = clinical.some((one) => wordsBetween(field.reading.text, one, { start, end }) <= near);
        const office = byRole.test(field.reading.text.slice(start, end)) && !beside;
        const message = beside
          ? 'A name stands beside somebody’s health or care. Take one of them out, or keep the person’s consent on record.'
          : 'Name somebody only if they agree to it, and keep their consent on record.';
        yield { field: field.name, start, end, message, ...(office ? { lesser: true } : {}) };
      }
    }
  },
);

function wordsBetween(
  text: string,
  one: { start: number; end: number },
  two: { start: number; end: number },
): number {
  const [first, second] = one.start < two.start ? [one, two] : [two, one];
  return second.start <= first.end
    ? 0
    : wordsOf(text.slice(first.end, Math.min(second.start, first.end + 200))).length;
}

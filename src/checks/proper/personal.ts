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

/** Where somebody lives. Posts give the addresses of clinics and venues every day, and say what is there. */
function isHome(text: string, { start, end }: Span, people: readonly Span[]): boolean {
  const around = text.slice(Math.max(0, start - 60), end + 40);
  const lives = living.test(around) || people.some((one) => one.end > start - 60 && one.start < end + 60);
  return lives || !venue.test(around);
}
const living =
  /\b(?:live|lives|living|lived|home (?:is|address|of)|(?:his|her|their|my) (?:home|house|flat|address|door)|residents? (?:of|at)|neighbours?|tenant|stays at|door|patient|visited (?:him|her|them) at|(?:your|their) (?:hoist|bed|commode|equipment|delivery|parcel))\b/i;
const venue =
  /\b(?:come (?:to|along|and)|visit(?:ing)? (?:us|the|our)|(?:join|find|meet|see|reach|write to) us|drop[- ]?in|walk[- ]?in|pop in|our (?:new )?(?:address|home|office|base|building|site|venue|stall|shop|clinic|surgery|hub|team)|(?:clinics?|hospitals?|surger(?:y|ies)|pharmac(?:y|ies)|chemist|practices?|(?:health|community|children's|leisure|day|vaccination|sports|family|shopping|medical) centres?|centre|hubs?|halls?|librar(?:y|ies)|church|chapel|mosque|temple|synagogue|schools?|college|university|office|headquarters|market|museum|theatre|cinema|hotel|pub|cafe|club|gym|stadium|park|station|stall|van|bus|unit|hospice|care home|venue|sessions?|events?|fair|fete|open day|workshops?|meetings?|walks?|stop|roadworks|volunteers|site|premises|building) |(?:vaccines?|vaccination|jabs?|screening|donor|donation|blood)\b[^.!?\n]{0,60}$|\b(?:opens?|opening|is open|are open|closed|moved to|moving to|relocat\w+|based at|held at|takes? place|starts? at|from \d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|until \d))\b/i;

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

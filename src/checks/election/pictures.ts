import { check, inBody, together, type Asked, type Found } from '../check.ts';
import { mediumInWords } from '../draft.ts';

/** Before an election nobody who stands is seen with staff or patients. Who is in a picture a person sees. */
export const electionPictures = check(
  'checks.party-politics',
  'PEP-08',
  function* look({ media, preElection }): Generator<Found | Asked> {
    if (!preElection) return;
    for (const [at, medium] of media.entries()) {
      if (medium.kind === 'audio' || medium.decorative) continue;
      const field = `media[${at}].politicians`;
      const which = mediumInWords(medium, at);
      if (medium.politicians)
        yield {
          field,
          start: 0,
          end: 0,
          message: `Somebody who stands for election, or is in office, is in ${which}. Use another until the election is over.`,
        };
      else if (medium.politicians === undefined)
        yield { field, ask: `Is any candidate or politician to be seen in ${which}, in the background too?` };
    }
  },
);

const inOffice =
  /(?<![a-z0-9])(?:mps?|m\.p\.|members? of parliament|ministers?|secretary of state|(?:health|shadow|home|foreign) secretary|prime minister|chancellor|councillors?|cllrs?|mayor(?:ess)?|candidates?|politicians?|leaders? of the (?:opposition|council|party)|party leaders?|shadow (?:minister|cabinet)|lord|baroness|dame|mep)(?![a-z0-9])/;
const calling =
  /\b(?:visit(?:s|ed|ing|or|ors)?|tour(?:s|ed|ing)?|met|meets?|meeting|came|comes|come|coming|cut(?:s|ting)? the|open(?:s|ed|ing)?|unveil\w*|photo (?:calls?|ops?|opportunit(?:y|ies)|shoot)|photocall|posed?|poses|posing|pictured|photographed|snaps?|selfies?|show(?:ed|n|ing|s)? (?:[a-z]+ ){0,4}(?:a?round|off)|show (?:the|our|a) |walkabout|dropp(?:ed|ing) (?:in|by)|popp(?:ed|ing) (?:in|by)|join(?:s|ed|ing)? us|join(?:s|ed|ing)? (?:our|the) (?:team|staff|nurses|midwives)|welcom(?:e|es|ed|ing)|host(?:s|ed|ing)?|thank(?:s|ed|ing)?|chatt(?:ed|ing)|shook hands|in scrubs|behind the scenes|spent (?:the|a|an) (?:day|morning|afternoon|hour|shift)|rolled up|here with|alongside|guests?|had a go|took part|lent a hand|gave a hand|tries|tried|helped|serv(?:ed|ing))\b/;
const withUs =
  /\b(?:wards?|staff|nurses?|nursing|midwi(?:fe|ves)|doctors?|hospitals?|clinics?|units?|theatres?|ambulance|paramedics?|teams?|patients?|departments?|a&e|surger(?:y|ies)|health centre|centre|hub|scrubs|carers?|residents|vaccinat\w+|porters?|volunteers|therapists?|hospice|pharmac\w+|practice|site|colleagues|apprentices)\b/;
/** A minister of a church, a candidate for a job. */
const other =
  /\b(?:meet (?:your|the) |church|methodist|baptist|chaplain\w*|faith|religio\w+|worship|wedding|jobs?|roles?|vacanc\w+|posts?|interviews?|recruit\w*|appl(?:y|ied|icants?)|apprenticeships?|polling|register to vote|voter id)\b/;

/** Who stands or is in office calls on staff or patients: told of in words, it is a photo call all the same. */
export const electionVisits = check(
  'checks.party-politics',
  'PEP-08',
  function* look({ body, preElection }): Generator<Found> {
    if (!preElection || !withUs.test(body.folded.text)) return;
    const call = together(body, inOffice, calling).find(({ sentence }) => !other.test(sentence));
    if (call)
      yield inBody(
        call.span,
        'Before an election, visits of people who stand or are in office are not shown or told. One rule holds for all of them.',
      );
  },
);

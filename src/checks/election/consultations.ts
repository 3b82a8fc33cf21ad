import { withWords, type Row } from './row.ts';

const services =
  "(?:services?|hospitals?|wards?|units?|beds?|clinics?|surger(?:y|ies)|gps?|(?:health|mental|maternity|stroke|urgent|community|social|dental|end of life|children's) (?:care|health|services?)|fertility|ambulances?|a&e|walk-in|pharmac(?:y|ies)|plans?|ideas?|proposals?|options?|changes?|future|strategy|priorities|mov(?:e|ing)|clos(?:e|ing|ure)|merg\\w+|budget)";
/** Of how a visit was, and of staff: asked all the year round. */
const usual =
  /\b(?:friends and family|your (?:visit|stay|appointment|experience|birth|operation|last|recent)|staff survey|colleagues|for staff|website|newsletter|menu|leaflet|app|how did we do|how was|quiz|gp patient survey|inpatient survey|maternity survey|consultations? (?:with|room|at)|(?:online|video|phone|gp|first|dental|pharmacy)[- ]consultations?)\b/;

/** Told on a website or in a newsletter, what was decided is told all the same. */
const atTheVisit =
  /\b(?:friends and family|your (?:visit|stay|appointment|experience|birth|operation)|staff survey|inpatient survey|gp patient survey|quiz)\b/;

export const consultations: readonly Row[] = [
  withWords(
    [
      '(?:outcomes?|results?|findings|reports?|summary|responses?|feedback|conclusions?) (?:of|from|to|on) (?:the|our|this) (?:[a-z]+ ){0,3}(?:engagement|consultation|listening|conversation|exercise|survey|questionnaire|public meetings?)',
    ],
    atTheVisit,
  ),
  withWords(
    [
      "what (?:we heard|you (?:told us|said|asked for))|(?:here's|here is|this is) what (?:you|people|residents)|you(?:'ve| have)? (?:told|said) (?:us )?(?:loud|overwhelmingly|clearly|that you want)",
    ],
    usual,
  ),
  withWords(
    [
      '\\d[\\d,]* (?:of you|people|residents|responses|patients|local people|replies|comments)(?: have)? (?:answered|responded|replied|took part|taken part|had (?:your|their) say|filled|completed|gave|given|so far|received|backed|supported|opposed)',
    ],
    usual,
  ),
  withWords(
    [
      '(?:do|would|should|could) (?:you|we|(?:the|our) (?:[a-z]+ ){1,4}?)(?: )?(?:agree|stay|remain|be (?:kept|closed|moved|shared)|support|back|want|prefer|like|keep|close|move|change|be happy|think)',
      services,
    ],
    usual,
  ),
  withWords(
    [
      '(?:survey|questionnaire|poll|drop-in|listening|feedback form|comment card|online form|focus group|workshop|roadshow|town hall|webinar)s?',
      `(?:fill(?:ing)? in|complet\\w*|tak(?:e|ing) part|answer\\w*|respond\\w*|your (?:views?|say|voice|ideas?|thoughts?|opinions?)|tell us|let us know|have a say|share|help (?:us )?(?:to )?(?:shape|plan|decide|design)|what you think|come (?:to|along)|join)`,
      services,
    ],
    usual,
  ),
  withWords(
    [
      "(?:your|public|local|people's|residents'|patients'|want|give|share|send|hear|tell us) (?:your )?(?:views?|say|opinions?|thoughts?|voices?|ideas?)",
      '(?:propos\\w*|plan(?:s|ned|ning)?|options?|changes?|future|redesign\\w*|reorganis\\w*|should|shape|decide|decision|before we|priorities|strategy|mov(?:e|ing)|clos(?:e|ing|ure)|merg\\w+)',
    ],
    usual,
  ),
  withWords(
    [
      '(?:days?|weeks?|hours?|chance|time|deadline|closing date|closes|ends|extended) (?:left |to go )?(?:to |for )?(?:have (?:your|a) say|respond|reply|take part|comment|consultation|share your views|tell us)',
    ],
    usual,
  ),
  withWords(
    [
      '(?:smartsurvey|surveymonkey|citizenspace|commonplace|typeform|jotform|onlinesurveys|engagementhq|haveyoursay|yoursay|dialogue-app|survey)\\.[a-z.]{2,12}|(?:haveyoursay|your-say|have-your-say|consultations?)(?:/|\\b)\\S*\\.(?:nhs|gov)\\.uk',
    ],
    usual,
  ),
];

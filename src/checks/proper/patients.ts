import type { Reading, Span } from '#text/index.ts';
import { check, inBody, matching, type Found } from '../check.ts';
import { conditionPattern } from '../clinical.ts';
import { isAnswer } from '../meaning/addressed.ts';
import { knownCare } from './known-care.ts';
import { toldCare } from './told-care.ts';

const relative =
  '(?:mum|mam|mother|dad|father|son|daughter|wife|husband|partner|child|children|baby|nan|nana|gran|granny|grandma|grandad|grandfather|grandmother|brother|sister|aunt|auntie|uncle|relative|loved one|friend|girl|boy)';
const care =
  '(?:appointments?|results?|(?:medical |health |hospital |patient |maternity )?(?:records?|notes)|operations?|surgery|scans?|x-rays?|biopsy|referral|diagnosis|treatment|medication|medicines?|prescriptions?|blood tests?|tests?|consultant|discharge|admission|condition|procedures?|care plan|swab|stitches|physio|therapy|chemo|chemotherapy|wound|symptoms|medical history|labour|birth|pregnancy|injections?|infusions?|jabs?|vaccinations?|dressings?|bloods|slot|catheter|plaster cast|hearing aids?|stay (?:with us|in hospital|on the ward))';
const whose = `(?:(?:your|his|her|their) (?:${relative}'?s?'? )?)`;
const about =
  '(?:recent |last |next |upcoming |latest |first |(?!(?:pharmacist|gp|doctor|nurse|midwife|local|nearest|surgery|which|that|what|and|or|the|a|an|for|to|nhs|if|is|of|with|from|about|by|team) )[a-z]+ ){0,2}';
const seen =
  '(?:seen|admitted|discharged|treated|referred|diagnosed|operated on|examined|assessed|sectioned|transferred|booked in|triaged|prescribed|given [a-z]+ (?:for|before|after)|sent home|offered (?:a |an )?(?:scan|appointment|operation|treatment))';
const unwell =
  '(?:comfortable|stable|recovering|doing (?:well|fine|better)|in (?:theatre|surgery|recovery|intensive care|safe hands)|on (?:(?:the|our|your) )?(?:[a-z]+ )?(?:ward|list|waiting list|unit)|in bed \\w+|on ward \\w+|next (?:on|in) (?:the|our)|ready to (?:go home|be discharged)|(?:a|one of our) patients?|very poorly|under (?:the care|dr|our)|due (?:a|an|to have|in (?:clinic|surgery)))';

const patterns = [
  `\\b(?:we|i)(?: can|'ve| have|'ll| will| did)?(?: just| also| now)? (?:see|checked|looked (?:at|into|up|through)|found|reviewed|noticed|confirm|note|read|have)\\b[^.!?\\n]{0,30}\\b${whose}${about}${care}\\b`,
  `\\b${whose}${about}${care} (?:is|was|are|were|has|have|had|will|went|came|show|shows|showed|should|on|at|with dr|from|took|needs?|needed|looks?|looked)\\b`,
  `\\b${whose}${about}(?:vaccine|vaccination|jab|booster) (?:was|is|has|went)\\b`,
  `\\b(?:we|i|they|the (?:team|ward|clinic|nurse|doctor|surgery)|our \\w+)(?:'ve| have| has|'ll| will)?(?: now| just| already| also)? (?:moved|changed|rebooked|re-booked|rearranged|booked|cancelled|posted|sent|given|updated|arranged|brought forward|put back|delayed|lost|got|received|spoken about|discussed|done|taken) ${whose}${about}${care}\\b`,
  `\\b(?:you|he|she|they) (?:came (?:to|in to) (?:us|see us|clinic|a&e|the (?:ward|unit|clinic))|saw (?:our|the|a|dr|one of our) (?:nurses?|doctors?|consultants?|midwi(?:fe|ves)|team|physios?|surgeons?)|spoke (?:to|with) (?:our|the) (?:nurses?|doctors?|midwi(?:fe|ves))|stayed (?:with us|on the ward)|gave birth|had a fall)\\b`,
  `\\b(?:our|the|your|his|her) (?:system|records?|notes|files?|chart) (?:show|shows|say|says|indicate|indicates|suggest|suggests|confirm|confirms|tell)\\b`,
  `\\b(?:as (?:a|an|our|one of our) (?:[a-z]+ )?patients?|as you are under)\\b`,
  `\\b(?:you|he|she|they|${whose}${relative}) (?:were|was|are|is|have been|has been|had been|will be(?! seen)|'re|'s)(?: still| now| already| also| being| currently| last)? (?:${seen}|${unwell})\\b`,
  `\\b(?:you're|he's|she's|they're|you've been|he's been|she's been)(?: still| now| already| currently)? (?:${seen}|${unwell})\\b`,
  `\\byou (?:missed|attended|cancelled|did not attend|didn't attend|failed to attend|came in|had|have had|already had|have got|have) (?:a |an |the |your |our )?${about}${care}\\b`,
  `\\byou (?:missed|attended|did not attend|didn't attend|came to) (?:your|our|the) \\w+`,
  `\\bwhen (?:you|he|she|we) (?:came in|were in|was in|attended|visited|saw|had)\\b`,
  `\\b(?:we|i|our (?:team|nurses?|doctors?|staff|midwives))(?: have|'ve|'ll| will| had)? (?:saw|seen|treated|operated on|discharged|admitted|examined|diagnosed|prescribed|looked after|delivered) (?:you|him|her|them|${whose}${relative})\\b`,
  `\\blook(?:ing|ed) after (?:you|him|her|${whose}${relative}) (?:on|in|at|during|when|while)\\b`,
  `\\bduring ${whose}(?:stay|visit|appointment|treatment|operation|admission|birth|labour)\\b`,
  `\\b(?:sorry (?:about|to hear (?:about|of)|for)|regarding|re|happy (?:that|with)|glad (?:that|about)?|pleased (?:that|with)?|how is|how's|hope) ?${whose}${about}(?:${care}|${conditionPattern}|illness|miscarriage|recovery|surgery|leg|arm|back|hip|knee)\\b`,
  '\\b(?:(?:doctors?|nurses?|midwi(?:fe|ves)|surgeons?|team|staff|ward|consultant|people|paramedics?|crew) (?:who|that) (?:treated|saw|looked after|helped|delivered|operated on) (?:you|him|her|your)|(?:remember|met|recall|seeing) (?:you|him|her) (?:from|on|in|at)|have your (?:file|notes?|records?|details|results?|chart)|(?:the|his|her) (?:tests?|scans?|results?|biopsy|x-ray|swab|bloods?|blood tests?|smear) (?:came|come|was|were|is|are|shows?|showed|looks?|looked|has|have) (?:back|negative|positive|clear|normal|abnormal|fine|good|nothing|that|a|come|been)|as (?:we )?(?:discussed|agreed|explained|said|mentioned) (?:in|at|on|during|with you|when|by)|(?:has|have) your (?:wound|leg|arm|rash|cough|pain))\\b',
  `\\b(?:he|she|${whose}${relative}) (?:left (?:hospital|the ward|us)|went (?:home|to theatre|into)|came (?:in|to us|back)|needs? to (?:come|be seen|stay|have|start|see)|is (?:awake|breathing|eating|sleeping|asleep|resting|stable|in pain|settled|going home)|had (?:a|an|the|his|her)|has had|passed away|died)\\b`,
  '\\b(?:meet|meeting|met|saw|treated|treating|looking after|looked after|caring for|cared for|helping|helped|speaking to|spoke to) (?:with )?(?:you|him|her) (?:at|in|on|during) (?:the |our |your )?(?:[a-z]+ ){0,2}(?:clinic|ward|unit|department|surgery|theatre|a&e|appointment|admission|stay)\\b',
  '\\b(?:your|his|her) (?:midwife|consultant|surgeon|nurse|specialist|physio|oncologist|therapist|health visitor|paediatrician|cardiologist) (?:said|told|explained|mentioned|agreed|noted|wants|has|will|is|was|saw)\\b',
  '\\b(?:at|on|since|after|before|during|for) (?:your|his|her) (?:last|next|previous|recent|first|second|follow-?up) (?:visit|appointment|scan|clinic|check-?up|review|admission|stay|operation|treatment)\\b',
  `\\bhope (?:you are|you're|(?:he|she) is|${whose}${relative} is) (?:recovering|feeling better|healing)\\b`,
  `\\b${whose}(?:${conditionPattern}) (?:is|was|has|review|clinic|check|appointment|treatment|diagnosis|nurse)\\b(?! (?:can|could|will|may|should|or)\\b)`,
];
/** One by one: joined they take an engine longer to make ready than a long text takes to read. */
const theirs = [...patterns, `\\b(?:${knownCare.join('|')})`].map((pattern) => new RegExp(pattern, 'g'));

/** What was done or will be done to one of whom it is said, beside a word of care in the same sentence. */
const done =
  /\b(?:you|he|she|they)(?:'ve| have|'re| are| were|'d| had|'s| is| was| has)? (?:missed|cancelled|got|came|left|went|didn't|did not|had|been|attended|booked|seen|down|here|waiting|waited|stayed|asked us|told us|rang|rescheduled|on our|on the|with us|a|an|our|in)\b|\b(?:visited|saw|see|got|put|booked|added|moved|called|rang|phoned|wrote to|have|had|sent|offered|gave|given|referred|treated|nursed) (?:you|him|her)\b/;
const clinical =
  /\b(?:wards?|bed \d+|scans?|x-rays?|mri|clinic (?:on|at|in|with)|operations?|surgery|theatre|chart|referrals?|transplant|appointments?|patients?|admitted|discharged?|biopsy|consultant|at home (?:on|yesterday|today|last)|blood tests?|results?|treatment|procedure|stitches|waiting list|therapy|diagnosis|twice|three times)\b/;
const ours =
  /\b(?:your|his|her|the new) (?:[a-z-]+ ){0,2}(?:transplant|referral|chart|discharge|prescription|operation|biopsy|scan|hip|knee|pacemaker|stent|graft|plaster)\b/;

/** Somebody’s relative in a clause that only tells what they did. */
const relativeFact = new RegExp(
  `\\b(?:your|his|her) (?:lovely |dear |little |late |new |poor |brave )?${relative} (?:is|was|has|had|were|will|did|slept|ate|went|came|felt|left|got|goes|does|needs?|seems?|looks?|feels?|[a-z]{2,}ed)\\b`,
);
/** Somebody’s care in a clause that only tells a fact: no how-to, no condition, no request. */
const fact = new RegExp(
  `\\b${whose}(?:(?!(?:local|nearest|pharmacist|gp|doctor|nurse|surgery|nhs|own) )[a-z-]+ ){0,2}(?:${care}|replacement|transplant|repair|chemo(?:therapy)?|radiotherapy|dialysis|fall|injury|bloods|smear|mammogram|ct|mri|anaesthetic|epidural|caesarean|c-section|delivery|physiotherapy|counselling|pacemaker|catheter|cast|plaster|dressing|${conditionPattern})\\b(?! (?:cent(?:re|res)|units?|rooms?|clinics?|app|lines?|services?|forms?|page|teams?|screening|kits?|support|awareness|charity|nurses?|sugar|pressure|vaccin\\w+|jabs?|boosters?))`,
);
const general =
  /\b(?:if|when|whenever|whether|unless|please|(?<!\bwe )can|can't|cannot|could|may|might|must|never|any|anyone|anybody|call|contact|ring|ask|phone|speak|talk|visit|check|email|e-mail|write|bring|book|change|cancel|find|view|order|collect from|how|where|why|what|don't|do not|not able|unable|message|remember|need to|want to|would like|letter|tell|share|post|data|privacy|nhs app|behind|belongs|to [a-z]+ your|to (?:see|get|make|discuss|manage|support|help|protect)|always|everyone|experience|feedback|for your (?:health record|medical record|records?|care|safety|appointment|treatment))\b/;

function* facts({ folded }: Reading): Generator<Span> {
  for (const { 0: clause, index } of folded.text.matchAll(/[^.!?\n,;:]+/g)) {
    const match =
      fact.exec(clause) ??
      relativeFact.exec(clause) ??
      ours.exec(clause) ??
      (clinical.test(clause) ? done.exec(clause) : null);
    const asked = folded.text[index + clause.length] === '?';
    if (match && !asked && !general.test(clause))
      yield folded.span(index + match.index, index + match.index + match[0].length);
  }
}

/** What is said of anybody and nobody: if, when, how to. */
const anybody =
  /\b(?:if|whether|unless|where|until|once|in case|how|(?<!(?:is|'s|reason) )why|what|(?:check|see|find out|know|ask|confirm|say|tell you) when|(?:clinic|hospital|team|surgery|person|service|place|ward) (?:that|who|which)|to (?:find out|see|check|ask|change|cancel|book|make|get|know))\b[^.!?\n,]{0,40}$|(?:^|[.!?\n] ?)(?:please )?(?:order|bring|check|keep|collect|find|view|use|show|take|book|change|cancel|give|quote|tell|ask|call|phone|read|meet)\b[^.!?\n,]{0,40}$/;

/** How it goes for all: `your results will be in the NHS App`. */
const everybody =
  /^[^.!?\n]*\b(?:will|should|can|may|are|is) (?:be |also be |usually |normally |only )*(?:shown |sent |there |found |seen |visible |available |ready |kept )*(?:in|on|through|by|usually|normally|within|up to|when|once|as soon as) (?:the )?(?:nhs app|app|text|letter|post|they are|it is|ready)\b/;

const message =
  'This shows that somebody is a patient. Say that we cannot talk about anybody’s care here, and who to contact.';

const person =
  '(?:patients?|chap|bloke|man|woman|lady|gentleman|gent|lad|girl|boy|baby|guy|fella|resident|teenager|kid|mum|dad)';
const place =
  '(?:bay|bed|cubicle|trolley|corridor|waiting room|ward|clinic|side room|room|theatre|resus|the unit|the ward|itu|icu)';
/** What somebody at work tells of one patient: nobody needs a name to be known again. */
const oneOfMine = new RegExp(
  [
    `\\b(?:one|some|another|two|three) of (?:my|our) (?:\\w+ )?(?:patients|residents)\\b`,
    `\\b(?:had|saw|met|nursed|treated|admitted|discharged|lost|delivered|looked after|sat with) (?:a|an|this|the|another|one|my) (?:[a-z-]+ ){0,2}${person}\\b[^.!?\\n]{0,40}\\b(?:${place}|today|tonight|yesterday|last night|this morning|this shift|on shift)\\b`,
    `\\b(?:${person}|mr|mrs|ms|miss) (?:[a-z'-]+ ){0,2}(?:in|from|on) (?:the |my |our )?(?:end |next |corner |side |last |first |other )?${place}(?: \\w+)?\\b`,
    `\\b(?:had to|having to|to) (?:tell|ring|phone|break the news to|sit with|comfort|hold) (?:a|an|his|her|their|the|somebody's|someone's) (?:[a-z-]+ ){0,2}(?:${person}|family|wife|husband|son|daughter|mother|father|parents?|relatives?)\\b`,
    '\\b(?:held|holding) (?:his|her|their|an?) (?:[a-z-]+ ){0,2}hands?\\b[^.!?\\n]{0,60}\\b(?:died|die|passed|went|slipped|end|last)\\b',
    '\\bmy (?:first|last|next|favourite|sickest|oldest|youngest|[a-z-]+est) patient\\b',
    '\\bdelivered (?:twins|triplets|(?:a|my|our|another|the|\\w+) (?:\\w+ )?bab(?:y|ies))\\b',
    '\\bmy patient (?:today|tonight|yesterday|in|who|was|is|has|had|said|told|died)\\b',
  ].join('|'),
  'g',
);

const tale =
  'This tells of a patient, and somebody may know who. Leave it out: care is not talked about, with or without a name.';

/** Said with somebody’s leave, and so that everybody can see it. */
export const agreed =
  /\b(?:(?:written )?consent|(?:with|gave|given|has|have) (?:us )?(?:his|her|their|full|written)? ?(?:permission|blessing|consent)|agreed to (?:be filmed|share|tell|let|appear|write|this)|(?:read|seen|approved|signed off) (?:this|it|every|the finished)|played by|fictional|not a real|is a model)\b/;

/** In an answer: nothing that shows that somebody is, or was, a patient. */
export const patients = check(
  'checks.patients',
  'CNT-03',
  function* look(draft): Generator<Found> {
    const { body, accountKind } = draft;
    if (accountKind === 'personal') {
      const told = matching(body, oneOfMine).next().value;
      if (told) yield inBody(told.span, tale);
    }
    if (!isAnswer(draft) || (draft.replyTo === undefined && agreed.test(body.folded.text))) return;
    const { text } = body.folded;
    const first = theirs
      .values()
      .flatMap((pattern) => matching(body, pattern))
      .find(
        ({ match }) =>
          !anybody.test(text.slice(Math.max(0, match.index - 60), match.index)) &&
          !everybody.test(text.slice(match.index, match.index + match[0].length + 60)),
      );
    const span = first?.span ?? facts(body).next().value ?? toldCare(body).next().value;
    if (span) yield inBody(span, message);
  },
  3,
);

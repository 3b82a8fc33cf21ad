import { hostOn, type Reading, type Span } from '#text/index.ts';
import { check, inBody, matching, type Found } from '../check.ts';
import { conditionPattern, medicinePattern } from '../clinical.ts';

const amount = String.raw`(?:\d+(?:\.\d+)? ?(?:mg|mcg|micrograms?|ml|g|tablets?|pills?|capsules?|puffs?|units|drops|doses?|spoonfuls?|teaspoons?)|(?:one|two|three|four|a couple of|half a) (?:tablets?|pills?|capsules?|puffs?|doses?|spoonfuls?))`;
const verbs =
  '(?:take|taking|give|giving|use|using|swallow|apply|inject|increase|decrease|reduce|halve|double|stop|start|try|skip|switch to|rub in|put on|crush|keep taking|carry on with|come off|cut down)';
const patterns = [
  `\\b${verbs}\\b[^.!?\\n]{0,40}\\b${amount}`,
  `\\b${amount}[^.!?\\n]{0,30}\\b(?:every|per|a day|daily|times|twice|once|hours?|with food|before bed|at night)\\b`,
  `\\b(?:you (?:should|could|can|must|need to|ought to|might want to|may want to)|i(?:'d| would) (?:suggest|recommend|advise|say)|we(?:'d| would)? (?:suggest|recommend|advise)|my advice is to|best to|it'?s (?:safe|fine|ok|okay) to|there is no need to|no need to|just|simply|please|try to) (?:not |never |also |just )?(?:to )?${verbs}(?: taking| using)?\\b[^.!?\\n]{0,40}\\b${medicinePattern}\\b`,
  `\\b(?:stop|start|skip|double(?: up)?|halve|increase|reduce|come off|do not take|don't take|never take|avoid taking|keep taking|carry on taking)\\b (?:taking |using |up )?(?:on )?(?:your|the|his|her|their|any|all|some)? ?(?:\\w+ )?${medicinePattern}\\b`,
  `(?:^|[.!?\\n] ?)(?:take|give them|give her|give him|give your child|use|try|apply) (?:some |your |a |an |the |two |one )?(?:\\w+ )?${medicinePattern}\\b`,
  `\\b(?:(?:it|this|that) sounds like|sounds like|looks like|you (?:probably|likely|might|may|definitely|clearly) (?:have|are having)|it(?:'s| is) (?:probably|likely|most likely|just|only|almost certainly)|you have (?:got )?|you've (?:probably )?got|that(?:'s| is) (?:just |probably |likely )?)[^.!?\\n]{0,20}\\b${conditionPattern}\\b`,
  "\\b(?:you (?:do not|don't) need (?:a doctor|a gp|to see|antibiotics|an ambulance|to worry|treatment|to go to)|nothing to worry about|it will (?:clear|go away) (?:up )?(?:by itself|on its own)|no need to (?:see|call|worry|go to|ring)|(?:a|your) (?:dose|dosage) of \\d)\\b",
];
const advice = new RegExp(patterns.join('|'), 'g');
/** Who may say it: sentences that send people there are no advice of ours. */
const signpost =
  /\b(?:(?:ask|speak to|talk to|call|contact|see|check with|phone|ring|visit|go to|advice from|advised by|told by|unless|tell) (?:a |an |the |your |our |you )*(?:local |own )?(?:gp|doctor|pharmacist|pharmacy|nurse|midwife|health visitor|111|nhs 111|999|healthcare|health professional|specialist|prescriber)|as (?:prescribed|advised|directed)|prescribed (?:by|to)|with you\b|repeat prescription|to your appointment|out of date|return (?:any )?unused|read the leaflet|store)/;

/** Sending somebody away from help is advice, whoever is named in it, and so is an amount. */
const always = new RegExp(`${amount}|\\b(?:do not|don't|no) need\\b|nothing to worry`);

/** What we do not say: what to take, how much, what it is. In a post a page of the health service may stand behind it. */
export const medicalAdvice = check(
  'checks.medical-advice',
  'CNT-04',
  function* look({ body, replyTo }): Generator<Found> {
    const sourced = replyTo === undefined && body.links.some((link) => hostOn(link.host, ['nhs.uk']));
    if (sourced) return;
    for (const { span, words } of matching(body, advice)) {
      const said = words.toLowerCase().replaceAll('’', "'");
      const sentence = sentenceAround(body, span).toLowerCase().replaceAll('’', "'");
      if (signpost.test(sentence) && !always.test(said)) continue;
      yield inBody(
        span,
        replyTo === undefined
          ? 'This tells people how to treat something. Link to the page of the NHS that says it, or take it out.'
          : 'We give no medical advice here. Send them to their GP, a pharmacist, 111, or 999 where life is in danger.',
      );
    }
  },
);

const sentenceAround = ({ sentences, text }: Reading, { start }: Span): string => {
  const sentence = sentences.find((one) => one.end > start);
  return sentence ? text.slice(sentence.start, sentence.end) : text;
};

const care =
  '(?:appointments?|results?|(?:medical |health |hospital |patient )?(?:records?|notes|file)|operation|surgery date|scan|x-ray|biopsy|referral|diagnosis|treatment|medication|prescription|blood tests?|test|consultant|discharge|admission|condition|procedure|waiting list|care plan|procedure|ward|stay (?:with us|in hospital))';
const whose =
  "(?:your|his|her|their|your (?:mum|mother|dad|father|son|daughter|wife|husband|partner|child|baby|nan|grandad|relative)(?:'s)?)";
const theirs = new RegExp(
  [
    `\\b(?:we|i)(?: can|'ve| have|'ll| will)? (?:see|checked|looked (?:at|into|up)|found|reviewed|spoken to|noticed|confirm|note|look(?:ed)? at)\\b[^.!?\\n]{0,30}\\b${whose} (?:recent |last |next |upcoming )?${care}\\b`,
    `\\b${whose} (?:recent |last |next |upcoming )?${care} (?:is|was|are|were|has|have|had|will|went|came|show|shows|showed|should|on|at|with dr)\\b`,
    `\\b(?:as (?:a|our|one of our) patients?|you (?:were|are|have been) (?:seen|admitted|discharged|treated|referred|diagnosed|a patient|on (?:the|our) (?:ward|list|waiting list))|when you (?:came in|were in|attended|visited|saw)|(?:he|she) (?:was|is|has been) (?:seen|admitted|discharged|treated|a patient|on (?:the|our) ward)|during your (?:stay|visit|appointment|treatment|operation|admission))\\b`,
    `\\b(?:sorry (?:about|to hear about|for)|regarding|happy (?:that|with)|glad) ${whose} (?:recent |last )?(?:operation|diagnosis|treatment|illness|cancer|pregnancy|surgery|results?|scan|stay)\\b`,
    `\\b(?:how is|hope) ${whose} (?:operation|treatment|recovery|pregnancy|surgery|new medication)\\b`,
  ].join('|'),
  'g',
);

/** In an answer: nothing that shows that somebody is, or was, a patient. */
export const patients = check(
  'checks.patients',
  'CNT-03',
  function* look({ body, replyTo }): Generator<Found> {
    if (replyTo === undefined) return;
    for (const { span } of matching(body, theirs)) {
      yield inBody(
        span,
        'This shows that somebody is a patient. Say that we cannot talk about anybody’s care here, and who to contact.',
      );
      return;
    }
  },
);

const online = /\b111(?:\.nhs\.uk| online)\b|\bonline at 111\b|\bnhs 111 online\b/g;
const young =
  /\b(?:child(?:ren)?(?:'s)?|kids?|bab(?:y|ies)|toddlers?|newborns?|infants?|little ones?|under (?:5|five)s?|under the age of (?:5|five)|(?:[1-4]|one|two|three|four)[- ]years?[- ]olds?|months?[- ]old|son|daughter|pre-?schoolers?|nursery)\b/;
const older =
  /\b(?:not (?:for|to be used for|suitable for)|only for|aged? (?:5|five) (?:and|or) (?:over|older|above)|(?:5|five) (?:and|or) (?:over|older)|over (?:5|five)s?|call 111|phone 111|ring 111|calling 111|dial 111)\b/;

/** The site asks for people of five and over; for the youngest 111 is called. */
export const underFives = check('checks.under-fives', 'STY-13', function* look({ body }): Generator<Found> {
  const { text } = body.folded;
  if (!young.test(text) || older.test(text)) return;
  for (const { span } of matching(body, online))
    yield inBody(span, '111 online is not for children under 5. Write: “call 111” for under 5s.', 'call 111');
});

const redness = /\b(?:red(?:ness)?|pink|reddish|turn(?:s|ed)? red|rosy)\b/g;
const skinMatter =
  /\b(?:rash(?:es)?|skin|spots?|lump|bruis\w+|swelling|swollen|infection|eczema|itchy?|bites?|inflam\w+|sore|sunburn|blister\w*|cellulitis|measles|scarlet fever)\b/;
const everySkin =
  /\b(?:(?:brown|black|dark(?:er)?|all|every|different) skin|skin (?:tone|colou?r)s?|harder to see)\b/;

/** Redness does not show on every skin. */
export const skin = check('checks.skin', 'STY-19', function* look({ body }): Generator<Found> {
  const { text } = body.folded;
  if (!skinMatter.test(text) || everySkin.test(text)) return;
  for (const { span } of matching(body, redness)) {
    yield inBody(
      span,
      'Say how it looks on brown and black skin too, or how it feels: redness does not show on every skin.',
    );
    return;
  }
});

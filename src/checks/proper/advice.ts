import { hostOn, type Reading, type Span } from '#text/index.ts';
import { check, inBody, matching, type Found } from '../check.ts';
import { isAnswer } from '../meaning/addressed.ts';
import { soothedOrTreated } from './symptoms.ts';
import { conditionPattern, medicinePattern, namedMedicinePattern } from '../clinical.ts';

const few = '(?:one|two|three|four|five|six|ten|a couple of|half a|half)';
const amount = `(?:\\d+(?:\\.\\d+)? ?(?:mg|mcg|micrograms?|milligrams?|ml|millilitres?|g|grams|tablets?|pills?|capsules?|puffs?|units|drops|doses?|spoonfuls?|teaspoons?|sprays?|sachets?|lozenges?|${namedMedicinePattern}|${namedMedicinePattern} tablets)|${few} (?:${namedMedicinePattern} )?(?:tablets?|pills?|capsules?|puffs?|doses?|spoonfuls?|teaspoons?|drops|units|sprays?|sachets?|paracetamols?|ibuprofens?))`;
const doing =
  '(?:tak(?:e|ing)|giv(?:e|ing)|us(?:e|ing)|swallow(?:ing)?|apply(?:ing)?|inject(?:ing)?|increas(?:e|ing)|decreas(?:e|ing)|reduc(?:e|ing)|halv(?:e|ing)|doubl(?:e|ing)(?: up)?(?: on)?|stop(?:ping)?|start(?:ing)?|try(?:ing)?|skip(?:ping)?|switch(?:ing)? to|rub(?:bing)?|put(?:ting)?|crush(?:ing)?|keep(?:ing)? (?:taking|using)|carry(?:ing)? on (?:with|taking)|com(?:e|ing) off|cut(?:ting)? (?:down|back)|mix(?:ing)?|hav(?:e|ing)|sit (?:her|him|them)|go without)';
const said = `(?:you(?:'re| are| will be|'ll be|'d be| would be| should be| can be)? (?:should|could|can|must|need to|ought to|might want to|may want to|may|might|would|fine|ok|okay|safe|alright|better|best)(?: be (?:fine|ok|okay|safe|able))?|(?:i|we)(?:'d| would|'ll)? (?:suggest|recommend|advise|say|stop|try|take|use|leave|think you should)|my advice (?:is|would be)(?: to)?|(?:you're |it is |it's )?(?:best|better|safe|fine|ok|okay|perfectly safe) (?:to|off)|there is no need to|no need to|just|simply|try to)`;
const signsOf =
  '(?: season| vaccin\\w*| jabs?| clinics?| awareness| cases| levels| rates| support| services?| team| nurses?| is (?:on|going|spreading)| (?:has|have) )';

const instructions = [
  `\\b${amount} (?:of )?${medicinePattern}\\b(?! (?:a|per) (?:week|day) (?:are|is) (?:given|used))`,
  '\\btake (?:one|two|three|\\d) (?:the next|every|more|extra|now|tonight|tomorrow|straight away|a day|daily|each|together|instead)\\b',
  `\\b${namedMedicinePattern}(?: \\w+){0,2} (?:every|each|once|twice|daily) (?:a )?(?:day|morning|night|evening|week|few hours|\\d+ hours)\\b`,
  `\\b${doing}\\b[^.!?\\n]{0,40}\\b${amount}`,
  `\\b${amount}[^.!?\\n]{0,30}\\b(?:every (?:\\w+ )?(?:\\d+|hours?|days?|mornings?|nights?|evenings?|times?|few|other|meal)|per (?:day|dose|hour|night|kg)|a day|daily|times|twice|once|hours?|with food|before bed|at night|each (?:\\w+ )?(?:day|time|dose|morning|night|evening))\\b`,
  `\\b${said} (?:not |never |also |just |safely |simply |still |probably |perhaps )?(?:to )?${doing}\\b[^.!?\\n]{0,40}\\b${medicinePattern}\\b`,
  `\\b(?:i|we)(?:'d| would) (?:stop|skip|leave|take|try|use|halve|double|avoid|give)\\b[^.!?\\n]{0,20}\\b${medicinePattern}\\b`,
  `\\b(?:stop|start|skip|double(?: up)?|halve|increase|reduce|cut (?:down|back)|come off|do not take|don't take|never take|avoid taking|keep taking|carry on taking|increasing|reducing|doubling)\\b (?:taking |using |up )?(?:on )?(?:your|the|his|her|their|any|all|some)? ?(?:[a-z]+ ){0,2}${medicinePattern}\\b`,
  `(?:^|[.!?,;:\\n] ?|\\b(?:and|then|or|but|so) )(?:please )?(?:take|give them|give her|give him|give your (?:child|baby|son|daughter)|use|try|apply|put|rub(?: in| on)?) (?:some |your |a |an |the |two |one |a bit of |a little )?(?:[a-z]+ )?${medicinePattern}\\b(?! (?:list|chart|bag|box|record|cabinet|home|back|out|safely|safety|with you))`,
  "\\b(?:you (?:do not|don't) need (?:a doctor|a gp|to see|antibiotics|an ambulance|treatment|to go to|any (?:treatment|medicine))|nothing to worry about|it(?:'ll| will) (?:clear|go away|settle|pass) (?:up )?(?:by itself|on its own|in a few days|soon)|no need to (?:see|go to (?:a&e|hospital|your gp))|(?:a|your|the) (?:usual |normal |adult |right |correct |recommended )*(?:dose|dosage) (?:of|is) (?:\\d|one|two|half))\\b",
];
/** What somebody has: said of nobody in particular in a post, of whoever asked in an answer. */
const diagnoses = [
  `\\b(?:(?:it|this|that|these|those|your \\w+(?: \\w+)?) (?:sounds?|looks?|seems?)(?: very| a bit| a lot)? like|sounds? like|looks? like|i (?:think|believe|suspect|reckon)|you (?:probably|likely|might|may|could|definitely|clearly|must|seem to) (?:have|be having)(?! (?:heard|seen|read|missed|had|noticed))|you(?:'re| are) (?:probably|likely|clearly|definitely)? ?(?:having|suffering|developing)|it(?:'s| is)? ?(?:probably|likely|most likely|just|only|almost certainly|could be|might be|may be|must be|will be)|you(?:'ve| have)(?: probably| likely| clearly)? (?:got )?|(?:that|it|this)(?:'ll| will) be|that(?:'s| is) (?:just |probably |likely |only )?|(?:symptoms|signs|results?) (?:suggest|point to|mean|indicate|are (?:typical|signs) of|fit))[^.!?\\n]{0,20}\\b(?:${conditionPattern}|panic attack|asthma attack|sprain(?:ed)?|allergy|allergic|side effects?|food poisoning|heat rash|bug|virus)\\b(?!${signsOf})`,
  `\\b(?:rest|ice|elevate|raise|strap|bandage|pop|squeeze|drain|soak) (?:it|your|the|that) [^.!?\\n]{0,20}(?:and|with|for|\\bup\\b)`,
];
/** In an answer a medicine by name is advice, unless its sentence only sends people on; so is telling somebody what ails them. */
const inAnswer = [
  '\\b(?:sleep|lie|lying) (?:down|on your|with your|up|flat)\\b|\\b(?:keep|leave|raise|soak|wrap|change|wash|clean) (?:it|the|your|his|her) ?(?:dressing|wound|stitches|plaster|cast|bandage|leg|arm|foot|ankle|knee|cream|cut|burn)?\\b[^.!?\\n]{0,12}\\b(?:on|off|up|dry|wet|covered|elevated|raised|clean|daily|twice)\\b',
  "\\b(?:ice packs?|cold compress|hot water bottle|elevation|salt water|bed rest|plenty of fluids)\\b|\\b(?:finish|complete) the course\\b|\\b(?:cut|halve|reduce|up|increase|drop|raise|lower) (?:the|your|his|her) (?:dose|dosage)\\b|\\b(?<!\\b(?:we|will|have|to|has|is) )(?:swap|switch) (?:to|over to)\\b|\\bside effects? of\\b|\\bcausing (?:the|your|his|her)\\b|\\bit(?:'ll| will) pass\\b|\\bwill not (?:make|affect|hurt|harm|interfere)\\b",
  '\\b(?:your|his|her) (?:thyroid|heart|liver|kidneys?|lungs?|bowel|iron|hormones|immune system|back|spine|gut|blood)[^.!?\\n]{0,12}\\b(?:is|are|must be|might be|may be|could be|will be|needs?) (?!seen|checked|looked|what|why)',
  "\\b(?:it's|it is|that's|that is|this is|it looks|it sounds|you're|you are|you might be|you may be|you could be|you must be|he's|she's|he is|she is) (?:not |probably |likely |just |definitely |clearly |only )?(?:broken|fractured|sprained|infected|swollen|serious|dangerous|contagious|infectious|viral|bacterial|harmless|pregnant|anaemic|dehydrated|allergic|in labour|concussed|autistic|menopausal|hyperventilating)\\b",
  '\\b(?:take|skip|miss out|double|leave out) (?:it|them|another one|the (?:next|missed|second|other) (?:one|dose|pill|tablet))\\b(?! (?:easy|slow|steady|out|off|up|down|further|seriously|to|with|from|back|away|in|on|that))',
  '\\byou (?:would|will|should|can|could|might|may) be (?:fine|ok|okay|safe|alright|all right)(?: to (?:fly|drive|swim|run|exercise|eat|drink|take|have|mix|travel|work|go back|go home|wait|leave it)| with (?:that|it|those|this))\\b',
  `\\b${amount}(?! (?:walk|read|call|drive)| of (?:the |a |your )?(?:[a-z-]+ )?vaccine)\\b`,
  `\\b(?:tried|try|thought about|considered|considering|suggest|recommend|suit|bother with|wean [a-z]+ off|taper|better on|swap to|switch to|safe (?:on|to [a-z]+ on|with)) (?:[a-z]+ ){0,2}${medicinePattern}\\b`,
  "\\b(?:wean|taper) (?:yourself|him|her|it|them|off)\\b|\\b(?:put|lay|lie|sit) (?:the baby|him|her|them|your (?:baby|child|son|daughter)) (?:on|in|up|down)\\b|\\b(?:don't|do not) bother (?:with|going|seeing|having)\\b|\\bgargl(?:e|ing)\\b",
  '\\b(?:your|that|this|the) (?:blood pressure|cholesterol|blood sugar|sugar|temperature|pulse|heart rate|bmi|oxygen|mole|lump|rash|spot|wound|cut|burn|bruise|swelling|bite|cough|ankle|knee) (?:is|are|looks?|sounds?|seems?|was|will|should|might|could|may)\\b',
  '\\b(?:higher|lower|bigger|smaller|stronger|weaker|extra|double|different) dos(?:e|age)\\b',
  '\\b(?:you |can |could |should |to |just )?take (?:both|it|them|these|those|one|two|half)(?: of them)?(?: together| with| before| after| at| every|,| and|$| now)',
  '\\bdrink (?:plenty|lots|more|cranberry|loads)\\b|\\bcut (?:out|down on) (?:salt|sugar|fat|caffeine|alcohol)\\b|\\b(?:you|just|and|then) (?:need to |should |could )?rest (?:up|it|for)\\b',
  `\\b${namedMedicinePattern}\\b`,
  '\\b(?:up|raise|lower|change|adjust|drop) your (?:dose|dosage|insulin|medication|medicine|tablets)\\b',
  `\\b(?:your (?:\\w+ ){0,2}|you |he |she |it |that |this |these |symptoms )(?:has|have|is|are|was|were|'s|'re)? ?(?:clearly |probably |definitely |obviously |likely |just |only |simply )?(?:has|have|having|got|caused by|due to|down to|because of|a sign of|signs of|a symptom of|typical of|mean)? ?(?:a |an |your |some |mild |bad |only |just )*${conditionPattern}\\b(?!${signsOf}| screening| kit)`,
  "\\b(?:is|are|it's|that's) (?:normally|usually|probably|likely|often|almost always|just) (?:nothing|normal|fine|harmless|not serious|a virus|viral|minor)\\b|\\b(?:isn't|is not|not|aren't|nothing) (?:serious|dangerous|life[- ]threatening|anything to worry|a sign of)\\b",
];
const advice = new RegExp(instructions.join('|'), 'g');
const diagnosis = new RegExp([...diagnoses, ...inAnswer].join('|'), 'g');

/** Who may say it: sentences that send people there are no advice of ours. */
export const signpost =
  /\b(?:a double dose of|(?:ask(?:ing)?|speak(?:ing)? to|talk(?:ing)? to|call(?:ing)?|contact(?:ing)?|see(?:ing)?|check(?:ing)? with|phone|ring|visit|go to|advice from|advised by|told by|unless|tell|tells|from|at|to|back to) (?:a |an |the |your |our |you |any |in )*(?:local |own |nearest )?(?:gp|doctor|pharmacist|pharmacy|chemist|nurse|midwife|health visitor|111|nhs 111|999|healthcare|health professional|specialist|prescriber)|(?:as|the way) (?:prescribed|advised|directed|your (?:doctor|gp|pharmacist|nurse))|as your (?:doctor|gp|pharmacist|nurse)|prescribed (?:by|to)|with you\b|repeat (?:prescription|medicines?)|to your appointment|out of date|(?:unused|unwanted|old) (?:\w+ )?(?:inhalers?|medicines?|tablets)|read the leaflet|store|(?:can't|cannot|can not|unable to|not able to|never) (?:\w+ )?(?:give|say|offer|comment|advise|discuss|tell|diagnose|help)|sorry (?:to hear|about|for|that)|not possible for us|nhs app|get treatment)/;
/** Of whoever may have it, not of the one who asked. */
const anybody =
  /\b(?:if|when|whenever|whether|unless|in case|anyone|anybody|everyone|someone|people|who|while|once|because|think|worried) (?:that )?(?:[a-z']+ ){0,3}$/;
const always =
  /\b(?:\d+ ?(?:mg|ml|puffs|units|tablets)|double|halve|stop taking|you (?:do not|don't) need|nothing to worry)\b/;

/** How somebody died is another row's. */
const ended = /\b(?:died|dies|death|overdos\w+|suicid\w+|killed)\b/;

/** What we do not say: what to take, how much, what it is. In a post a page of the health service may stand behind it. */
export const medicalAdvice = check(
  'checks.medical-advice',
  'CNT-04',
  function* look(draft): Generator<Found> {
    const { body, replyTo = '' } = draft;
    const answer = isAnswer(draft);
    if (!answer && body.links.some((link) => hostOn(link.host, ['nhs.uk']))) return;
    for (const pattern of answer ? [advice, diagnosis] : [advice])
      for (const { match, span } of matching(body, pattern)) {
        const sentence = sentenceAround(body, match);
        if (
          pattern === diagnosis &&
          anybody.test(body.folded.text.slice(Math.max(0, match.index - 40), match.index))
        )
          continue;
        if (signpost.test(sentence) && (!always.test(match[0]) || /\bbefore (?:you|they)\b/.test(sentence)))
          continue;
        if (ended.test(sentence)) continue;
        yield message(span, answer);
      }
    if (answer) for (const span of soothedOrTreated(body, replyTo, signpost)) yield message(span, answer);
  },
  3,
);

const message = (span: Span, answer: boolean): Found =>
  inBody(
    span,
    answer
      ? 'We give no medical advice here. Send them to their GP, a pharmacist, 111, or 999 where life is in danger.'
      : 'This tells people how to treat something. Link to the page of the NHS that says it, or take it out.',
  );

/** As far as the stops on both sides, within a stretch that anybody reads at once. */
function sentenceAround({ folded: { text } }: Reading, match: RegExpExecArray): string {
  const ahead =
    text
      .slice(Math.max(0, match.index - 200), match.index)
      .split(/[.!?\n]/)
      .at(-1) ?? '';
  const behind = text.slice(match.index, match.index + match[0].length + 200);
  const stop = behind.slice(match[0].length).search(/[.!?\n]/);
  return ahead + (stop < 0 ? behind : behind.slice(0, match[0].length + stop));
}

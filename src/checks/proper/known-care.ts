/** Other ways of showing that somebody is known here as a patient: looked up, remembered, written about, put on a list. */
const somebody = '(?:you|him|her|them|your [a-z]+)';
const relation =
  '(?:gp|doctor|surgery|family|wife|husband|partner|mum|dad|mother|father|parents|daughter|son|next of kin|carer|social worker|solicitor|employer|school)';
const clinicians =
  '(?:consultants?|surgeons?|doctors?|nurses?|midwi(?:fe|ves)|teams?|clinics?|wards?|hospital|registrar|therapists?|physios?|specialists?|gp|surgery|staff|secretary|department|unit|we|i)';

export const knownCare: readonly string[] = [
  `(?:we|i)(?:'ve| have|'m| am)? (?:just |now |also )?(?:looked|looking|checked|checking|had a look|had a quick look|pulled|brought|found|searched|spotted)(?: (?:at|for|it|this|that|you|him|her|them|up|out|back|your|details|name|mum|dad|son|daughter)){0,4} (?:on|in|through|up on|from) (?:the|our|your|his|her) (?:[a-z]+ )?(?:system|notes|records?|files?|list|screen|computer|diary|books?|register)`,
  '(?:according to|going by|looking at|judging by|as per|from what i see in|i see from|we see from) (?:our|the|your|his|her) (?:[a-z]+ )?(?:records?|notes|system|list|files?|screen|diary|chart)',
  `(?:the |our |your |his |her )?${clinicians}(?: (?:on|at|in|from) (?:the )?[a-z]+(?: ward| unit)?)? (?:(?:still|all|really|often|do|does|very much) ){0,2}(?:remembers?|recalls?|misses|miss|adored?|loved|enjoyed) (?:having |looking after |caring for |treating |meeting |seeing |nursing )?${somebody}\\b(?! (?:feedback|comment|post|message|kind|review))`,
  `(?:the |our |your |his |her )?${clinicians}(?:'ve| has| have| had) (?:now |just |also |already )?(?:written|spoken|talked|replied|reported|been in touch|phoned|rung|emailed|faxed|referred|sent (?:a letter|the results?|an update|your|his|her|the))(?: [a-z]+){0,2} (?:to |with )?(?:your|his|her|their) ${relation}`,
  `(?:change|changes|increase|reduction|delay|mix-up|error|mistake|hold-up|gap) (?:in|to|with) (?:your|his|her|their) (?:[a-z]+ )?(?:treatment|medication|medicines?|dose|dosage|care plan|scan|operation|surgery|results?|referral|prescription|appointment|discharge)`,
  `(?:you|he|she|they|your [a-z]+)(?:'re|'s| are| is| were| was|'ve been| have been| has been) (?:all |still |now |already |currently )?(?:booked|down|scheduled|pencilled|slotted|squeezed|listed|marked|flagged|waitlisted)(?: in)? (?:for|with|on|to|at|as)(?! (?:our|the|a) (?:event|course|talk|tour|class|quiz|meeting|webinar|newsletter|team))`,
  `(?:glad|pleased|happy|delighted|relieved) (?:that )?(?:we|our [a-z]+|the [a-z]+) (?:could|were able to|was able to|managed to|got to|have|has)? ?(?:[a-z]+ )?(?:look(?:ed)? after|treat(?:ed)?|fix(?:ed)?|see|saw|seen|fit(?:ted)? (?:you|him|her)|squeez\\w+|operat\\w+|get you (?:home|seen|back|sorted)|help(?:ed)? (?:you|him|her) (?:with|through|recover|back|get))`,
  `(?:great|good|lovely|nice|wonderful|a joy) (?:having|to have had|to have|seeing|nursing|caring for|to see) (?:you|him|her|you both|your [a-z]+) (?:back )?(?:on|at|in|with) (?:the |our |us)`,
  `(?:discharged|transferred|removed|taken off|referred back|turned down|rejected|accepted|declined) (?:you|him|her|your [a-z]+|because you|as you|as (?:he|she) (?:did|was|had))`,
  `(?:your|his|her|their) (?:[a-z]+ )?(?:referral|application|case|funding request|assessment) (?:to [a-z]+ )?(?:was|has been|is being|got|is) (?:rejected|accepted|declined|received|triaged|upgraded|downgraded|lost|reviewed|approved|refused|passed|with|on|being)`,
];

/** What counts as new before an election: what is done to a service, and when it is only for a day. */
import { withWords, type Row } from './row.ts';

const us =
  '(?:we|i|they|our (?:[a-z]+ ){0,2}[a-z]+|the (?:trust|icb|council|board|nhs|ccg|partnership)|nhs [a-z]+(?: and [a-z]+)?|(?:trust|health|council) (?:chiefs|bosses|leaders))';
const willing =
  "(?:'re|'ll|'ve| are| is| will| have| has| plans?| wants?| intends?| hopes?| aims?| expects?| can)(?: (?:also|soon|now|finally|all|be|been|just|to|going to|planning to|set to|due to|decided to|agreed to|about to|looking to|hoping to|proposing to|ready to|working to|proud to|pleased to|delighted to|able to|(?:today|this week) ))*";
const changing = [
  'bring(?:ing)? (?:in|back|together|forward)',
  'roll(?:ing|ed)? out',
  'introduc(?:e|ing|ed)',
  'set(?:ting)? up(?! (?:by|at|from|today|our stall))',
  'fund(?:ing|ed)?',
  '(?:stop|end)(?:ping|ing|ped|ed)? (?:all |our |the )?(?:[a-z]+ )?(?:funding|paying|offering|providing|running|prescribing|sending|services?|clinics?|support|scheme|provision)',
  'start(?:ing|ed)? (?:to (?:offer|fund|charge|provide|run)|offering|funding|charging|providing|prescribing)',
  'withdraw(?:ing|n)?',
  'scrap(?:ping|ped)?',
  '(?:axe|axing|axed)',
  'replac(?:e|ing|ed)',
  'restrict(?:ing|ed)?',
  'relocat(?:e|ing|ed)',
  'transfer(?:ring|red)?',
  'centralis(?:e|ing|ed)',
  'shift(?:ing|ed)?',
  'merg(?:e|ing|ed)',
  'expand(?:ing|ed)?',
  'extend(?:ing|ed)?',
  '(?:doubl|tripl)(?:e|ing|ed)',
  'increas(?:e|ing|ed)',
  'cut(?:ting)?(?! (?:the|a) (?:cake|ribbon))',
  'reduc(?:e|ing|ed)',
  'invest(?:ing|ed)?',
  'pilot(?:ing|ed)?',
  'trial(?:ling|led)?',
  '(?:re)?shap(?:e|ing|ed)',
  '(?:re)?design(?:ing|ed)?',
  'overhaul(?:ing|ed)?',
  'transform(?:ing|ed)?',
  'upgrad(?:e|ing|ed)',
  'modernis(?:e|ing|ed)',
  '(?:de|re)?commission(?:ing|ed)?',
  '(?:recruit|hir|employ|tak)(?:e|ing|ed)? (?:on )?(?:\\d[\\d,]*|hundreds|dozens|more|extra)',
  'creat(?:e|ing|ed)',
  'launch(?:ing|ed)?',
  'build(?:ing)?',
  'reorganis(?:e|ing|ed)',
  'open(?:ing)? (?:a|an|our|the|another|two|three|new|more)',
  'clos(?:e|ing)(?! (?:at|early|late|for|on|over|your|the door|between))',
  'spend(?:ing)?',
  'mov(?:e|ing)(?! (?:to room|more|around|about|your|on|forward|house|home|the clocks))',
  'chang(?:e|ing|ed) (?:how|the way|who|where|what|our|the)',
].join('|');

const later =
  '(?:from|by|in|this|next|early|later|until|before) (?:the )?(?:new year|next (?:month|year|week|spring|summer|autumn|winter)|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|month|year|20\\d\\d|end of|\\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))';

/** Works, weather, a holiday, one day: business as usual goes on. */
const forNow =
  /\b(?:while|until further|because of|due to|owing to|repairs?|roadworks|boiler|flood\w*|snow|ice|heatwave|bank holiday|easter|christmas|tonight|tomorrow|this (?:morning|afternoon|evening|week|weekend)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|as usual|for (?:an? )?(?:hour|lunch|training|the day)|vaccin\w+|jabs?|blood (?:donors?|stocks?)|outbreak|alert|power cut|your (?:risk|chance|chances|birth|care plan|plate|salt|alcohol|drinking|diet|appointment)|waste|(?:website|app|phone|it) (?:system|lines?)|thanks|opening hours|road|parking|care plan|birth plan|journey|polling|lost property|cakes?|soup|raffle)\b/;

export const changes: readonly Row[] = [
  withWords([`${us}${willing} (?:${changing})`], forNow),
  withWords(
    [
      'there (?:will|is going to|are going to)(?: soon)? be (?:a|an|more|\\d+|two|three) (?:new|second|third|extra|more|bigger|brand[- ]new|permanent)',
    ],
    forNow,
  ),
  withWords(
    [
      "(?:big|major|important|exciting|radical|sweeping|significant|proposed|planned|far-reaching) (?:changes?|shake-?up|overhaul|revamp)|what we(?:'re| are) (?:planning|proposing)|(?:is|are) (?:about|set|due) to (?:change|get (?:better|easier|faster|bigger)|improve|move|end|expand)|(?:is|are) (?:changing|expanding|moving) (?:from|in|this|next|for good)|shake-?up of|the future of|a new (?:era|chapter|dawn|way|approach|model|start|deal|home) (?:for|of|to|in)|our (?:vision|ambition|blueprint|roadmap|pledge|commitment)",
      '(?:services?|care|hospitals?|wards?|clinics?|surger(?:y|ies)|gps?|dentists?|nhs|help|health|patients?|treatment|appointments?|beds?|units?|hearing|maternity|births?|stroke|ambulances?|a&e|pharmac(?:y|ies)|mental)',
    ],
    forNow,
  ),
  withWords(
    [
      later,
      'will (?:no longer|be able to|have to pay|be charged|be entitled|get (?:a|an|their|free)|be offered|all be|be run|be provided|be delivered)',
    ],
    forNow,
  ),
  withWords(
    [
      '(?:\\d[\\d,]*|hundreds of|thousands of|dozens of) (?:extra|more|additional|new) (?:[a-z]+ ){0,2}(?:appointments|beds|nurses|doctors|gps|places|staff|dentists|ambulances|midwives|operations|scans)',
      "will|fund\\w*|creat\\w*|promis\\w*|plan\\w*|coming|by|thanks to|recruit\\w*|deliver\\w*|we|we're|over|a year|every year",
    ],
    forNow,
  ),
  withWords(
    [
      'coming (?:soon|in|this|next|to)|on (?:its|the) way|opening soon|watch this space|not long (?:now|to go)',
      '(?:hospitals?|services?|clinics?|(?:health|day|diagnostic|treatment|birth|care|walk-in|wellbeing) (?:centre|hub)s?|hubs?|units?|wards?|wings?|surger(?:y|ies)|schemes?|apps?|scanners?|strateg(?:y|ies)|plans?|facilit(?:y|ies)|theatres?|pathway|campus)',
    ],
    forNow,
  ),
  withWords(
    [
      '(?:new|latest|revised|updated) (?:polic(?:y|ies)|rules?|criteria|thresholds?|strateg(?:y|ies)|targets?|standards?|charges?|framework)',
      '(?:means?|will|on|for|sets?|from|published|agreed|out)',
    ],
    forNow,
  ),
];

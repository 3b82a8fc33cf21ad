/**
 * What is big news whoever tells it: who leads us, which services stay, what the regulator found, large sums for
 * buildings, jobs that go. Each row stands together in a sentence.
 */
const leader =
  '(?:chief executive(?: officer)?|ceo|(?:our|the|as|new|next|interim|joint|deputy|its) chair(?:man|woman|person)?(?! (?:yoga|exercis\\w+|lift|cover|in the|by the|leg|at the table)\\b)|chief (?:nurse|nursing|operating|medical|finance|financial|people) ?(?:officer)?|(?:medical|finance|nursing|managing|executive) director|director of (?:nursing|finance|operations|strategy|people)|accountable officer|boss)';
const site =
  "(?:hospitals?|wards?|(?:maternity|birth|stroke|surgical|children's|injuries|emergency|inpatient|day|mental health|urgent care|treatment|rehab(?:ilitation)?) ?(?:unit|centre)s?|units?|(?:walk-in|health|diagnostic|birth|treatment|urgent care|medical|cancer|community) (?:centres?|hubs?)|a&e|emergency departments?|(?:gp |doctors' )?surger(?:y|ies)|practices?|birthing centres?|beds|theatres?|clinics?|services?|hospital sites?|walk-in)";
/** Not a lick of paint: somewhere to be treated. */
const building =
  "(?:hospitals?|(?:\\w+ )?wing|(?:emergency|outpatients?|maternity|x-ray) department|a&e|(?:diagnostic|health|treatment|surgical|cancer|birth|birthing|urgent care|walk-in|community|wellbeing|medical|women's health|elective) (?:centre|hub|unit|campus)|(?:gp )?surgery|(?:operating )?theatres?|(?:maternity|stroke|children's|surgical|mental health|neonatal) unit|(?:mri|ct|pet) scanners?|medical school)";
const from =
  '(?:from|by|in|this|next|early|later|until|before) (?:the )?(?:new year|next (?:month|year|week|spring|summer|autumn|winter)|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|month|year|20\\d\\d|end of|\\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))';

const one = (...parts: string[]): readonly [RegExp, ...RegExp[]] => {
  const [first = '', ...others] = parts.map((part) => `\\b(?:${part})\\b`);
  return [new RegExp(first), ...others.map((part) => new RegExp(part))];
};

/** Which places stay. */
const stays = one(
  site,
  '(?:clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?|end(?:s|ing)?|mov(?:e|es|ing)|mothballed|axed|scrapped|cut|lost|goes|going)',
  `for good|permanent(?:ly)?|for ever|forever|its doors|their doors|last (?:ever )?(?:day|patients?|time)|decision|proposals?|is (?:set )?to (?:close|shut|go|end|move)|are (?:set )?to (?:close|shut|go|end|move)|will (?:close|shut|end|be (?:closed|shut|axed|scrapped|cut)) (?:${from})`,
);

/** One day, one hour, one room: a door is shut today, not for good. */
const forNow =
  /\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|weekend)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|bank holiday|christmas|easter|new year's (?:day|eve)|for (?:an? )?(?:hour|lunch|training|the day)|car parks?|toilets?|corridors?|entrances?|lifts?)\b/;
/** How anything is done, or what is asked. */
const asked =
  /\b(?:if|when|how|why|do|does|did) (?:i|you|we|your|a|an|the)\b|\b(?:meets|meeting in public|agenda|papers|have your say)\b/;

/** How a row is not meant, beside what its words say. */
export const notNews = (sentence: string, parts: readonly RegExp[]): boolean =>
  asked.test(sentence) || (parts === stays && forNow.test(sentence));

export const bigNews: readonly (readonly [RegExp, ...RegExp[]])[] = [
  one(
    leader,
    'new|next|appoint\\w*|step(?:s|ped|ping)? (?:down|aside|back|up)|stand(?:s|ing)? down|stood down|resign\\w*|retir(?:es|ed|ing|ement)|leav(?:es|ing)|has left|quits?|depart(?:s|ed|ing|ure)|goodbye|farewell|takes? over|taking over|took over|will (?:become|join|lead|replace|succeed)|starts? (?:in|on)|tak(?:es|ing) the (?:helm|reins|chair)|at the helm|took the helm|becom(?:es|ing)|joins (?:us|the|our)|named|chosen|replac(?:es|ed|ing)|succe(?:ed|eds|eding|ssor)|welcom(?:e|es|ing)|takes? (?:up|on)|sacked|suspended|dismissed|moving on|has been made',
  ),
  one(
    '(?:trusts?|hospitals|surgeries|practices|boards?|icbs?|councils|organisations|charities|services|teams at|neighbours)',
    'merg(?:e|es|er|ing|ed)|(?:join(?:ing)?|coming|come|bring(?:ing)?|brought) (?:together|forces)|becom(?:e|es|ing) (?:one|part of|a single)|(?:one|single) (?:new )?(?:trust|organisation|body|practice)|taken over by|take over by|tak(?:e|ing) over|split(?:ting)? (?:up|into)',
    `our|two|three|\\d|we|us|will|are|is|official|from|${from}`,
  ),
  stays,
  one(
    site,
    "(?:is|are|will)(?: not|n't) (?:going to |be |to )?(?:re-?open(?:ing)?|coming back|return(?:ing)?)|will never re-?open|won't (?:re-?open|be coming back|return)|stay(?:s|ing)? (?:shut|closed) for good|re-?opens? after (?:\\w+ )?(?:years?|months)",
  ),
  one(
    '(?:board(?: members)?|governing body|governors|trustees|executive team|health secretary|ministers?|treasury|cabinet|integrated care board)',
    '(?:(?:has|have|last night|today|yesterday|unanimously|just) )*(?:voted|agreed|decided|approved|backed|signed off|rejected|given (?:the )?(?:go-ahead|green light|approval|thumbs up)|gave (?:the )?(?:go-ahead|green light|approval|thumbs up)|said yes|said no|turned down|chosen|ratified)|(?:voted|agreed|decided|approved|backed|signed off|rejected|ratified)(?: today| last night| yesterday)? by',
  ),
  one(
    '(?:cqc|care quality commission|ofsted|regulator|inspectors?|inspection|nhs england)',
    '(?:moved|lifted|taken|took|put) (?:us|our \\w+|the trust|it|them)? ?(?:up |out )?(?:from|out of|into|in) (?:requires|inadequate|special|good|outstanding)|special measures|requires improvement|inadequate|(?:rat|grad|judg|mark|scor)(?:ed|es|ing|e) (?:\\w+ ){0,4}(?:good|outstanding)|(?:good|outstanding) (?:overall|rating|in (?:all|every|\\d|three|four|five) \\w+|again|across)|rating|top marks?|clean bill of health|glowing',
  ),
  one(
    '(?:\\d[\\d,]*|hundreds of|dozens of|up to \\d+|many|all) (?:[a-z-]+ ){0,2}(?:jobs|posts|roles|beds)',
    '(?:will|are going to|are to|to|set to|could) (?:go|be (?:cut|lost|axed|scrapped))|at risk(?! of)|being cut|will be lost|being lost',
  ),
  one(
    `(?:new|first|second|third|another|extra|bigger) (?:[a-z'-]+ ){0,2}(?:${building}|ward)`,
    'announc\\w*|unveil\\w*|reveal\\w*|plans? (?:for|to (?:build|open))|(?:can|could) now (?:share|tell|say|confirm)|(?:can|happy to|pleased to|delighted to) confirm',
  ),
  one(
    'special measures|(?:shuts?|clos(?:es|ing)|closed) (?:its doors |down )?(?:for good|for ever|forever|permanently)',
  ),
  one(
    '£ ?\\d[\\d.,]* ?(?:m|million|bn|billion)',
    'to|for|towards|into|of',
    'build\\w*|rebuild\\w*|doubl\\w*|expand\\w*|creat\\w*|a&e|wards?|units?|beds|theatres?|hospitals?|centres?|departments?|scanners?|wing',
  ),
  one('redundanc(?:y|ies)|job losses|job cuts|voluntary exit'),
  one(
    building,
    `planning permission|spades? in the ground|(?:break(?:ing)?|broke) ground|go-ahead|green light|foundation stone|topp(?:ed|ing) out|(?:coming|on its way) to [a-z]+|is (?:coming|on its way)|(?:we|to|can|will|be|is|are)(?: be| being)? (?:now )?(?:build(?:ing)?|built|rebuild|rebuilt)|(?:doors|door) (?:open|will open|opening)|(?:will|to|due to|set to) open (?:${from})|open(?:s|ing) (?:${from})|get(?:s|ting)? (?:a|its|our) (?:brand[- ]new|new|own|first)|a (?:brand[- ]new|first) `,
  ),
  one(
    "(?:named|chosen|selected|picked|confirmed|announced|unveiled) (?:as|to be|among|by|in) (?:[a-z' ]{0,30})?(?:one of|a|an|the|first|national|pilot|pioneer)|(?:one of|among) (?:only |the )?(?:first )?(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|a handful of) (?:[a-z]+ )?(?:areas|sites|trusts|hospitals|places|systems|regions)",
    '(?:pilot|pioneer\\w*|trailblazer|vanguard|test(?:ing)?|first|national|programme|roll ?out|scheme|government\\w*|flagship)',
    "we|we're|us|our|essex|trust|hospital",
  ),
  one(
    '(?:our|the|a|new) (?:\\w+ )?(?:strategy|vision|plans?|blueprint)',
    '(?:next|for|over)(?: the next)? (?:\\d+|two|three|four|five|seven|ten|decade|few)(?: years?)?|(?:two|three|four|five|ten|\\d+)[- ]year',
    'publish\\w*|out (?:today|now)|launch\\w*|signed off|approved|agreed|unveil\\w*|reveal\\w*|is here|sets out|what is changing|announc\\w*|live',
  ),
];

/** Said to be kept until a time, and so not to be told before. */
export const keptBack =
  /\bembargo(?:ed|es)?\b(?! (?:is|explained|means))|\bnot (?:for|to be) (?:release|publication|publish|shared?|broadcast|post)\w*(?: \w+){0,2} (?:before|until|till)\b|\b(?:hold|held|strictly private|confidential|under wraps) until \d|\bfor release (?:at|on|after)\b|(?<!don't |do not )\bkeep (?:this|it) (?:quiet|secret|under wraps|to yoursel(?:f|ves))\b/g;

import type { Reading, Span } from '#text/index.ts';
import { check, inBody, matching, together, type Asked, type Found } from '../check.ts';
import { bigNews, keptBack, notNews } from './big-news.ts';

const glad = '(?:proud|delighted|excited|thrilled|pleased|over the moon|honoured|so happy|chuffed)';
const big = new RegExp(
  [
    `\\b${glad}[^.!?\\n]{0,30}\\b(?:to (?:announce|share|reveal|launch|confirm|introduce|welcome our new|say|tell you|have (?:won|been|received|secured))|that we(?:'ve| have) (?:won|been|received|secured))\\b`,
    '\\b(?:big|exciting|huge|major|fantastic|brilliant|amazing|wonderful) (?:news|announcement|reveal)\\b',
    '\\b(?:something|some(?:thing)? (?:very |really )?)(?: very| really)? ?(?:big|exciting|special|new) (?:is|are|will be)? ?(?:coming|on (?:its|the) way|happening)\\b',
    '\\b(?:watch this space|coming soon|stay tuned|exclusive(?:ly)? (?:news|look|reveal|preview|:)|sneak (?:peek|preview)|we can now (?:reveal|share|tell|announce|confirm)|can(?:.t|not) wait to (?:tell|share|show|reveal|announce)|finally (?:share|tell|announce|reveal|say)|first look at|drum ?roll|hot off the press)\\b',
    '\\b(?:shortlisted|won|winn(?:ers?|ing)|win|finalists?|nominated|highly commended|awarded|named|crowned|voted)\\b[^.!?\\n]{0,50}\\b(?:awards?|prize|hsj|trophy|accolade|funding|grant|contract|of the year)\\b',
    '\\b(?:awards?|prize|funding|grant)\\b[^.!?\\n]{0,30}\\b(?:won|shortlisted|finalists?|secured|received|nominated)\\b',
    "\\b(?:we(?:'ve| have)?|the (?:trust|icb|council|board)|our (?:team|ward|department|hospital)(?: has| have)?) (?:just |now )?(?:secured|received|been awarded|been given|won|got)\\b[^.!?\\n]{0,20}(?:£|\\bmillion|\\bfunding|\\bgrant|\\baward)",
    "\\bwe(?:'ve| have)? (?:just )?won\\b(?![^.!?\\n]{0,30}(?:match|game|football|quiz|raffle|race|cricket))",
    '\\b(?:changing|changed|new) (?:our )?name\\b|\\bappointed (?:a |an |our |as )|\\bas (?:our|the) new (?:chief|medical|nursing|finance|chair|director|head)|\\b(?:joining forces|teaming up|partnering) with\\b|\\bwork (?:has |will |is )?(?:started?|begun|begins?|starts|starting|under way) on\\b|\\b(?:brand[- ])?new [^.!?\\n]{2,40} (?:is |are )?on (?:its|the|their) way\\b|\\b(?:going to be|will be|featured?|appear(?:ing)?|watch us) on (?:tv|telly|bbc|itv|channel|sky|the (?:news|radio|telly|one show))|\\b(?:getting|get) (?:a |our )?(?:brand[- ])?new (?:[a-z]+ )?(?:scanner|building|unit|ward|wing|hospital|theatre|machine|robot|clinic|centre)\\b',
    '£ ?\\d[\\d,.]* ?(?:m|million|bn|billion)\\b',
    '\\b(?:launch(?:es|ed|ing)?|opens?|opening|unveil(?:s|ed|ing)?|introduc(?:es|ed|ing)) (?:of )?(?:a |an |our |the |its )?(?:brand[- ]new|new|first|state[- ]of[- ]the[- ]art|(?!late|early)\\w+ new)\\b',
    '\\b(?:brand[- ]new|new) (?:[a-z]+ ){0,2}(?:service|clinic|centre|hospital|unit|ward|building|hub|surgery|facility|app|scheme|strategy|theatre|scanner|machine|portal|wing|chief executive|director|chair|website|wing)\\b[^.!?\\n]{0,40}\\b(?:launch\\w*|open(?:s|ed|ing)?|announced|arriv\\w+|coming|here|starts?|appointed|joins?|joined)\\b',
    '\\b(?:is|are|has been|have been|will be) (?:launching|appointed|announced|unveiled|merging|closing permanently)\\b',
    '\\b(?:clos(?:e|es|ing|ed)|shut(?:s|ting)?) (?:down|for good|permanently|its doors|for ever|forever)\\b|\\b(?:will|is to|are to|set to) (?:close|merge|shut|become one)\\b(?! ?(?:at|on|for (?:the|an?|\\d)|early|until|over|your|the|all|a))',
    '\\b(?:mov(?:e|es|ing)|relocat(?:e|es|ing)) (?:in)?to (?:a |our |its )?(?:brand[- ]new|new)\\b',
    '\\b(?:board|governing body|executive team|directors|council) (?:has |have )?(?:decided|agreed|approved|voted|signed off|confirmed)\\b',
    '\\b(?:rated|rates|rating of|graded) (?:us |as |our \\w+ )?(?:good|outstanding|requires improvement|inadequate)\\b',
    '\\b(?:introducing|meet|welcome|say hello to) (?:our|the) new (?:chief|director|chair|head|medical director|ceo|chief executive|service|app|website|unit|hospital)\\b',
    "\\b(?:we are|we're|i'm|i am|today we|we) (?:launch(?:ing)?|opening (?:a|an|our|the|up a|another|two|\\d)|announc(?:e|ing)|unveil(?:ing)?|merg(?:e|ing)|introducing|building|investing)\\b",
  ].join('|'),
  'g',
);

/** No doubt is left, whoever tells it: said outright to be news, and a large thing. */
const telling =
  /\b(?:announc(?:e|es|ed|ing|ement)|unveil(?:s|ed|ing)?|reveal(?:s|ed|ing)?|launch(?:es|ed|ing)?|publish(?:es|ed|ing)?|breaking|approved|agreed|decided|won|secured|is (?:finally |now )?here|hot off the press|big news)\b/;
const large =
  /\b(?:merg(?:er|ing|e)|closure of|clos(?:e|ing) (?:the|our)|appointment of|new (?:(?!(?:for|the|of|on|in|at|to|with) )[a-z0-9-]+ ){0,4}(?:hospital|(?:health|diagnostic|treatment|birth|care|cancer|surgical|children's|mental health|urgent care) (?:centre|unit|wing)|surgery|strategy|plan|vision|chief executive|chair|(?:medical |finance |nursing )?director)|an? (?:[a-z0-9-]+ ){0,3}(?:health|diagnostic|treatment|birth) centre|(?:two|three|five|ten|\d+)[- ]year (?:plan|strategy)|our (?:new )?(?:strategy|vision))\b|£ ?\d[\d.,]* ?(?:m|million|bn|billion)\b/;

/** Who leads from now on, and who gets a hospital. */
const appointed =
  /\b(?:will be|is|as|named|named as|chosen as|appointed) (?:our|the|its) (?:new|next|first) (?:chief executive|ceo|chair|chief nurse|(?:medical|finance|nursing|interim) director)\b|\b(?:trusts?|boards?|icb|councils?|hospitals?|surger(?:y|ies)|practices?|we) (?:will|are to|is to|plan to|are going to) (?:merge|join forces|become one)\b|\b(?:gets|is getting|to get|will get|will have) (?:a|its|their) (?:second|third|new|brand new) (?:[a-z]+ )?hospital\b/g;

/**
 * New services, awards and successes: told too early they spoil other plans. The team itself is asked, unless no doubt
 * is left: then it takes the word of whoever the policy names.
 */
export const announcement = check(
  'checks.announcement',
  'CNT-07',
  function* look({ body, accountKind, replyTo }): Generator<Found | Asked> {
    if (replyTo !== undefined) return;
    const outright = toldOutright(body);
    if (outright) {
      yield inBody(
        outright,
        accountKind === 'corporate'
          ? 'This is big news. It goes out when whoever decides on news has agreed to it, and not before its time.'
          : tellFirst,
      );
      return;
    }
    for (const { span } of matching(body, big)) {
      if (accountKind === 'corporate')
        yield {
          field: 'text',
          ask: 'Is this an announcement? If so, who agreed to it, and is the time come to tell it?',
        };
      else yield inBody(span, tellFirst);
      return;
    }
  },
  3,
);

/** Known to everybody already. */
const known =
  /\b(?:in public|as (?:we|the \w+) (?:said|announced|agreed|told)|(?:agreed|approved|announced) (?:in public )?last (?:week|month|year|thursday)|board papers|annual (?:general )?meeting|explains (?:her|his|their) job)\b/;

function toldOutright(body: Reading): Span | undefined {
  if (known.test(body.folded.text)) return undefined;
  const found =
    matching(body, appointed).next().value ??
    matching(body, keptBack).next().value ??
    together(body, telling, large).next().value;
  if (found) return found.span;
  for (const parts of bigNews) {
    const first = together(body, ...parts).find(({ sentence }) => !notNews(sentence, parts));
    if (first) return first.span;
  }
  return undefined;
}

const tellFirst = 'This looks like big news. Tell the communications team first, and wait for their word.';

/** Says nothing but whom to listen to: that helps whoever leads. */
const sendsOn =
  /^(?=[^\d]*$)(?=.*\b(?:follow|see|go to|listen to|updates? (?:from|on)|visit)\b[^.!?]{0,40}\b(?:police|fire|council|ambulance|resilience|environment agency|lead agency|@\w+))(?=.*\b(?:won't|will not|not be|only|one source|single source|lead(?:s|ing)?|all (?:news|updates))\b).{0,240}$/s;

/** While an incident lasts, one source speaks, and it may be another body. */
export const incident = check(
  'checks.incident',
  'CNT-06',
  function* look({ incident, text, body }): Generator<Found> {
    if (incident && !sendsOn.test(body.folded.text))
      yield inBody(
        { start: 0, end: text.length },
        'An incident is declared: only its team publishes. Leave this until it ends, or ask the incident lead.',
      );
  },
);

const quoted = /["“”]([^"“”\n]{20,400})["“”]/gu;
const shared =
  /\b(?:repost(?:ed|ing)?|reshar(?:ed?|ing)|rt @?|shar(?:ing|ed) (?:this|a|an)[^.!?\n]{0,30}(?:video|picture|photo|post|article|story|blog|graphic|infographic)|(?:great|brilliant|lovely|good|must|loved this|love this|enjoyed this) (?:article|blog|video|thread|piece|read)|found this|saw this|came across this|borrowed this|stolen from|interesting (?:article|read|blog|report|study))\b/g;
const credited =
  /(?:[@©]|\b(?:via|source|credit|courtesy|thanks to|by (?:the |\p{Lu})|from (?:the |our |\p{Lu}|@)|says|said|told|according to|written by|photo:|picture:|words:|reports?)\b|[—–-] ?\p{Lu}\p{Ll}+)/u;

/** `“…” Anna, who stayed with us` */
const namedAfter = /^\s*\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?:,| who| from| \()/u;

/** Somebody’s words or work: say whose. */
export const credit = check('checks.credit', 'CNT-10', function* look({ body, text }): Generator<Found> {
  for (const match of text.matchAll(quoted)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    const around =
      text.slice(Math.max(0, match.index - 80), match.index) +
      text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    if (!/\s\S+\s\S+\s/.test(match[1] ?? '') || credited.test(around) || namedAfter.test(after)) continue;
    yield inBody({ start: match.index, end: match.index + match[0].length }, 'Say whose words these are.');
  }
  for (const { span } of matching(body, shared)) {
    if (credited.test(text.replace(text.slice(span.start, span.end), ''))) continue;
    yield inBody(span, 'Say where this is from, or at least who showed it to you.');
    return;
  }
});

const figure =
  /\b\d+(?:\.\d+)? ?(?:%|per ?cent\b)(?! ?(?:off|discount|sure|committed|behind|of the time))|\b(?:half|a third|a quarter|two thirds|three quarters|most|the majority|thousands|millions) of (?:all |the |our |us |uk |british )*(?:adults?|people|patients|women|men|children|parents|staff|nurses|smokers|residents|population|over)|\b(?:1|one|two|three|four|[2-9]) (?:in|out of) (?:every )?(?:\d{1,6}|two|three|four|five|ten)\b|\b(?:studies|research|evidence|statistics|figures|data) (?:show|shows|suggest|suggests|prove|proves)\b/g;
const source =
  /\b(?:source|according to|survey|census|report by|published|ons|office for national statistics|nhs england|data from|figures from|research by|study by|20\d\d)\b/;

/** A figure without a source is a rumour. */
export const statistics = check('checks.statistics', 'CNT-11', function* look({ body }): Generator<Found> {
  if (body.links.length > 0 || source.test(body.folded.text)) return;
  for (const { span } of matching(body, figure)) {
    yield inBody(span, 'Say where this figure is from, and of when.');
    return;
  }
});

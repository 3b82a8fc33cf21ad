import { check, inBody, matching, type Found } from '../check.ts';
import lists from '../words/law.json' with { type: 'json' };

const matters = new RegExp(`\\b(?:${[...lists.matters, ...lists.complaints].join('|')})\\b`, 'g');
/** Telling people how to complain or where to get advice is no comment on a case. */
const signpost =
  /\b(?:make|making|raise|raising|send|sending|submit|lodge|(?:to|can|you|could) have|complain|give (?:us |your )?(?:feedback|views)|log)\b[^.!?\n]{0,30}$/;
/** `free legal advice` */
const offered = /\b(?:citizens advice|free|independent|seek|get|offer|offering) $/;
const openJob =
  /\b(?:vacanc(?:y|ies)|apply now|job|recruit\w*|hiring|career|join (?:our|the) (?:legal )?team)\b/;
/** `claim your place`, `a court for tennis`, power of attorney: no case. */
const harmless =
  /\b(?:tennis|food|squash|basketball|badminton|pip|benefits?|expenses|universal credit|tax|clinical trials?|hearing (?:aid|loss|test)|street|road|(?:about|making|writing|make|write|your|free) (?:a )?wills?|power of attorney)\b/;

/** Told to everybody: how it works, who teaches it, what was long ago, a joke; and that we say nothing. */
const general =
  /\b(?:leaflet|guide|guides|explain(?:s|ed)?|what (?:is an?|happens)|how (?:to|it works|we)|here(?:'s| is) how|your rights?|difference(?: between)?|histor(?:y|ic|ical)|century|in 1\d{3}|museum|training|workshop|seminar|webinar|podcast|lecture|talk (?:by|in|on|at|for)|open day|work experience|volunteers?|career|apply|recruiting|law degree|principles|framework|guidance|annual report|report for (?:last|the) year|board papers|national|retired|behind the scenes|series|(?:did|do) you know|in the coffee|bake ?off|cakes?|biscuits?|doughnuts?|puddings?|quiz|smile|delicious|tv|drama|fiction(?:al)?|documentary|within \d+ working days|(?:will not|won't|cannot|can't|do not|don't|not able to|unable to|never) (?:be )?(?:comment|discuss|speculat|talk)\w*|contact our|write to us|email or call|one of us|coffee|in this film|\\d+th[- ]century|shipping law|judge(?:s)? (?:of|dame|for)|opened our)\b/;
/** One case, one person, or a word on who is right. */
const particular =
  /\b(?:the (?:family|parents|widow|claimants?|defendants?|patient|nurse|doctor|surgeon|midwife|driver)|(?:his|her) (?:death|care|claim|case|lawyers?|solicitors?|barrister|family|mum|leg)|our (?:midwi(?:fe|ves)|nurses|doctors|surgeons?|colleagues?|former|ex|lawyers?|solicitors?|barrister|defence|insurers|side|account|position|version)|(?:sued?|suing|against|cleared?) (?:us|our|the trust|the hospital|the surgery|me)|taking us|your (?:complaint|claim|grievance|allegation|case) (?:was|has|is|went)|we (?:deny|dispute|accept|admit|reject|believe|settled|won|lost|did nothing)|(?:not |be |been |was )upheld|nothing wrong|compensation to|payout|settl(?:ed|ing)|resumes)\b/;

/** Nothing about claims, cases and complaints, whether they are ours or another’s. */
export const legal = check(
  'checks.legal',
  'CNT-05',
  function* look({ body }): Generator<Found> {
    const { text } = body.folded;
    const jobs = openJob.test(text) || (general.test(text) && !particular.test(text));
    for (const { match, span } of matching(body, matters)) {
      const ahead = text.slice(Math.max(0, match.index - 60), match.index);
      const around = text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40);
      if (
        signpost.test(ahead) ||
        (match[0].startsWith('legal') && offered.test(ahead)) ||
        harmless.test(around) ||
        jobs
      )
        continue;
      yield inBody(
        span,
        'Say nothing about legal matters or complaints, not even a little. Governance decides what may be said.',
      );
      return;
    }
  },
  3,
);

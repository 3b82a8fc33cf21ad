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

/** Nothing about claims, cases and complaints, whether they are ours or another’s. */
export const legal = check(
  'checks.legal',
  'CNT-05',
  function* look({ body }): Generator<Found> {
    const { text } = body.folded;
    const jobs = openJob.test(text);
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
  2,
);

import { check, inBody, pointing, type Found } from '../check.ts';

const colours = 'red|green|blue|yellow|orange|purple|pink|grey|gray|black|white';
const things =
  'box|boxes|button|buttons|area|areas|section|sections|line|lines|column|columns|text|arrow|arrows|circle|dot|dots|zone|zones|panel|banner|tab|bar|bars|marker|markers|highlight';
const pattern = new RegExp(
  `\\b(?:(?:see|click|press|tap|shown|marked|in|use|select|follow|find|check|highlighted)\\b[^.!?\\n]{0,24}\\b(?:the )?(?:${colours}) (?:${things})\\b|(?:shown|marked|highlighted|written|printed|listed|areas?|dates?|towns?|words?|text|items?|those|ones|numbers?|times|sites?|days) (?:shown |marked |written |highlighted )?in (?:${colours})\\b|(?:(?:click|see|press|tap|use|find|shown|details|information|link|picture|image|map|form|chart)\\b[^.!?\\n]{0,24}\\bon the (?:left|right)(?:[- ]hand side)?|(?:box|link|button|picture|image) (?:above|below|to the (?:left|right)))\\b)`,
  'g',
);

/** Neither colour nor place is there for whoever listens. */
export const colourAlone = pointing(
  'checks.colour-alone',
  'ACC-30',
  pattern,
  'Name the thing as well: not everybody sees its colour or where it stands.',
);

const change =
  /(?<!\b(?:matter|case|chapter|survey|consultation|poll|vote|voting|applications?|entries|nominations?|bookings?|draw|competition|window) )\b(?:(?:will not|won't|is not|isn't|are not|aren't) (?:be )?(?:run|running|open|operate|available|take place|taking place|seeing)|(?:is|are|will be|has been|have been|has|have|be) (?:now )?(?:closed|shut|closing|cancelled|suspended|postponed|moved(?! in\b)|moving|relocated|unavailable|out of service)|(?:will (?:close|shut|move)(?! up)|clos(?:ure|ing) of (?:the|our)|(?:do not|don't) drink|no (?:visitors|visiting)|closes|moves|relocates|new opening hours|change(?:s|d)? to (?:our |the )?(?:opening|service|appointment|clinic|visiting)|power cut|no water|phone lines? (?:is|are) down|recall(?:ed)?\b))/g;

/** Who is not on the network, or needs more, is told where to go. */
export const offNetwork = check(
  'checks.off-network',
  'ACC-33',
  function* look({ body, replyTo }): Generator<Found> {
    if (replyTo !== undefined) return;
    const match = body.folded.text.matchAll(change).next().value;
    if (
      !match ||
      body.links.length > 0 ||
      /\b\d{3,}\b|\bcall\b|\bphone\b|\bring\b/.test(body.folded.text.replace(match[0], ''))
    )
      return;
    yield inBody(
      body.folded.span(match.index, match.index + match[0].length),
      'Say where else people find this: a page of ours, or a phone number.',
    );
  },
);

import { check, inBody, matching, type Found } from '../check.ts';
import lists from '../words/brands.json' with { type: 'json' };

const code =
  /\b(?:discount code|promo(?:tional)? code|voucher code|use (?:the )?code|affiliate|% off|off your (?:first|next) order|special offer|buy (?:one|now)|shop now|order now from|exclusive offer|\d+% discount|money off)\b/g;
const brand = `(?:${lists.brands.join('|')})`;
const praise = new RegExp(
  `\\b(?:download|get|use|install) (?:the )?${brand}(?: app)?\\b|\\b${brand}[^.!?\\n]{0,16}(?:it's|it is) (?:brilliant|great|amazing|the best|fantastic)\\b|\\b(?:(?:we|i) (?:love|recommend|use|trust|endorse|swear by)|(?:proud|official|exclusive) (?:partners?|sponsors?) (?:of|with)|in partnership with|sponsored by|supported by|powered by|(?:the )?best|try|get yours? (?:from|at)|buy|available (?:now )?(?:at|from)|thanks to our (?:friends|partners) at|recommended)\\b[^.!?\\n]{0,30}\\b${brand}\\b|\\b${brand}(?:'s)? (?:is|are) (?:the best|great|brilliant|amazing|recommended|our favourite)\\b`,
  'g',
);

/** A firm by its name beside words of a bargain; public bodies and charities are partners every day. */
const partner =
  /\b(?:(?:in partnership|teamed up|partnered) with|(?:sponsored|gifted|paid for) by|recommends)\b (?:the |our )?(?:\p{Ll}+ (?:at|from) )?\p{Lu}[^.!?,\n]{0,50}/giu;
const firm = / \p{Lu}/u;
const publicBody =
  /\b(?:councils?|nhs|trust|hospitals?|police|university|college|schools?|charit(?:y|ies)|foundation|healthwatch|government|club|church|society|association|hospice|mind|age uk|red cross|macmillan|samaritans|librar(?:y|ies)|museum|volunteers?|friends of|fire|ambulance|county|borough|office|service|parkinson's|alzheimer's|diabetes uk)\b/i;

/** Nothing that looks as if we recommended a product. */
export const endorsement = check('checks.endorsement', 'BRD-08', function* look({ body }): Generator<Found> {
  for (const pattern of [praise, code])
    for (const { span } of matching(body, pattern)) {
      yield inBody(
        span,
        'This may look as if we recommended a product. Name none, or give the reference of the declared interest.',
      );
      return;
    }
  for (const match of body.text.matchAll(partner)) {
    if (publicBody.test(match[0]) || !firm.test(match[0])) continue;
    yield inBody(
      { start: match.index, end: match.index + match[0].length },
      'Is this a firm? Name none as if we recommended it, or give the reference of the declared interest.',
    );
    return;
  }
});

const paidFor =
  /\b(?:(?:was|were|been|kindly|generously|have|has|are) gifted|gifted (?:\w+ )?(?:from|by)|gifted (?:by|to us|us|our|from|hampers?|products?|items?|samples?|stay|meal)|the gifted|thanks for the gift(?:ed|s)? |sponsored (?:by|posts?|content|videos?|stor(?:y|ies)|message|feature)|our sponsors?|paid (?:partnership|promotion|content|post|feature)|(?:who|which|that|they) (?:\w+ )?paid us|paid us|paid (?:us )?for (?:this|the|our) (?:post|article|video|content|message|film|story|page)|(?:being|were|was|are|been) paid to|(?:article|post|video|content|page|campaign|message) (?:was |is )?(?:\w+ ){0,2}(?:funded|funding|sponsored|paid)|in (?:return|exchange) for (?:a|an|the|this|our|free|posting|sharing|talking|telling|promoting|which)|free samples? (?:from|by|courtesy)|(?:from|by) [^.!?\n]{2,25} for free\b|freebies?|complimentary (?:products?|samples?|stay|tickets?|meals?)|(?:we|i|our (?:team|ward|staff)) (?:were|was|got|received|have been|have received|been)?(?: ?\w+)? ?(?:(?:given|sent) (?:this|these)|(?:given|sent|received|got) (?:a free|free|some free|the \w+ free))|gifting (?:us|our|me)|sent (?:me|us) (?:a|an|some|the) [^.!?\n]{1,30} for free|affiliate|brand (?:ambassador|partner)|commission on|thank(?:s| you) to [^.!?\n]{0,40}\bfor (?:the free|our free|sending us|gifting|the gift|supplying|donating (?:the|our) prizes?))\b/g;
/** A price of our own with a firm: somebody gains by what is bought with it. */
const ownPrice =
  /\b(?:our|my|with|the|use|using|enter) (?:own |special |exclusive )?(?:(?:discount|promo(?:tional)?|voucher) )?code\b(?! (?:of|word|is on))|\b(?:use|with|enter|quote) [a-z]{2,}\d+ (?:for|at|to get)\b/g;
const sale =
  /\b\d+ ?% (?:off|discount)|\bdiscount code\b|\bmoney off\b|\bspecial offer\b|\b(?:order|buy|shop for|get) (?:yours|now|online|one)\b/;
/** Says that it is paid for. */
export const label =
  /^\W*(?:ad|advert|advertisement|paid partnership|sponsored(?: post)?|advertising|paid promotion|promotion)\s*[:|\])–—-]|(?:^|[\s[(])#(?:ad|advert|sponsored|paidpartnership)\b|[[(](?:ad|advert|advertisement|sponsored)[\])]|\badvert(?:isement)?\b/i;

const message =
  'Label what was paid for or given: begin with “Advert”, and give the reference of the declared gift.';

/** What was paid for, or given, says so. */
export const paid = check('checks.paid', 'CNT-16', function* look({ body, context }): Generator<Found> {
  if (label.test(body.text)) return;
  if (context?.paidPartnership) {
    yield inBody({ start: 0, end: body.text.length }, message);
    return;
  }
  const patterns = sale.test(body.folded.text) ? [paidFor, ownPrice] : [paidFor];
  for (const { span } of patterns.flatMap((pattern) => [...matching(body, pattern)])) {
    yield inBody(span, message);
    return;
  }
});

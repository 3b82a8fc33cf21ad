import { check, inBody, matching, type Found } from '../check.ts';
import lists from '../words/brands.json' with { type: 'json' };

const code =
  /\b(?:discount code|promo(?:tional)? code|voucher code|use (?:the )?code|affiliate|% off|off your (?:first|next) order|special offer|buy (?:one|now)|shop now|order now from|exclusive offer|\d+% discount|money off)\b/g;
const brand = `(?:${lists.brands.join('|')})`;
const praise = new RegExp(
  `\\b(?:(?:we|i) (?:love|recommend|use|trust|endorse|swear by)|(?:proud|official|exclusive) (?:partners?|sponsors?) (?:of|with)|in partnership with|sponsored by|supported by|powered by|(?:the )?best|try|get yours? (?:from|at)|buy|available (?:now )?(?:at|from)|thanks to our (?:friends|partners) at|recommended)\\b[^.!?\\n]{0,30}\\b${brand}\\b|\\b${brand}(?:'s)? (?:is|are) (?:the best|great|brilliant|amazing|recommended|our favourite)\\b`,
  'g',
);

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
});

const paidFor =
  /\b(?:gifted|sponsored|paid partnership|in return for|free sample|freebie|complimentary|(?:were|was) (?:given|sent) (?:this|these|a free|free)|thank(?:s| you) to [^.!?\n]{0,40}\bfor (?:the free|our free|sending us|gifting|donating (?:the|our) prizes?))\b/g;
const label = /(?:^|[\s[(])#?(?:ad|advert|advertisement|paid partnership|sponsored post|advertising)\b/i;

/** What was paid for, or given, says so. */
export const paid = check('checks.paid', 'CNT-16', function* look({ body }): Generator<Found> {
  if (label.test(body.text)) return;
  for (const { span } of matching(body, paidFor)) {
    yield inBody(
      span,
      'Label what was paid for or given: begin with “Advert”, and give the reference of the declared gift.',
    );
    return;
  }
});

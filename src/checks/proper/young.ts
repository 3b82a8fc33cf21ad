import { check, inBody, matching, type Found } from '../check.ts';

const online =
  /(?<!\d)111(?:\.nhs\.uk| ?online|'s (?:website|online service)| (?:website|site))\b|\bonline (?:(?:at|on|with|via) )?(?:the )?(?:nhs )?111\b/g;
const young =
  /\b(?:child(?:ren)?(?:'s)?|kids?|kiddies|bab(?:y|ies)(?:'s)?|toddlers?|newborns?|infants?|tots?|little ones?|wee ones?|under[- ](?:5|five)s?|under the age of (?:5|five)|younger than (?:5|five)|(?:[1-4]|one|two|three|four)[- ]?(?:years?|yrs?)[- ]?olds?|(?:aged?|is) (?:[1-4]|one|two|three|four)\b(?!\d)|\d{1,2}[- ]months?(?:[- ]old)?|weeks?[- ]old|pre-?schoolers?|nursery)\b/;
const family = /\b(?:son|daughter|grandson|granddaughter)\b/;
/** Sent to the phone, or told that the site is for the older ones. */
const older =
  /\b(?:not (?:for|to be used for|suitable for|be used (?:for|by)|available for|designed for|meant for)|(?:isn't|cannot|can't|don't|do not|never|should not|shouldn't) (?:be used |use )?(?:for|by|it|nhs 111 online|111 online)|only for|for (?:people|anyone|everyone) (?:aged )?(?:5|five) |aged? (?:5|five) (?:and|or|years) |(?:5|five)(?: years?)? (?:and|or) (?:over|older|above)|over (?:5|five)s?|(?:call|phone|ring|calling|dial|telephone)(?: nhs)? 111|(?:1\d|[5-9])[- ](?:years?|yrs?)[- ]?old|(?:is|aged?) (?:[5-9]|1\d)|teen\w*|school[- ]age|over[- ](?:5|five))\b/;

/** The site asks for people of five and over; for the youngest 111 is called. */
export const underFives = check(
  'checks.under-fives',
  'STY-13',
  function* look({ fields }): Generator<Found> {
    // The picture's words go on where the post's end.
    const text = fields.map(({ reading }) => reading.folded.text).join('\n');
    if (!(young.test(text) || family.test(text)) || older.test(text)) return;
    for (const { name, reading } of fields)
      for (const { span } of matching(reading, online))
        yield {
          ...inBody(
            span,
            '111 online is not for children under 5. Write: “call 111” for under 5s.',
            'call 111',
          ),
          field: name,
        };
  },
  2,
);

import { check, inBody, matching, type Found } from '../check.ts';

const redness = /\b(?:red(?:ness|der)?|pink(?:ish)?|reddish|turn(?:s|ed)? red|rosy)\b/g;
const skinMatter =
  /\b(?:rash(?:es)?|skin|spots?|lump|bruis\w+|swelling|swollen|infection|eczema|itchy?|bites?|inflam\w+|sore|sunburn|blister\w*|cellulitis|measles|scarlet fever|wound|cheeks|face)\b/;
const everySkin =
  /\b(?:(?:brown|black|dark(?:er)?|all|every|different) (?:and black |or black |and brown |or brown )?skin|skin (?:tone|colou?r)s?|harder to see)\b/;

/** Redness does not show on every skin. */
export const skin = check('checks.skin', 'STY-19', function* look({ body }): Generator<Found> {
  const { text } = body.folded;
  if (!skinMatter.test(text) || everySkin.test(text)) return;
  for (const { span } of matching(body, redness)) {
    yield inBody(
      span,
      'Say how it looks on brown and black skin too, or how it feels: redness does not show on every skin.',
    );
    return;
  }
});

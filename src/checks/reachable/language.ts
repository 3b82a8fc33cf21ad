import { isRomanised, languagesOf, rightToLeft } from '#text/index.ts';
import { check, inBody, type Asked, type Found } from '../check.ts';

/** A screen reader speaks in the language that it is told; whoever cannot read Latin letters needs their own. */
export const language = check('checks.language', 'ACC-35', function* look({ text, context }): Generator<
  Found | Asked
> {
  const said = context?.language?.toLowerCase().slice(0, 2);
  const whole = { start: 0, end: text.length };
  if (said !== undefined && isRomanised(said, text)) {
    yield inBody(
      whole,
      'Write this in the letters of its own language: many cannot read it in Latin letters.',
    );
    return;
  }
  const may = languagesOf(text);
  if (may.length > 0 && !may.includes(said ?? 'en'))
    yield inBody(
      whole,
      said === undefined
        ? 'This does not look like English. Say which language it is, so that screen readers speak it rightly.'
        : 'This does not look like the language that was chosen. Choose the other, or check the text.',
    );
  else if (said !== undefined && rightToLeft.has(said))
    yield {
      field: 'text',
      ask: 'Does this run from right to left where it is shown, on the right-hand side?',
    };
});

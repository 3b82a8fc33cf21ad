import { styledOf } from '#text/index.ts';
import { check, type Found } from '../check.ts';

/** Letters that a screen reader spells as signs, or leaves out. */
export const styledLetters = check(
  'checks.styled-letters',
  'ACC-20',
  function* look({ fields }): Generator<Found> {
    for (const { name, reading } of fields)
      for (const { start, end, plain } of styledOf(reading.text))
        yield {
          field: name,
          start,
          end,
          message: `These only look like letters: a screen reader cannot speak them. Write “${plain}”.`,
          fix: { start, end, replacement: plain },
        };
  },
);

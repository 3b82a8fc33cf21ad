import { lengthOf, limitsOf } from '#text/index.ts';
import { check, inBody, type Found } from '../check.ts';

/** A post that its network would refuse or cut. */
export const length = check('checks.length', 'LEN-01', function* look({ text, network }): Generator<Found> {
  const limits = limitsOf(network ?? '');
  if (!limits) return;
  const long = lengthOf(text, limits.counter);
  const whole = { start: 0, end: text.length };
  if (long > limits.most)
    yield inBody(
      whole,
      `This is ${long} characters long as the network counts; it takes ${limits.most}. Shorten it by ${long - limits.most}.`,
    );
  else if (limits.bytes !== undefined && new TextEncoder().encode(text).length > limits.bytes)
    yield inBody(whole, 'This has too many emoji or accented letters for the network. Use fewer.');
});

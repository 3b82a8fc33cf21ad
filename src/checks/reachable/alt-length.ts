import { lengthOf, limitsOf } from '#text/index.ts';
import { check, type Found } from '../check.ts';
import { altOf } from '../draft.ts';

/** A description that takes long to listen to; the network's own limit is another rule's. */
export const altLength = check(
  'checks.alt-length',
  'ACC-02',
  function* look({ media, network }, { characters }) {
    for (const [at, { alt = '' }] of media.entries()) {
      const length = lengthOf(alt, 'characters');
      if (length <= characters || length > (limitsOf(network ?? '')?.alt ?? Infinity)) continue;
      yield {
        field: altOf(at),
        start: 0,
        end: alt.length,
        message: `This description is ${length} characters long. Try a sentence or two, up to ${characters}.`,
      };
    }
  },
);

/** A description that the network would cut off or refuse. */
export const altTooLong = check(
  'checks.length',
  'ACC-02',
  function* look({ media, network }): Generator<Found> {
    const most = limitsOf(network ?? '')?.alt ?? null;
    if (most === null) return;
    for (const [at, { alt = '' }] of media.entries()) {
      const length = lengthOf(alt, 'characters');
      if (length > most)
        yield {
          field: altOf(at),
          start: 0,
          end: alt.length,
          message: `This description is ${length} characters long; the network takes ${most}. Shorten it by ${length - most}.`,
        };
    }
  },
);

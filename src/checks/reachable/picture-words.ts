import { wordsOf } from '#text/index.ts';
import { check, type Asked, type Found } from '../check.ts';
import { altOf, mediumInWords } from '../draft.ts';

/** Small words may be missing from what is said elsewhere. */
const missingMost = 0.2;
const told = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text.toLowerCase()).map((one) => one.text));

/** Whether a picture holds words a machine does not see: its author types them, or says that they are told elsewhere. */
export const pictureWords = check(
  'checks.picture-words',
  'ACC-05',
  function* look({ media, text }): Generator<Found | Asked> {
    for (const [at, medium] of media.entries()) {
      if (medium.kind === 'audio' || medium.decorative) continue;
      const which = mediumInWords(medium, at);
      if (medium.words === undefined) {
        yield {
          field: altOf(at),
          ask: `Are all the words that stand in ${which} also in its description or in the post?`,
        };
        continue;
      }
      const inside = [...told(medium.words)];
      const outside = told(`${medium.alt ?? ''} ${text}`);
      const missing = inside.filter((one) => !outside.has(one));
      if (missing.length > inside.length * missingMost)
        yield {
          field: altOf(at),
          start: 0,
          end: (medium.alt ?? '').length,
          message: `Words in ${which} stand neither in its description nor in the post: ${missing.slice(0, 8).join(', ')}. Say them there too.`,
        };
    }
  },
);

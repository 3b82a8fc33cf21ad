import { check } from '../check.ts';
import { altOf, mediumInWords } from '../draft.ts';

/** Whether a picture holds words a machine does not see. */
export const pictureWords = check('checks.picture-words', 'ACC-05', function* look({ media }) {
  for (const [at, medium] of media.entries()) {
    if (medium.kind === 'audio' || medium.decorative) continue;
    yield {
      field: altOf(at),
      ask: `Are all the words that stand in ${mediumInWords(medium, at)} also in its description or in the post?`,
    };
  }
});

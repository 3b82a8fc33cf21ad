import { check, type Asked, type Found } from '../check.ts';
import { mediumInWords } from '../draft.ts';

/** Before an election nobody who stands is seen with staff or patients. Who is in a picture a person sees. */
export const electionPictures = check(
  'checks.party-politics',
  'PEP-08',
  function* look({ media, preElection }): Generator<Found | Asked> {
    if (!preElection) return;
    for (const [at, medium] of media.entries()) {
      if (medium.kind === 'audio' || medium.decorative) continue;
      const field = `media[${at}].politicians`;
      const which = mediumInWords(medium, at);
      if (medium.politicians)
        yield {
          field,
          start: 0,
          end: 0,
          message: `Somebody who stands for election, or is in office, is in ${which}. Use another until the election is over.`,
        };
      else if (medium.politicians === undefined)
        yield { field, ask: `Is any candidate or politician to be seen in ${which}, in the background too?` };
    }
  },
);

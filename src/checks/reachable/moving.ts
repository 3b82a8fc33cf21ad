import { check, type Found } from '../check.ts';
import { mediumInWords } from '../draft.ts';

/** Flashing is seen by a person: a machine that guessed would be worse than a question. */
export const flashing = check('checks.flashing', 'ACC-12', function* look({ media }) {
  for (const [at, medium] of media.entries()) {
    if (medium.kind !== 'gif' && medium.kind !== 'video') continue;
    yield {
      field: `media[${at}]`,
      ask: `Does anything in ${mediumInWords(medium, at)} flash more than three times in a second?`,
    };
  }
});

/** A moving picture that runs on cannot be stopped on every network. */
export const moving = check(
  'checks.moving',
  'ACC-13',
  function* look({ media }, { seconds }): Generator<Found> {
    for (const [at, medium] of media.entries()) {
      if (medium.kind !== 'gif' || (medium.durationSeconds ?? 0) <= seconds) continue;
      const message = `${mediumInWords(medium, at)} moves for more than ${seconds} seconds and cannot be stopped. Shorten it, or use a film that people can pause.`;
      yield {
        field: `media[${at}]`,
        start: 0,
        end: 0,
        message: message.charAt(0).toUpperCase() + message.slice(1),
      };
    }
  },
);

import { check, type Asked, type Found } from '../check.ts';
import { mediumInWords } from '../draft.ts';

/** What moves or sounds behind words is heard and seen by a person. */
export const background = check('checks.background', 'ACC-14', function* look({ media }): Generator<Asked> {
  for (const [at, medium] of media.entries())
    if (medium.kind === 'video')
      yield {
        field: `media[${at}]`,
        ask: `Does nothing move behind the words in ${mediumInWords(medium, at)}, and is music far quieter than speech?`,
      };
});

/** Live, everybody can follow, or soon after. */
export const live = check('checks.live', 'ACC-36', function* look({ media }): Generator<Found> {
  for (const [at, medium] of media.entries()) {
    if (medium.kind !== 'live' || medium.captions !== undefined || (medium.livePlan ?? '').trim() !== '')
      continue;
    yield {
      field: `media[${at}].livePlan`,
      start: 0,
      end: 0,
      message:
        'Say how people who cannot hear or see the live film can follow: live captions, or a captioned copy and by when.',
    };
  }
});

/** For some, English is a second language after signing. */
export const signLanguage = check(
  'checks.sign-language',
  'ACC-37',
  function* look({ media, context }): Generator<Found> {
    if (!context?.essentialHealth) return;
    for (const [at, medium] of media.entries())
      if ((medium.kind === 'video' || medium.kind === 'live') && !medium.signed)
        yield {
          field: `media[${at}].signed`,
          start: 0,
          end: 0,
          message:
            'This is key health information. Add a version in British Sign Language, or say where there is one.',
        };
  },
);

import { check, type Asked, type Found } from '../check.ts';
import { mediumInWords, type Captions, type Medium } from '../draft.ts';

const at0 = (at: number) => ({ field: `media[${at}].captions`, start: 0, end: 0 });

/** A film has captions with something in them, for most of its length. */
export const captions = check('checks.captions', 'ACC-08', function* look({ media }, { percent }) {
  for (const [at, medium] of media.entries()) {
    if (medium.kind !== 'video') continue;
    const message = missing(medium, at, percent);
    if (message !== undefined) yield { ...at0(at), message };
  }
});

function missing(medium: Medium, at: number, percent: number): string | undefined {
  const which = mediumInWords(medium, at);
  const given = medium.captions;
  if (!given) return `Add captions to ${which}, so that people who cannot hear it can read it.`;
  if (given.source === 'burned-in') return undefined;
  if (given.cues === 0) return `The captions of ${which} are empty. Add the words that are spoken.`;
  const share = shareOf(given, medium.durationSeconds);
  return share !== undefined && share < percent
    ? `The captions of ${which} cover ${Math.floor(share)}% of it; ${percent}% is the least. Add what is missing, or say that nothing is spoken there.`
    : undefined;
}

function shareOf({ coversSeconds }: Captions, duration: number | undefined): number | undefined {
  return coversSeconds === undefined || duration === undefined || duration <= 0
    ? undefined
    : (coversSeconds / duration) * 100;
}

/** What a machine wrote is read by a person. */
export const captionsChecked = check(
  'checks.captions-checked',
  'ACC-09',
  function* look({ media }): Generator<Found | Asked> {
    for (const [at, medium] of media.entries()) {
      const given = medium.captions;
      if (!given || given.source === 'human' || (given.checkedBy ?? '').trim() !== '') continue;
      const which = mediumInWords(medium, at);
      if (given.source === 'burned-in') {
        yield { field: `media[${at}].captions`, ask: `Who has read the captions that are part of ${which}?` };
        continue;
      }
      yield {
        ...at0(at),
        message: `A machine wrote the captions of ${which}. Read them, mend them, and say who did.`,
      };
    }
  },
);

/** What can only be heard is also written down. */
export const transcript = check('checks.transcript', 'ACC-11', function* look({ media }): Generator<Found> {
  for (const [at, medium] of media.entries()) {
    if (medium.kind !== 'audio' && medium.kind !== 'video') continue;
    const { transcript: said = false } = medium;
    if (typeof said === 'string' ? said.trim() !== '' : said) continue;
    const place = { field: `media[${at}].transcript`, start: 0, end: 0 };
    const which = mediumInWords(medium, at);
    if (medium.kind === 'audio')
      yield { ...place, message: `Add a transcript of ${which}, or a link to one.` };
    else
      yield {
        ...place,
        lesser: true,
        message: `A transcript of ${which} would help people who cannot play it.`,
      };
  }
});

/** What can only be seen is also said. */
export const described = check('checks.described', 'ACC-10', function* look({ media }) {
  for (const [at, medium] of media.entries()) {
    if (medium.kind !== 'video') continue;
    const field = `media[${at}].described`;
    const which = mediumInWords(medium, at);
    if (medium.described === undefined)
      yield {
        field,
        ask: `Would somebody who cannot see ${which} miss something that matters? If so, is it described?`,
      };
    else if (!medium.described)
      yield {
        field,
        start: 0,
        end: 0,
        message: `Say in words what matters in ${which}, or add a described version.`,
      };
  }
});

import { check, type Asked, type Found } from '../check.ts';
import { mediumInWords, type Medium } from '../draft.ts';

const pictured = (medium: Medium): boolean => medium.kind !== 'audio' && !medium.decorative;
const anybody = ({ people }: Medium): boolean =>
  people === true || (typeof people === 'number' && people > 0);

/** Everybody who can be recognised has agreed, and still does when it goes out. */
export const consent = check(
  'checks.consent',
  'CNT-02',
  function* look({ media }, _, { consentsValid }): Generator<Found | Asked> {
    for (const [at, medium] of media.entries()) {
      if (!pictured(medium)) continue;
      const which = mediumInWords(medium, at);
      const place = { field: `media[${at}].consentIds`, start: 0, end: 0 };
      if (medium.people === undefined)
        yield {
          field: `media[${at}].people`,
          ask: `Can anybody be recognised in ${which}, in the background too?`,
        };
      else if (anybody(medium)) {
        const message = missing(medium, which, consentsValid);
        if (message !== undefined) yield { ...place, message };
      }
    }
  },
);

function missing(medium: Medium, which: string, valid: readonly string[] | undefined): string | undefined {
  const ids = medium.consentIds ?? [];
  if (ids.length === 0) return `Nobody’s consent is kept for ${which}. Ask the people in it, or use another.`;
  if (medium.consentExpired) return `A consent for ${which} has ended. Ask again, or use another.`;
  if (valid && ids.some((id) => !valid.includes(id)))
    return `A consent for ${which} does not hold. Look it up, ask again, or use another.`;
  if (typeof medium.people === 'number' && ids.length < medium.people)
    return `${which.charAt(0).toUpperCase()}${which.slice(1)} shows ${medium.people} people and ${ids.length} consent${ids.length === 1 ? ' is' : 's are'} kept. Ask the others, or use another.`;
  return undefined;
}

/** Whose it is, and that we may use it. */
export const licence = check('checks.licence', 'BRD-09', function* look({ media }): Generator<Found> {
  for (const [at, medium] of media.entries()) {
    if ((medium.licence ?? '').trim() !== '') continue;
    yield {
      field: `media[${at}].licence`,
      start: 0,
      end: 0,
      message: `Say by which licence we may use ${mediumInWords(medium, at)}: our own, bought, or free with credit.`,
    };
  }
});

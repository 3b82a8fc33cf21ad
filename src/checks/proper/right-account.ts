import { check, inBody, type Found } from '../check.ts';
import towns from '../words/places.json' with { type: 'json' };

const places = new RegExp(
  `(?<![\\p{L}\\p{N}#@-])(?:${[...towns.towns, ...towns.counties].toSorted((one, two) => two.length - one.length).join('|')})(?![\\p{L}\\p{N}-]|['’]s)`,
  'gu',
);
const ofOurs =
  /\b(?:from|beyond|outside|between|to|than|like|visit(?:ing)?|colleagues|friends|thank|welcome)\b[^.!?\n]{0,20}$/i;

/** A handle of another account of ours, or a town that this one is not for: was it meant for the other? */
export const rightAccount = check(
  'checks.right-account',
  'CNT-15',
  function* look({ text, body }, _, { otherAccounts = [], servedPlaces = [] }): Generator<Found> {
    for (const account of otherAccounts) {
      const handle = account.replace(/^@/, '').toLowerCase();
      const start = handle.length < 3 ? -1 : body.folded.text.indexOf(`@${handle}`);
      if (start < 0 || /[\p{L}\p{N}_]/u.test(body.folded.text.charAt(start + handle.length + 1))) continue;
      yield inBody(
        body.folded.span(start, start + handle.length + 1),
        'This names another account of ours. Is this the account that you mean to post from?',
      );
      return;
    }
    if (servedPlaces.length === 0) return;
    const served = servedPlaces.map((one) => one.toLowerCase());
    for (const match of text.matchAll(places)) {
      const name = match[0].toLowerCase();
      if (served.some((one) => one.includes(name) || name.includes(one))) continue;
      if (ofOurs.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
      yield inBody(
        { start: match.index, end: match.index + match[0].length },
        `${match[0]} is not a place that this account is for. Is this the right account?`,
      );
      return;
    }
  },
);

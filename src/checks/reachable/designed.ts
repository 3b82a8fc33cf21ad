import { check, type Asked, type Found } from '../check.ts';
import { mediumInWords } from '../draft.ts';

const place = (at: number, field: string) => ({ field: `media[${at}].${field}`, start: 0, end: 0 });
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Words that are part of a picture cannot be made larger, translated or read out. How much of it they fill is the author’s to say. */
export const pictureText = check(
  'checks.picture-text',
  'ACC-06',
  function* look({ media }, { percent }): Generator<Found | Asked> {
    for (const [at, medium] of media.entries()) {
      if (medium.kind !== 'image' && medium.kind !== 'gif') continue;
      if (medium.decorative || medium.subtype === 'logo') continue;
      const which = mediumInWords(medium, at);
      if (medium.textShare === undefined) {
        if (medium.subtype === 'poster' || medium.subtype === 'infographic' || medium.designed)
          yield {
            field: `media[${at}].textShare`,
            ask: `How much of ${which} is words? More than ${percent}% is too much: put them in the post.`,
          };
      } else if (medium.textShare * 100 > percent)
        yield {
          ...place(at, 'textShare'),
          message: `Words fill more than ${percent}% of ${which}. Put them in the post, and leave the picture a picture.`,
        };
    }
  },
);

const complex = new Set(['chart', 'map', 'infographic']);

/** What takes more than a sentence to tell is told somewhere. */
export const charts = check('checks.charts', 'ACC-07', function* look({ media, body }): Generator<Found> {
  for (const [at, medium] of media.entries()) {
    if (!complex.has(medium.subtype ?? '') || (medium.longDescription ?? '').trim() !== '') continue;
    if (body.links.length > 0) continue;
    yield {
      ...place(at, 'longDescription'),
      message: sentence(
        `${mediumInWords(medium, at)} shows more than a description can say. Write down what it shows, or link to a page that does.`,
      ),
    };
  }
});

/** Brightness as the accessibility guidelines reckon it. @returns undefined where it is no colour. */
function brightnessOf(colour: string): number | undefined {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(colour.trim()) ?? [];
  const written = long ?? short?.replaceAll(/./g, '$&$&');
  if (written === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((from) => {
    const share = Number.parseInt(written.slice(from, from + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @returns from 1 to 21, or undefined where one of them is no colour. */
export function contrastOf(one: string, two: string): number | undefined {
  const [first, second] = [brightnessOf(one), brightnessOf(two)];
  if (first === undefined || second === undefined) return undefined;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Under the limit for large words nobody may go; between the two it is pointed out. */
export const contrast = check(
  'checks.contrast',
  'ACC-31',
  function* look({ media }, { ratio, large }): Generator<Found> {
    for (const [at, medium] of media.entries()) {
      if (!medium.colours) continue;
      const { text, background } = medium.colours;
      const found = contrastOf(text, background);
      if (found === undefined) {
        yield { ...place(at, 'colours'), lesser: true, message: 'Give both colours as # and six figures.' };
        continue;
      }
      const least = medium.colours.large ? large : ratio;
      if (found >= least) continue;
      yield {
        ...place(at, 'colours'),
        message: `The words in ${mediumInWords(medium, at)} stand out by ${found.toFixed(1)} to 1; ${least} to 1 is the least. Make one of the colours darker.`,
        ...(found >= large ? { lesser: true } : {}),
      };
    }
  },
);

/** Letters, colours and logos of what is designed here are seen by a person. */
export const designLetters = check('checks.design', 'BRD-04', function* look({ media }): Generator<Asked> {
  for (const [at, medium] of media.entries())
    if (medium.designed)
      yield {
        field: `media[${at}]`,
        ask: `Is ${mediumInWords(medium, at)} set in Frutiger or Arial, in colours of the NHS palette only?`,
      };
});

export const designPeople = check('checks.design', 'BRD-06', function* look({ media }): Generator<Asked> {
  for (const [at, medium] of media.entries())
    if (medium.designed)
      yield {
        field: `media[${at}]`,
        ask: `Is the logo in ${mediumInWords(medium, at)} unchanged, and do the people in it look like the people we serve?`,
      };
});

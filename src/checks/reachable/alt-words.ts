import { emojiOf, hashtagsOf, limitsOf, linksOf, wordsOf } from '#text/index.ts';
import { check, type Found } from '../check.ts';
import { altOf, mediumInWords } from '../draft.ts';

const opening =
  /^\s*(?:(?:this|here) is |it['’]?s )?(?:an? |the )?(?:image|photo(?:graph)?|picture|pic|graphic|screenshot|screen ?shot|illustration|gif)\s*(?:of|showing|shows|that shows|:|-|–)\s*(?:an? |the )?/i;

/** People are told by their reader that it is a picture. */
export const altOpening = check('checks.alt-opening', 'ACC-03', function* look({ media }) {
  for (const [at, { alt = '' }] of media.entries()) {
    const match = opening.exec(alt);
    if (!match) continue;
    const end = match[0].length;
    const next = alt.charAt(end);
    yield {
      field: altOf(at),
      start: 0,
      end,
      message: 'Start with what it shows: a screen reader already says that it is a picture.',
      ...(next === '' ? {} : { fix: { start: 0, end: end + 1, replacement: next.toUpperCase() } }),
    };
  }
});

const file =
  /^\s*(?:\S+\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|mp4|mov|svg)|(?:img|dsc|image|photo|screenshot|pxl|whatsapp image)[-_ ]?\d[\w .-]*)\s*$/i;
const automatic =
  /\bmay be (?:an? )?(?:image|picture|graphic|illustration|close[- ]up|cartoon|doodle|meme)\b|\bno (?:photo )?description available\b/i;

const same = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function leftOver(alt: string, name: string, body: string): string | undefined {
  if (file.test(alt) || (name !== '' && same(alt) === same(name))) return 'is the name of a file';
  if (automatic.test(alt)) return 'was written by a machine';
  if (body.trim() !== '' && same(alt) === same(body)) return 'repeats the post';
  if (wordsOf(alt).length < 3) return 'is too short to help';
  if (linksOf(alt).length > 0) return 'holds a link, which a screen reader spells out';
  if (hashtagsOf(alt).length > 0) return 'holds a tag, which nobody can follow from there';
  if (emojiOf(alt).length > 0) return 'holds emoji, which are read out by their long names';
  return undefined;
}

/** A description that is left over from somewhere else helps nobody. */
export const altReal = check('checks.alt-real', 'ACC-04', function* look({ media, text }) {
  for (const [at, { alt = '', name = '' }] of media.entries()) {
    if (alt.trim() === '') continue;
    const what = leftOver(alt, name, text);
    if (what === undefined) continue;
    const message = `This description ${what}. Say in a sentence what the picture shows and why it is there.`;
    yield { field: altOf(at), start: 0, end: alt.length, message };
  }
});

/** Some networks hold no descriptions: there the post itself must say it. */
export const altUnsupported = check(
  'checks.alt-unsupported',
  'ACC-01',
  function* look({ media, network, body }): Generator<Found> {
    const limits = limitsOf(network ?? '');
    if (!limits || limits.alt !== null) return;
    for (const [at, medium] of media.entries()) {
      if (medium.kind !== 'image' || medium.decorative) continue;
      const alt = (medium.alt ?? '').trim();
      if (alt !== '' && same(body.text).includes(same(alt))) continue;
      const message = `This network holds no descriptions. Describe ${mediumInWords(medium, at)} in the post itself.`;
      yield { field: altOf(at), start: 0, end: (medium.alt ?? '').length, message };
    }
  },
);

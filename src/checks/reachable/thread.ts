import { check, inBody, type Found } from '../check.ts';

const numbered =
  /(?<![\d/])(\d{1,2}) ?\/ ?(\d{1,2}|n)?(?![\d/])|\b(?:part|post) (\d{1,2}|one|two|three|four|five)\b|[([]\d{1,2}[)\]]|🧵/gu;
const leans = /^\W*(?:it|they|this|that|these|those|he|she|which|and|but|so|also|because|then)\b/i;

/** Whoever meets one part alone knows that there are others, and understands it. */
export const thread = check('checks.thread', 'ACC-32', function* look({ body, context }): Generator<Found> {
  const part = context?.thread;
  if (part === undefined || part.of < 2) return;
  const { text, folded, sentences } = body;
  const first = folded.text.matchAll(numbered).next().value;
  const end = { start: text.length, end: text.length };
  if (!first)
    yield {
      ...inBody({ start: 0, end: text.length }, `Say which part this is: ${part.part}/${part.of}.`),
      fix: { ...end, replacement: `${text.endsWith(' ') || text === '' ? '' : ' '}${part.part}/${part.of}` },
    };
  const opening = sentences[0];
  if (
    part.part > 1 &&
    opening &&
    leans.test(text.slice(opening.start, opening.end).replace(/^[\d/.() \][]+/, ''))
  )
    yield {
      ...inBody(opening, 'Name what you speak of: somebody may meet this part without the others.'),
      lesser: true,
    };
});

/** What is shared along goes out under our name. */
export const reposts = check('checks.reposts', 'ACC-34', function* look({ context, text }): Generator<Found> {
  const shared = context?.repost;
  if (!shared || shared.undescribed < 1) return;
  yield inBody(
    { start: 0, end: text.length },
    `${shared.undescribed === 1 ? 'A picture' : `${shared.undescribed} pictures`} in what you share ${shared.undescribed === 1 ? 'has' : 'have'} no description. Describe ${shared.undescribed === 1 ? 'it' : 'them'} in your own words, or share another post.`,
  );
});

/** A screen reader says nothing of bold, and slanted letters are hard to read for many. */
export const formatting = check(
  'checks.formatting',
  'ACC-38',
  function* look({ context, text }): Generator<Found> {
    for (const { start, end, style } of context?.formatting ?? []) {
      if (start < 0 || end > text.length || start >= end) continue;
      yield inBody({ start, end }, `Take the ${style} out: put what matters first instead.`);
    }
    for (const match of text.matchAll(marked))
      yield inBody(
        { start: match.index, end: match.index + match[0].length },
        'These signs stand for bold or italics, and are read out one by one. Take them out.',
        match[2] ?? match[3],
      );
  },
);
const marked =
  /(?<![\p{L}\p{N}*_])(?:(\*{1,3})([\p{L}\p{N}][^*\n]{0,80}?[\p{L}\p{N}!.?])\1|_{1,2}([\p{L}\p{N}][^_\n]{0,80}?[\p{L}\p{N}!.?])_{1,2})(?![\p{L}\p{N}*_])/gu;

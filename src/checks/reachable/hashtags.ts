import { withCapitals } from '#text/index.ts';
import { check, inBody, type Found } from '../check.ts';

const longest = 9;

/** Without capitals a screen reader makes one word of all. Where the words cannot be told apart a long tag is still pointed at. */
export const hashtagCapitals = check(
  'checks.hashtag-capitals',
  'ACC-15',
  function* look({ body }, _, settings) {
    for (const tag of body.hashtags) {
      const better = withCapitals(tag.body, settings.hashtags);
      if (better !== undefined)
        yield inBody(
          tag,
          `Write ${tag.text} as #${better}, so that screen readers speak its words.`,
          `#${better}`,
        );
      else if (runTogether(tag.body))
        yield inBody(
          tag,
          `Begin each word of ${tag.text} with a capital, so that screen readers speak its words.`,
        );
    }
  },
);

/** Long, all small, and not one known word: it may hold several. */
const runTogether = (body: string): boolean => body.length >= 2 * longest && /^\p{Ll}+$/u.test(body);

/** Few tags, after the words. */
export const hashtagCount = check(
  'checks.hashtag-count',
  'ACC-16',
  function* look({ body }, { most }): Generator<Found> {
    const tags = body.hashtags;
    const first = tags[most];
    const last = tags.at(-1);
    if (first && last)
      yield inBody(
        { start: first.start, end: last.end },
        `There are ${tags.length} tags. Keep the ${most} that help people most.`,
      );
    const words = body.spoken.at(-1);
    const early = tags.find((tag) => words && tag.end < words.start);
    if (early)
      yield {
        ...inBody(early, `Put ${early.text} at the end, so that the message comes first.`),
        lesser: true,
      };
  },
);
